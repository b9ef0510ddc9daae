package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.ACCOUNT;
import static ecsadvisor.jobs.fact.Items.assemble;
import static ecsadvisor.jobs.fact.Items.definition;
import static ecsadvisor.jobs.fact.Items.item;
import static ecsadvisor.jobs.fact.Items.layout;
import static ecsadvisor.jobs.fact.Items.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.ServiceImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InventoryImagesTest {
  private static final String ARN = "arn:aws:ecr:eu-west-1:111122223333:repository/team/web";
  private static final String WEB = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/web";
  private static final String NEW = "sha256:" + "a".repeat(64);
  private static final String OLD = "sha256:" + "b".repeat(64);

  private static InventoryItem repository() {
    return item(
        "ecr-repository", ARN, "{'repositoryArn':'%s','repositoryName':'team/web'}".formatted(ARN));
  }

  private static InventoryItem stored(String digest, String tag, String fields) {
    return item(
        "ecr-image",
        digest,
        ("{'registryId':'%s','repositoryName':'team/web','imageDigest':'%s','imageTags':['%s'],"
                + "%s}")
            .formatted(ACCOUNT, digest, tag, fields));
  }

  private static InventoryItem running(String id, String digest) {
    return task(
        id,
        "'lastStatus':'RUNNING','containers':[{'name':'a','image':'%s:7','imageDigest':'%s'}]"
            .formatted(WEB, digest));
  }

  private static ServiceImage only(String image, InventoryItem... others) {
    List<InventoryItem> items = new ArrayList<>(List.of(others));
    items.add(definition("'containerDefinitions':[{'name':'a','image':'%s'}]".formatted(image)));
    List<ServiceImage> images = layout("", items.toArray(InventoryItem[]::new)).images();
    assertEquals(1, images.size());
    return images.get(0);
  }

  @Test
  void digestThatMostTasksRunCounts() {
    assertEquals(
        new ServiceImage("a", WEB + ":7", ARN, OLD, 10L),
        only(
            WEB + ":7",
            repository(),
            stored(NEW, "7", "'imageSizeInBytes':20"),
            stored(OLD, "6", "'imageSizeInBytes':10"),
            running("1", OLD),
            running("2", NEW),
            running("3", OLD)));
  }

  @Test
  void withoutTasksTheReferenceOrItsTagTells() {
    InventoryItem image = stored(NEW, "latest", "'imageSizeInBytes':20");
    for (String reference : List.of(WEB, WEB + ":latest", WEB + "@" + NEW, WEB + ":x@" + NEW)) {
      assertEquals(
          new ServiceImage("a", reference, ARN, NEW, 20L), only(reference, repository(), image));
    }
  }

  @Test
  void imageOfAnotherRegistryHasNoRepository() {
    assertEquals(
        new ServiceImage("a", "public.ecr.aws/nginx/nginx:1", "", NEW, null),
        only("public.ecr.aws/nginx/nginx:1", running("1", NEW)));
    assertEquals("", only(WEB + ":7").repositoryArn());
  }

  @Test
  void imageThatIsNotThereHasNoSize() {
    ServiceImage image = only(WEB + ":7", repository(), stored(NEW, "6", "'x':1"));
    assertEquals(ARN, image.repositoryArn());
    assertEquals("", image.digest());
    assertNull(image.sizeBytes());
    assertNull(only(WEB + ":6", repository(), stored(NEW, "6", "'x':1")).sizeBytes());
  }

  @Test
  void listOfImagesIsPulledAtTheSizeOfItsLargestMember() {
    assertEquals(
        70L,
        only(
                WEB + ":7",
                repository(),
                stored(
                    NEW,
                    "7",
                    "'imageSizeInBytes':70,'imageManifestMediaType':"
                        + "'application/vnd.docker.distribution.manifest.list.v2+json'"))
            .sizeBytes());
  }

  @Test
  void hostileReferencesNameNoRepository() {
    for (String reference :
        List.of("", ":", "@sha256:", "/", WEB + "@sha256:short", "${IMAGE}", "http://" + WEB)) {
      assertEquals("", only(reference, repository()).repositoryArn(), reference);
    }
  }

  @Test
  void digestsInUseAreThoseOfTasksAndDefinitions() {
    InventoryItem standalone =
        item(
            "ecs-task",
            Items.ECS + "task/c/9",
            "{'group':'family:export','lastStatus':'PENDING','containers':[{'name':'x','image':"
                + "'%s:5','imageDigest':'%s'}]}".formatted(WEB, OLD));
    InventoryItem ended =
        item(
            "ecs-task",
            Items.ECS + "task/c/8",
            "{'lastStatus':'STOPPED','containers':[{'image':'%s:4','imageDigest':'sha256:%s'}]}"
                .formatted(WEB, "c".repeat(64)));
    assertEquals(
        Map.of(ARN, List.of(NEW, OLD)),
        assemble(
                repository(),
                stored(NEW, "7", "'imageSizeInBytes':1"),
                standalone,
                ended,
                definition("'containerDefinitions':[{'name':'a','image':'%s:7'}]".formatted(WEB)))
            .imagesInUse());
  }
}
