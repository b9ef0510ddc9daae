package ecsadvisor.models.security.remedy;

import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.security.ClusterSecurity;
import ecsadvisor.models.finding.SecurityStep.ProtectInstances;
import ecsadvisor.models.finding.ServiceEdit.BreakCircuit;
import ecsadvisor.models.finding.ServiceEdit.KeepHealthy;
import ecsadvisor.models.finding.ServiceEdit.RebalanceZones;
import ecsadvisor.models.finding.ServiceEdit.SetNetwork;
import ecsadvisor.models.finding.Step;
import java.util.List;
import java.util.Map;

/** Fixes of what keeps a service running. */
final class ContinuityRemedies {
  private static final int TASKS = 2;

  /** ECS's own default. */
  private static final int HEALTHY_PERCENT = 100;

  private static final String SPOT = "FARGATE_SPOT";

  private ContinuityRemedies() {}

  static Map<String, Remedy> all() {
    return Map.of(
        "several-zones",
        new Remedy(
            "Have the cluster's instances stand in two zones or more.",
            failed ->
                failed.facts().security().networks().isEmpty()
                    ? List.of()
                    : failed.onService(new SetNetwork(false, true, false))),
        "several-tasks",
        new Remedy("Run two tasks or more.", ContinuityRemedies::tasks),
        "circuit-breaker",
        new Remedy(
            "Turn the deployment circuit breaker on, with rollback.",
            failed -> failed.onService(new BreakCircuit())),
        "zone-rebalancing",
        new Remedy(
            "Set availabilityZoneRebalancing to ENABLED.",
            failed -> failed.onService(new RebalanceZones())),
        "healthy-during-deployment",
        new Remedy(
            "Raise minimumHealthyPercent.",
            failed -> failed.onService(new KeepHealthy(HEALTHY_PERCENT))),
        "not-only-spot",
        new Remedy(
            "Have the capacity provider strategy keep a base on capacity that AWS does not take"
                + " back.",
            ContinuityRemedies::base),
        "termination-protection",
        new Remedy(
            "Turn managed scaling and managed termination protection of the capacity provider on.",
            failed ->
                failed.onEach("EcsCapacityProvider", unprotected(failed), ProtectInstances::new)),
        "runs-on-aws",
        Remedy.byHand(
            "For instances outside AWS, state who answers for their data center, with the report"
                + " that says so."),
        "dedicated-tenancy",
        Remedy.byHand(
            "Start the cluster's instances with tenancy dedicated in their launch template; the"
                + " tenancy of an instance that was started as shared does not become dedicated."));
  }

  private static List<Fix> tasks(FailedCheck failed) {
    ServiceConfig config = failed.facts().config();
    Scaling scaling = config.scaling();
    if (scaling != null) {
      return scaling.minCapacity() >= TASKS
          ? List.of()
          : failed.onService(
              new Step.SetBounds(
                  new Step.Bounds(scaling.minCapacity(), scaling.maxCapacity()),
                  new Step.Bounds(TASKS, Math.max(TASKS, scaling.maxCapacity()))));
    }
    return config.desiredCount() >= TASKS
        ? List.of()
        : failed.onService(new Step.SetDesiredCount(config.desiredCount(), TASKS));
  }

  private static List<Fix> base(FailedCheck failed) {
    List<CapacityProviderItem> now = failed.facts().config().capacityProviders();
    if (now.size() != 1 || !now.get(0).capacityProvider().equals(SPOT)) {
      return List.of();
    }
    List<CapacityProviderItem> after =
        List.of(new CapacityProviderItem("FARGATE", 1, 0), new CapacityProviderItem(SPOT, 0, 1));
    return failed.onService(new Step.SetCapacityProviders(now, "", after));
  }

  private static List<String> unprotected(FailedCheck failed) {
    List<String> named = failed.named("capacity_provider", "capacityProvider");
    if (!named.isEmpty()) {
      return named;
    }
    return failed.facts().security().cluster().capacityProviders().stream()
        .filter(provider -> !provider.terminationProtection().equals("ENABLED"))
        .map(ClusterSecurity.Provider::name)
        .toList();
  }
}
