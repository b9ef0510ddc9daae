package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.file.JsonFields;
import ecsadvisor.models.fact.Repository;
import ecsadvisor.models.fact.RepositoryImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Image repositories with their images and lifecycle policies. */
final class InventoryRepositories {
  /** An image and the size that a task pulls of it, or null where the inventory has no size. */
  record Stored(RepositoryImage image, @Nullable Long pulledBytes) {}

  private final InventoryManifests manifests;
  private final Map<InventoryPlace, InventoryBodies.Body> bodies = new HashMap<>();
  private final Map<InventoryPlace, TreeSet<String>> regions = new HashMap<>();
  private final Map<InventoryPlace, SortedMap<String, Stored>> images = new HashMap<>();
  private final Map<InventoryPlace, Map<String, Stored>> byTag = new HashMap<>();
  private final Map<InventoryPlace, String> policies = new HashMap<>();

  InventoryRepositories(InventoryBodies all, InventoryManifests manifests) {
    this.manifests = manifests;
    all.newest("ecr-repository", body -> body.arn("repositoryArn"))
        .values()
        .forEach(this::addRepository);
    for (InventoryBodies.Body body : all.of("ecr-image")) {
      addImage(body);
    }
    for (InventoryBodies.Body body : all.of("ecr-lifecycle-policy")) {
      policies.merge(
          place(body),
          text(body.json(), "lifecyclePolicyText"),
          (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }
  }

  private void addRepository(InventoryBodies.Body body) {
    String name = text(body.json(), "repositoryName");
    InventoryPlace place =
        new InventoryPlace(
            body.item().accountId(),
            body.item().region(),
            name.isEmpty() ? afterRepository(body.item().arn()) : name);
    bodies.put(place, body);
    regions
        .computeIfAbsent(
            new InventoryPlace(place.accountId(), "", place.name()), key -> new TreeSet<>())
        .add(place.region());
  }

  private static String afterRepository(String arn) {
    int at = arn.indexOf(":repository/");
    return at < 0 ? arn : arn.substring(at + ":repository/".length());
  }

  /**
   * The repository that a body belongs to. The CLI's answers say no region: it is that of the
   * account's only repository of that name.
   */
  private InventoryPlace place(InventoryBodies.Body body) {
    String registry = text(body.json(), "registryId");
    String account = registry.isEmpty() ? body.item().accountId() : registry;
    String name = text(body.json(), "repositoryName");
    TreeSet<String> known =
        regions.getOrDefault(new InventoryPlace(account, "", name), new TreeSet<>());
    boolean lost = body.item().region().isEmpty() && known.size() == 1;
    return new InventoryPlace(account, lost ? known.first() : body.item().region(), name);
  }

  private void addImage(InventoryBodies.Body body) {
    JsonNode json = body.json();
    String digest = text(json, "imageDigest");
    if (digest.isEmpty() || text(json, "imageStatus").equals("ARCHIVED")) {
      return;
    }
    Long size = InventoryNumbers.large(field(json, "imageSizeInBytes"));
    long stored = size == null || isList(json) ? 0 : size;
    RepositoryImage image =
        new RepositoryImage(
            digest,
            InventoryBodies.texts(field(json, "imageTags")),
            stored,
            JsonFields.time(field(json, "imagePushedAt")),
            JsonFields.time(field(json, "lastRecordedPullTime")));
    InventoryPlace place = place(body);
    Stored entry = new Stored(image, size == null || size == 0 ? null : size);
    images.computeIfAbsent(place, key -> new TreeMap<>()).put(digest, entry);
    for (String tag : image.tags()) {
      byTag.computeIfAbsent(place, key -> new HashMap<>()).put(tag, entry);
    }
  }

  /**
   * Whether an image is a list of images for several platforms. ECR reports the size of its largest
   * member for it, which is stored and counted as an image of its own.
   */
  private static boolean isList(JsonNode image) {
    String type = text(image, "imageManifestMediaType");
    return type.contains("manifest.list") || type.contains("image.index");
  }

  /** All repositories, ordered by account, region and name. */
  List<Repository> all() {
    List<Repository> all = new ArrayList<>();
    bodies.forEach((place, body) -> all.add(repository(place, body)));
    all.sort(
        Comparator.comparing(Repository::accountId)
            .thenComparing(Repository::region)
            .thenComparing(Repository::name));
    return all;
  }

  private Repository repository(InventoryPlace place, InventoryBodies.Body body) {
    String account = place.accountId();
    String region = place.region();
    return new Repository(
        account,
        region,
        body.arn("repositoryArn"),
        place.name(),
        text(body.json(), "repositoryUri"),
        images.getOrDefault(place, new TreeMap<>()).values().stream().map(Stored::image).toList(),
        manifests.complete(account, region, "ecr-image"),
        policies.getOrDefault(place, ""),
        manifests.complete(account, region, "ecr-lifecycle-policy"));
  }

  /** The ARN of a repository; empty where it is none of the inventory's. */
  String arn(InventoryPlace repository) {
    InventoryBodies.Body body = bodies.get(repository);
    return body == null ? "" : body.arn("repositoryArn");
  }

  /** The image of a repository with that digest or, where that is empty, that tag; or null. */
  @Nullable Stored find(InventoryPlace repository, String digest, String tag) {
    return digest.isEmpty()
        ? byTag.getOrDefault(repository, Map.of()).get(tag)
        : images.getOrDefault(repository, new TreeMap<>()).get(digest);
  }
}
