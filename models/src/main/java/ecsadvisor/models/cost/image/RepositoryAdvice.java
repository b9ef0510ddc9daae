package ecsadvisor.models.cost.image;

import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.cost.ResourceAdvice;
import ecsadvisor.models.cost.TidyImages;
import ecsadvisor.models.fact.Repository;
import ecsadvisor.models.finding.Confidence;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.PerformanceRisk;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.price.ResourceBill;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Advice to give a repository a lifecycle policy. */
public final class RepositoryAdvice {
  /** An inventory is one look. */
  private static final Confidence SNAPSHOT = new Confidence(1, 1, 1);

  private static final double BYTES_PER_GIB = 1024.0 * 1024 * 1024;

  private RepositoryAdvice() {}

  /**
   * The advice, or null where too little would go.
   *
   * @param services the services that run its images, by key
   */
  public static @Nullable ResourceAdvice of(
      Repository repository,
      Cleanup cleanup,
      List<FleetService> services,
      ResourceBill bill,
      TidyImages.Settings settings) {
    ResourceBill.Cost cost = bill.of(repository.arn());
    Saving saving = StorageSaving.of(cleanup, cost, settings.storageGibMonthPrice());
    if (cleanup.policy().isEmpty()
        || cleanup.expired() == 0
        || (cleanup.expired() < settings.minimumStaleImages()
            && saving.monthly() < settings.minimumSavingMonthly())) {
      return null;
    }
    return new ResourceAdvice(
        repository.accountId(),
        repository.region(),
        "",
        "EcrRepository",
        repository.name(),
        repository.arn(),
        cost == null ? "USD" : cost.currency(),
        cost == null ? "" : cost.payerAccountId(),
        joined(services, FleetService::owner),
        joined(services, FleetService::environment),
        services.stream().map(FleetService::key).toList(),
        proposal(repository, cleanup),
        saving,
        SNAPSHOT,
        because(repository, cleanup, saving, cost));
  }

  private static Proposal proposal(Repository repository, Cleanup cleanup) {
    return new Proposal(
        "OptimizeImages",
        "OptimizeImages",
        "Overprovisioned",
        List.of(ReasonCode.NO_LIFECYCLE_POLICY),
        PerformanceRisk.LOW,
        repository.images().size() + " images",
        repository.images().size() - cleanup.expired() + " images",
        null,
        null,
        null,
        List.of(),
        List.of(
            new Step.PutLifecyclePolicy(
                repository.name(), repository.lifecyclePolicy(), cleanup.policy())),
        "Low",
        false,
        false);
  }

  private static List<Evidence> because(
      Repository repository, Cleanup cleanup, Saving saving, ResourceBill.@Nullable Cost cost) {
    List<Evidence> because = new ArrayList<>();
    because.add(new Evidence("repository", repository.name()));
    because.add(
        new Evidence(
            "policy_now",
            repository.lifecyclePolicy().isBlank() ? "none" : "leaves these images to themselves"));
    because.add(new Evidence("images", Integer.toString(repository.images().size())));
    because.add(new Evidence("images_that_would_go", Integer.toString(cleanup.expired())));
    because.add(gib("size_of_all_images", cleanup.totalBytes()));
    because.add(gib("size_that_would_go", cleanup.freedBytes()));
    if (cleanup.untaggedDays() > 0) {
      because.add(new Evidence("untagged_images_stay", cleanup.untaggedDays() + " days"));
    }
    if (cleanup.keptTagged() > 0) {
      because.add(new Evidence("tagged_images_stay", "the newest " + cleanup.keptTagged()));
    }
    because.add(new Evidence("images_in_use_that_would_go", "0"));
    if (cleanup.usedUntagged() > 0) {
      because.add(
          new Evidence(
              "images_in_use_without_a_tag",
              cleanup.usedUntagged() + "; tag them, or they go when the days are over"));
    }
    because.add(
        new Evidence(
            "storage_cost_monthly",
            String.format(
                Locale.ROOT,
                "%.2f %s, %s",
                saving.monthlyCostNow(),
                cost == null ? "USD" : cost.currency(),
                cost == null ? "at list price of all sizes" : "from the bill")));
    because.add(
        new Evidence(
            "saving_is", "an upper estimate: images share layers, which stay with others"));
    return because;
  }

  private static Evidence gib(String name, long bytes) {
    return new Evidence(name, String.format(Locale.ROOT, "%.2f GiB", bytes / BYTES_PER_GIB));
  }

  private static String joined(
      List<FleetService> services, Function<FleetService, String> property) {
    return services.stream()
        .map(property)
        .filter(value -> !value.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(", "));
  }
}
