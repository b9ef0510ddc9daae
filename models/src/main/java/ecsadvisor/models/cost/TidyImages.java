package ecsadvisor.models.cost;

import ecsadvisor.models.cost.image.Cleanup;
import ecsadvisor.models.cost.image.ImagesInUse;
import ecsadvisor.models.cost.image.RepositoryAdvice;
import ecsadvisor.models.cost.image.StartUp;
import ecsadvisor.models.fact.Repository;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceImage;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Confidence;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.PerformanceRisk;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.ResourceBill;
import ecsadvisor.models.setting.Setting;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which images could go, and which are so large that tasks wait for them?
 *
 * <p>{@link Cleanup} proposes a lifecycle policy per repository and says what it would remove;
 * {@link StartUp} says how long tasks pull their images. A service fails where its repository piles
 * up images or where its image is large. The money is mostly small, so the advice about a large
 * image states seconds and claims none.
 */
public final class TidyImages implements FleetControl {
  /** The row of the catalogue. */
  public static final String ID = "COST-05";

  private static final Pattern PRIVATE_ECR =
      Pattern.compile("[0-9]{12}\\.dkr\\.ecr(-fips)?\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/.*");

  /** An inventory is one look. */
  private static final Confidence SNAPSHOT = new Confidence(1, 1, 1);

  /** What can be set. */
  public record Settings(
      @Setting("days after which an untagged image may go") int untaggedDays,
      @Setting("number of newest tagged images that stay") int keptTaggedImages,
      @Setting("days since its last pull within which an image stays") int pulledDays,
      @Setting("minutes between the pushes of a multi-architecture image and its members")
          int memberMinutes,
      @Setting("images to remove from which a repository fails") int minimumStaleImages,
      @Setting("monthly saving from which a repository fails") double minimumSavingMonthly,
      @Setting("compressed size in MiB above which an image is large") int largeMiB,
      @Setting("MiB a second at which images are pulled, where no pull was seen")
          double pullMiBPerSecond,
      @Setting("USD for a GiB of stored images and month, where the bill has no line of it")
          double storageGibMonthPrice) {

    public Settings {
      require(untaggedDays >= 1, "untaggedDays", untaggedDays);
      require(keptTaggedImages >= 1, "keptTaggedImages", keptTaggedImages);
      require(pulledDays >= 1, "pulledDays", pulledDays);
      require(memberMinutes >= 0, "memberMinutes", memberMinutes);
      require(minimumStaleImages >= 1, "minimumStaleImages", minimumStaleImages);
      require(minimumSavingMonthly >= 0, "minimumSavingMonthly", minimumSavingMonthly);
      require(largeMiB >= 1, "largeMiB", largeMiB);
      require(pullMiBPerSecond > 0, "pullMiBPerSecond", pullMiBPerSecond);
      require(storageGibMonthPrice >= 0, "storageGibMonthPrice", storageGibMonthPrice);
    }

    /** Usual lifecycle rules, list price, and the pull rate of one measured start on Fargate. */
    public static Settings defaults() {
      return new Settings(14, 10, 90, 10, 10, 1, 500, 7, 0.10);
    }

    private static void require(boolean holds, String name, double value) {
      if (!holds) {
        throw new IllegalArgumentException(name + " is out of range: " + value);
      }
    }
  }

  private final Settings settings;
  private final PriceBook prices;

  public TidyImages(Settings settings, PriceBook prices) {
    this.settings = settings;
    this.prices = prices;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public FleetAdvice advise(Fleet fleet) {
    ResourceBill bill = new ResourceBill(fleet.resources(), fleet.window());
    ImagesInUse used = new ImagesInUse(fleet.services(), fleet.digestsInUse());
    Instant now = fleet.window().asOf().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Map<String, List<FleetService>> services = byRepository(fleet);
    SortedMap<String, Repository> repositories = new TreeMap<>();
    fleet.repositories().forEach(one -> repositories.putIfAbsent(one.arn(), one));
    SortedMap<String, ResourceAdvice> advice = new TreeMap<>();
    for (Repository repository : repositories.values()) {
      if (isKnown(repository)) {
        ResourceAdvice one =
            RepositoryAdvice.of(
                repository,
                Cleanup.of(repository, used, now, settings),
                services.getOrDefault(repository.arn(), List.of()),
                bill,
                settings);
        if (one != null) {
          advice.put(repository.arn(), one);
        }
      }
    }
    StartUp startUp = new StartUp(fleet, prices, settings);
    SortedMap<ServiceKey, Advice> verdicts = new TreeMap<>();
    for (FleetService service : fleet.services()) {
      verdicts.put(service.key(), verdict(service, repositories, advice, startUp, fleet));
    }
    return new FleetAdvice(
        verdicts,
        advice.values().stream()
            .sorted(
                Comparator.comparing(ResourceAdvice::accountId)
                    .thenComparing(ResourceAdvice::region)
                    .thenComparing(ResourceAdvice::resourceArn))
            .toList());
  }

  private static Map<String, List<FleetService>> byRepository(Fleet fleet) {
    Map<String, List<FleetService>> services = new TreeMap<>();
    for (FleetService service : fleet.services()) {
      ServiceConfig config = service.config();
      if (config != null) {
        config.layout().images().stream()
            .map(ServiceImage::repositoryArn)
            .distinct()
            .forEach(
                arn -> services.computeIfAbsent(arn, ignored -> new ArrayList<>()).add(service));
      }
    }
    return services;
  }

  private static boolean isKnown(Repository repository) {
    return repository.imagesKnown()
        && (repository.lifecyclePolicyKnown() || !repository.lifecyclePolicy().isBlank());
  }

  private Advice verdict(
      FleetService service,
      Map<String, Repository> repositories,
      Map<String, ResourceAdvice> advice,
      StartUp startUp,
      Fleet fleet) {
    ServiceConfig config = service.config();
    if (config == null) {
      return noData("ecs-service", "aws ecs describe-services");
    }
    List<ServiceImage> images = config.layout().images();
    if (images.isEmpty()) {
      return noData("ecs-task-definition", "aws ecs describe-task-definition");
    }
    List<ServiceImage> own = images.stream().filter(TidyImages::isInEcr).toList();
    List<Evidence> because = new ArrayList<>(startUp.evidence(service));
    images.stream()
        .filter(image -> !isInEcr(image))
        .forEach(image -> because.add(new Evidence("image_from_elsewhere", image.reference())));
    if (own.isEmpty()) {
      return new Advice.NotApplicable(ReasonCode.IMAGE_NOT_IN_ECR, because);
    }
    List<ReasonCode> reasons = new ArrayList<>();
    ResourceAdvice tidying = null;
    boolean known = true;
    for (ServiceImage image : own) {
      Repository repository = repositories.get(image.repositoryArn());
      known &= repository != null && isKnown(repository);
      tidying = tidying == null ? advice.get(image.repositoryArn()) : tidying;
    }
    if (tidying != null) {
      reasons.add(ReasonCode.NO_LIFECYCLE_POLICY);
      because.addAll(0, tidying.because());
    }
    if (own.stream().anyMatch(this::isLarge)) {
      reasons.add(ReasonCode.LARGE_IMAGE);
    }
    if (!reasons.isEmpty()) {
      return SharedChange.of(
          service, fleet.window(), proposal(reasons, own, tidying), SNAPSHOT, because);
    }
    return known
        ? new Advice.AsIs(ReasonCode.TIDY, SNAPSHOT, because)
        : noData(
            "ecr-image",
            "aws ecr describe-repositories, describe-images and get-lifecycle-policy of the"
                + " registry");
  }

  private Proposal proposal(
      List<ReasonCode> reasons, List<ServiceImage> images, @Nullable ResourceAdvice tidying) {
    boolean large = reasons.contains(ReasonCode.LARGE_IMAGE);
    String sizes =
        images.stream()
            .filter(this::isLarge)
            .map(image -> mebibytes(image) + " MiB")
            .reduce((one, other) -> one + ", " + other)
            .orElse("");
    return new Proposal(
        "OptimizeImages",
        "OptimizeImages",
        "Overprovisioned",
        reasons,
        PerformanceRisk.LOW,
        large ? "image of " + sizes : "a repository that keeps every image",
        large
            ? "a smaller image (multi-stage build, slim base) or lazy loading with SOCI"
            : "a lifecycle policy",
        null,
        null,
        null,
        List.of(),
        tidying == null ? List.of() : tidying.proposal().steps(),
        large ? "Medium" : "Low",
        large,
        false);
  }

  private static boolean isInEcr(ServiceImage image) {
    return !image.repositoryArn().isEmpty() || PRIVATE_ECR.matcher(image.reference()).matches();
  }

  private boolean isLarge(ServiceImage image) {
    return image.sizeBytes() != null && mebibytes(image) > settings.largeMiB();
  }

  private static long mebibytes(ServiceImage image) {
    Long bytes = image.sizeBytes();
    return bytes == null ? 0 : bytes / (1024 * 1024);
  }

  private static Advice noData(String input, String command) {
    return new Advice.NoData(
        List.of(ReasonCode.INVENTORY_MISSING),
        List.of(new Missing(input, "add " + command)),
        List.of());
  }
}
