package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.file.JsonFields;
import ecsadvisor.models.fact.security.ImageSecurity;
import ecsadvisor.models.fact.security.ImageSecurity.Scan;
import ecsadvisor.models.fact.security.RepositorySecurity;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The private repositories of ECR and the scans of their images. */
final class SecurityImages {
  private record Stored(String digest, Scan scan) {}

  private final Map<InventoryPlace, RepositorySecurity> repositories = new HashMap<>();
  private final Map<InventoryPlace, Map<String, Stored>> images = new HashMap<>();

  SecurityImages(InventoryBodies bodies) {
    bodies
        .newest("ecr-repository", body -> body.arn("repositoryArn"))
        .forEach(
            (arn, body) ->
                repositories.put(place(body, afterRepository(arn)), repository(arn, body.json())));
    for (InventoryBodies.Body body : bodies.of("ecr-image")) {
      Map<String, Stored> known =
          images.computeIfAbsent(
              place(body, text(body.json(), "repositoryName")), place -> new HashMap<>());
      String digest = text(body.json(), "imageDigest");
      Stored stored = new Stored(digest, scan(body.json()));
      known.put(digest, stored);
      InventoryBodies.texts(field(body.json(), "imageTags")).forEach(tag -> known.put(tag, stored));
    }
  }

  private static InventoryPlace place(InventoryBodies.Body body, String repository) {
    String registry = text(body.json(), "registryId");
    return new InventoryPlace(
        registry.isEmpty() ? body.item().accountId() : registry, body.item().region(), repository);
  }

  private static String afterRepository(String arn) {
    int at = arn.indexOf(":repository/");
    return at < 0 ? arn : arn.substring(at + ":repository/".length());
  }

  /**
   * What a container runs.
   *
   * @param running the digest that its tasks run; empty where not known
   */
  ImageSecurity of(String taskDefinitionArn, String container, String image, String running) {
    InventoryImageReference reference = InventoryImageReference.of(image);
    if (reference == null) {
      return new ImageSecurity(taskDefinitionArn, container, null, running, null);
    }
    String digest = running.isEmpty() ? reference.digest() : running;
    Map<String, Stored> known = found(images, reference.repository());
    Stored stored = known == null ? null : known.get(digest.isEmpty() ? reference.tag() : digest);
    return new ImageSecurity(
        taskDefinitionArn,
        container,
        found(repositories, reference.repository()),
        stored == null ? digest : stored.digest(),
        stored == null ? null : stored.scan());
  }

  /** Answers of the command line do not say their region. */
  private static <T> @Nullable T found(Map<InventoryPlace, T> places, InventoryPlace place) {
    T exact = places.get(place);
    return exact != null
        ? exact
        : places.get(new InventoryPlace(place.accountId(), "", place.name()));
  }

  private static RepositorySecurity repository(String arn, JsonNode body) {
    JsonNode scanOnPush = field(field(body, "imageScanningConfiguration"), "scanOnPush");
    JsonNode encryption = field(body, "encryptionConfiguration");
    return new RepositorySecurity(
        arn,
        text(body, "imageTagMutability"),
        InventoryBodies.texts(field(body, "imageTagMutabilityExclusionFilters"), "filter"),
        scanOnPush.isBoolean() ? scanOnPush.booleanValue() : null,
        text(encryption, "encryptionType"),
        text(encryption, "kmsKey"));
  }

  private static Scan scan(JsonNode image) {
    String media = text(image, "imageManifestMediaType");
    boolean index = media.contains("manifest.list") || media.contains("image.index");
    JsonNode summary = field(image, "imageScanFindingsSummary");
    return new Scan(
        index ? "INDEX" : text(field(image, "imageScanStatus"), "status"),
        summary.isObject() && !index,
        InventoryNumbers.count(field(summary, "findingSeverityCounts"), "CRITICAL", 0),
        JsonFields.time(field(summary, "imageScanCompletedAt")),
        JsonFields.time(field(image, "imagePushedAt")));
  }
}
