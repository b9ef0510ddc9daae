package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Service;
import java.util.List;
import java.util.Map;

/** Image repositories: with a lifecycle policy and few images, or with none and very many. */
final class ImageInventory {
  private static final int IMAGES_KEPT = 6;
  private static final int IMAGES_PILED = 40;

  /** Images above this size come from repositories that nobody tidies. */
  static final int BIG_IMAGE_MIB = 500;

  private ImageInventory() {}

  /** Whether a service's repository is left untidied. */
  static boolean untidied(Service service) {
    return service.imageMiB() > BIG_IMAGE_MIB;
  }

  static void add(Organisation organisation, Envelopes envelopes, List<Service> services) {
    for (Service service : services) {
      repository(organisation, envelopes, service);
    }
  }

  private static void repository(Organisation organisation, Envelopes envelopes, Service service) {
    String name = service.repository();
    String arn = service.cluster().arn("ecr", "repository/" + name);
    String registry = service.cluster().account().id();
    boolean scanned = !service.has(Flaw.NO_IMAGE_SCAN);
    envelopes.add(
        Kind.ECR_REPOSITORY,
        arn,
        Body.of(
            "repositoryArn",
            arn,
            "registryId",
            registry,
            "repositoryName",
            name,
            "repositoryUri",
            registry + ".dkr.ecr." + service.cluster().region() + ".amazonaws.com/" + name,
            "createdAt",
            Body.time(organisation.timeline().firstHour() - 8000),
            "imageTagMutability",
            service.has(Flaw.LATEST_TAG) ? "MUTABLE" : "IMMUTABLE",
            "imageScanningConfiguration",
            Body.of("scanOnPush", scanned),
            "encryptionConfiguration",
            Body.of("encryptionType", "AES256")));
    if (!untidied(service)) {
      envelopes.add(
          Kind.ECR_LIFECYCLE_POLICY,
          arn,
          Body.of(
              "registryId",
              registry,
              "repositoryName",
              name,
              "lifecyclePolicyText",
              "{\"rules\":[{\"rulePriority\":1,\"selection\":{\"tagStatus\":\"any\",\"countType\":"
                  + "\"imageCountMoreThan\",\"countNumber\":6},\"action\":{\"type\":\"expire\"}}]}"));
    }
    int images = untidied(service) ? IMAGES_PILED : IMAGES_KEPT;
    for (int number = 0; number < images; number++) {
      envelopes.add(Kind.ECR_IMAGE, "", image(organisation, service, registry, number));
    }
  }

  private static Map<String, Object> image(
      Organisation organisation, Service service, String registry, int number) {
    boolean running = number == 0;
    int pushed = organisation.timeline().firstHour() - 24 - number * 24 * 9;
    long bytes =
        service.imageMiB() * 1_048_576L
            + Math.floorMod(Seeds.hash(organisation.seed(), service.name(), number), 4_000_000L);
    return Body.of(
        "registryId",
        registry,
        "repositoryName",
        service.repository(),
        "imageDigest",
        running
            ? TaskDefinitions.digest(organisation.seed(), service)
            : "sha256:" + Seeds.hex(64, organisation.seed(), "image", service.arn(), number),
        "imageTags",
        running || number % 3 == 1 ? List.of("build-" + (400 - number)) : null,
        "imageSizeInBytes",
        bytes,
        "imagePushedAt",
        Body.time(pushed),
        "lastRecordedPullTime",
        Body.time(running ? organisation.timeline().endHour() - 9 : pushed + 48),
        "imageManifestMediaType",
        "application/vnd.docker.distribution.manifest.v2+json",
        "imageScanFindingsSummary",
        service.has(Flaw.NO_IMAGE_SCAN)
            ? null
            : Body.of("findingSeverityCounts", Body.of("MEDIUM", 2, "LOW", 5)));
  }
}
