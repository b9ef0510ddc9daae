package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.assemble;
import static ecsadvisor.jobs.fact.Items.definition;
import static ecsadvisor.jobs.fact.Items.item;
import static ecsadvisor.jobs.fact.Items.service;
import static ecsadvisor.jobs.fact.Items.task;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.security.ChangeSecurity;
import ecsadvisor.models.fact.security.ImageSecurity;
import ecsadvisor.models.fact.security.StackSecurity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityChangesTest {
  private static final String IMAGE = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/web:7";
  private static final InventoryItem REPOSITORY =
      item(
          "ecr-repository",
          "arn:aws:ecr:eu-west-1:111122223333:repository/team/web",
          "{'repositoryName':'team/web','registryId':'111122223333',"
              + "'imageTagMutability':'IMMUTABLE_WITH_EXCLUSION',"
              + "'imageTagMutabilityExclusionFilters':[{'filterType':'WILDCARD',"
              + "'filter':'dev*'}],'imageScanningConfiguration':{'scanOnPush':false}}");

  private static ChangeSecurity change(String fields, InventoryItem... others) {
    List<InventoryItem> items = new ArrayList<>(List.of(others));
    items.add(service(fields));
    return requireNonNull(assemble(items.toArray(InventoryItem[]::new)).security().get(Items.KEY))
        .change();
  }

  private static InventoryItem runs(String image) {
    return definition("'containerDefinitions':[{'name':'app','image':'" + image + "'}]");
  }

  private static InventoryItem image(String digest, String tag, String fields) {
    return item(
        "ecr-image",
        digest,
        "{'registryId':'111122223333','repositoryName':'team/web','imageDigest':'%s',"
                .formatted(digest)
            + "'imageTags':['%s'],%s}".formatted(tag, fields));
  }

  @Test
  void theStackIsTheOneThatTheTagNames() {
    String id = "arn:aws:cloudformation:eu-west-1:111122223333:stack/web/1";
    ChangeSecurity change =
        change(
            "'tags':[{'key':'aws:cloudformation:stack-id','value':'%s'}]".formatted(id),
            item(
                "cloudformation-stack",
                id,
                "{'StackId':'%s','StackStatus':'UPDATE_COMPLETE','DriftInformation':".formatted(id)
                    + "{'StackDriftStatus':'IN_SYNC','LastCheckTimestamp':"
                    + "'2026-11-19T00:00:00Z'}}"));
    assertEquals(
        new StackSecurity(id, "UPDATE_COMPLETE", "IN_SYNC", Instant.parse("2026-11-19T00:00:00Z")),
        change.stack());
  }

  @Test
  void aStackThatTheInventoryLacksIsNull() {
    assertNull(change("'tags':[{'key':'aws:cloudformation:stack-id','value':'arn:x'}]").stack());
  }

  @Test
  void anImageIsTheOneThatRunsNotTheOneThatTheTagMeansNow() {
    ImageSecurity found =
        requireNonNull(
            change(
                    "'runningCount':1",
                    runs(IMAGE),
                    REPOSITORY,
                    image("sha256:new", "7", "'imageScanStatus':{'status':'COMPLETE'}"),
                    image(
                        "sha256:old",
                        "6",
                        "'imageScanFindingsSummary':{'findingSeverityCounts':{'CRITICAL':2}}"),
                    task(
                        "t",
                        "'lastStatus':'RUNNING','containers':[{'name':'app',"
                            + "'imageDigest':'sha256:old'}]"))
                .image(Items.DEFINITION, "app"));
    assertEquals("sha256:old", found.digest());
    assertEquals(2, requireNonNull(found.scan()).critical());
  }

  @Test
  void withoutTasksTheTagSaysWhatRuns() {
    ImageSecurity found =
        requireNonNull(
            change(
                    "",
                    runs(IMAGE),
                    REPOSITORY,
                    image("sha256:new", "7", "'imageScanStatus':{'status':'ACTIVE'}"))
                .image(Items.DEFINITION, "app"));
    assertEquals("sha256:new", found.digest());
    assertTrue(requireNonNull(found.scan()).done());
    assertTrue(requireNonNull(found.repository()).fixes("7"));
    assertFalse(requireNonNull(found.repository().scanOnPush()));
  }

  @Test
  void imagesOfOtherRegistriesHaveNoRepository() {
    ImageSecurity found =
        requireNonNull(
            change("", runs("quay.io/a/b:1"), REPOSITORY).image(Items.DEFINITION, "app"));
    assertNull(found.repository());
    assertNull(found.scan());
  }
}
