package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.ClusterSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import org.jspecify.annotations.Nullable;

/** Whether a service and its cluster were described, and lately. */
final class Described {
  static final String SERVICES = "aws ecs describe-services --include TAGS";
  static final String CLUSTERS = "aws ecs describe-clusters --include SETTINGS CONFIGURATIONS TAGS";

  private Described() {}

  /** The answer for a cluster that was not described, or too long ago; null for others. */
  static @Nullable CheckResult unreadCluster(SecurityFacts service) {
    ClusterSecurity cluster = service.security().cluster();
    if (!cluster.known()) {
      return CheckResult.noData(
          CheckReason.MISSING_EXPORT,
          "ecs-cluster",
          "Add " + CLUSTERS + " of " + service.key().clusterName() + ".");
    }
    return Freshness.isStale(service, cluster.collectedAt())
        ? CheckResult.noData(
            CheckReason.STALE_EXPORT, "ecs-cluster", "Add " + CLUSTERS + " of today.")
        : null;
  }

  /** The answer where nothing says whether Fargate or instances run the tasks. */
  static CheckResult launchUnknown() {
    return CheckResult.noData(
        CheckReason.UNRESOLVED_REFERENCE,
        "ecs-capacity-provider",
        "Add aws ecs describe-capacity-providers of this account and region.");
  }
}
