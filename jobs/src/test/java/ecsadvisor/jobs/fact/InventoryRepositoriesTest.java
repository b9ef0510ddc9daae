package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.ACCOUNT;
import static ecsadvisor.jobs.fact.Items.REGION;
import static ecsadvisor.jobs.fact.Items.assemble;
import static ecsadvisor.jobs.fact.Items.complete;
import static ecsadvisor.jobs.fact.Items.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.Repository;
import ecsadvisor.models.fact.RepositoryImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryRepositoriesTest {
  private static final String ARN = "arn:aws:ecr:eu-west-1:111122223333:repository/team/web";

  private static Repository only(InventoryItem... others) {
    List<InventoryItem> items = new ArrayList<>(List.of(others));
    items.add(
        item(
            "ecr-repository",
            ARN,
            "{'repositoryArn':'%s','repositoryName':'team/web','repositoryUri':'u'}"
                .formatted(ARN)));
    List<Repository> repositories = assemble(items.toArray(InventoryItem[]::new)).repositories();
    assertEquals(1, repositories.size());
    return repositories.get(0);
  }

  private static InventoryItem image(String digest, String fields) {
    return item(
        "ecr-image",
        digest,
        "{'registryId':'%s','repositoryName':'team/web','imageDigest':'%s'%s}"
            .formatted(ACCOUNT, digest, fields));
  }

  @Test
  void repositoryHasItsImages() {
    Repository repository =
        only(
            image(
                "sha256:b",
                ",'imageSizeInBytes':5000000000,'imageTags':['v2','latest'],"
                    + "'imagePushedAt':'2026-11-01T00:00:00Z',"
                    + "'lastRecordedPullTime':'2026-11-02T00:00:00Z'"),
            image("sha256:a", ",'imageSizeInBytes':10"),
            complete("ecr-image"));
    assertEquals(
        List.of(ACCOUNT, REGION, ARN, "team/web", "u"),
        List.of(
            repository.accountId(),
            repository.region(),
            repository.arn(),
            repository.name(),
            repository.uri()));
    assertEquals(
        List.of(
            new RepositoryImage("sha256:a", List.of(), 10, null, null),
            new RepositoryImage(
                "sha256:b",
                List.of("latest", "v2"),
                5_000_000_000L,
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-11-02T00:00:00Z"))),
        repository.images());
    assertTrue(repository.imagesKnown());
  }

  @Test
  void repositoryWithoutManifestHasImagesThatAreNotKnown() {
    Repository repository = only();
    assertEquals(List.of(), repository.images());
    assertFalse(repository.imagesKnown());
    assertFalse(repository.lifecyclePolicyKnown());
  }

  @Test
  void hostileImagesAreLeftOutOrEmpty() {
    assertEquals(
        List.of(new RepositoryImage("sha256:a", List.of(), 0, null, null)),
        only(
                image("sha256:a", ",'imageSizeInBytes':-7,'imageTags':{},'imagePushedAt':'now'"),
                image("", ""),
                item("ecr-image", "x", "{'imageDigest':'sha256:b'}"))
            .images());
  }

  @Test
  void listOfImagesStoresNothingOfItsOwn() {
    assertEquals(
        0,
        only(image(
                "sha256:a",
                ",'imageSizeInBytes':70,'imageManifestMediaType':"
                    + "'application/vnd.oci.image.index.v1+json'"))
            .images()
            .get(0)
            .sizeBytes());
  }

  @Test
  void archivedImagesAreNoStandardStorage() {
    assertEquals(List.of(), only(image("sha256:a", ",'imageStatus':'ARCHIVED'")).images());
  }

  @Test
  void repositoryHasItsLifecyclePolicy() {
    Repository repository =
        only(
            item(
                "ecr-lifecycle-policy",
                ARN,
                "{'registryId':'%s','repositoryName':'team/web','lifecyclePolicyText':'{}'}"
                    .formatted(ACCOUNT)),
            complete("ecr-lifecycle-policy"));
    assertEquals("{}", repository.lifecyclePolicy());
    assertTrue(repository.lifecyclePolicyKnown());
    assertEquals("", only(complete("ecr-lifecycle-policy")).lifecyclePolicy());
  }

  @Test
  void imagesOfTheCommandLineBelongToTheOnlyRepositoryOfTheirName() {
    InventoryItem image =
        new InventoryItem(
            "ecr-image",
            "",
            "",
            Instant.EPOCH,
            "x",
            InventoryItem.Origin.API,
            "{\"registryId\":\"111122223333\",\"repositoryName\":\"team/web\","
                + "\"imageDigest\":\"sha256:a\"}");
    assertEquals(1, only(image).images().size());
  }

  @Test
  void imagesOfAnotherAccountAreNotThere() {
    assertEquals(
        List.of(),
        only(item(
                "ecr-image",
                "x",
                "{'registryId':'444455556666','repositoryName':'team/web',"
                    + "'imageDigest':'sha256:a'}"))
            .images());
  }
}
