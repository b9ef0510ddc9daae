package ecsadvisor.models.security.network;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import org.jspecify.annotations.Nullable;

/** Whether all task sets of a service are known. */
final class TaskSets {
  private TaskSets() {}

  /**
   * The answer where there may be task sets that nobody read; null where there are no others. Only
   * CodeDeploy and external controllers make task sets.
   */
  static @Nullable CheckResult unread(SecurityFacts service) {
    if (service.config().layout().deploymentController().equals("ECS")
        || service.security().network().taskSetsListed()) {
      return null;
    }
    return Freshness.unread(service, "ecs-task-set", "aws ecs describe-task-sets");
  }
}
