package ecsadvisor.jobs.export.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PatchWriterTest {
  @Test
  void aProposalWithoutStepsIsAPageOnly() {
    assertEquals(Set.of("README.md"), Proposals.patch().files().keySet());
  }

  @Test
  void aResizeHasScriptsAndFragments() {
    Set<String> files = Proposals.patch(Proposals.RESIZE).files().keySet();
    assertTrue(
        files.containsAll(
            List.of("README.md", "apply.sh", "rollback.sh", "terraform.tf", "cloudformation.yaml")),
        files.toString());
  }

  @Test
  void aPurchaseIsPrintedAndNeverMade() {
    Patch patch =
        Proposals.patch(new Step.BuyCommitment("COMPUTE_SP", "ONE_YEAR", "NO_UPFRONT", 1.2, "USD"));
    String script = Proposals.file(patch, "apply.sh");
    assertFalse(
        script.lines().anyMatch(line -> line.strip().startsWith("aws savingsplans create")),
        script);
    assertTrue(script.contains("Nothing was bought"), script);
  }

  @Test
  void aVolumeIsDeletedAfterItsSnapshotOnly() {
    String script =
        Proposals.file(Proposals.patch(new Step.Delete("EBS_VOLUME", "vol-1", "old")), "apply.sh");
    assertTrue(script.indexOf("create-snapshot") < script.indexOf("snapshot-completed"));
    assertTrue(script.indexOf("snapshot-completed") < script.indexOf("delete-volume"));
  }

  @Test
  void allChecksComeBeforeTheFirstChange() {
    String script = Proposals.file(Proposals.patch(Proposals.SPOT, Proposals.COUNT), "apply.sh");
    assertTrue(script.lastIndexOf("expect ") < script.indexOf("ecs update-service"), script);
  }

  @Test
  void aStepAboutAServiceIsLeftToPeopleWhereTheSubjectIsNone() {
    PatchSubject cluster =
        new PatchSubject(
            Proposals.ID,
            "COST-06",
            "111122223333",
            "eu-west-1",
            "shop",
            "",
            "",
            "Ec2AutoScalingGroup",
            "group",
            "",
            null);
    Patch patch = PatchWriter.patch(cluster, Proposals.proposal(List.of(Proposals.PLACEMENT)));
    assertEquals(Set.of("README.md"), patch.files().keySet());
    assertTrue(
        Proposals.file(patch, "README.md").contains("By hand, for each service: SetPlacement"));
  }

  @Test
  void theFolderOfAPatchIsNamedAfterItsRecommendation() {
    assertEquals("patches/" + Proposals.ID, Proposals.patch().folder());
  }

  @Test
  void namesThatWouldLeaveTheFolderAreRefused() {
    for (String id : List.of("../x", "a/b", "", "A", "a b", "-x", "a\n")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> PatchSubject.service(id, "COST-01", Proposals.SERVICE, null),
          id);
    }
  }

  @Test
  void regionsAndAccountsThatAreNoneAreRefused() {
    for (Map.Entry<String, String> each :
        Map.of("1234", "eu-west-1", "111122223333", "eu-west-1; rm -rf /").entrySet()) {
      ServiceKey key = new ServiceKey(each.getKey(), each.getValue(), "shop", "web");
      assertThrows(
          IllegalArgumentException.class,
          () -> PatchSubject.service(Proposals.ID, "COST-01", key, null));
    }
  }
}
