package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.SecurityFacts;

/** Where a service's tasks run. */
final class Launch {
  private Launch() {}

  /** Whether Fargate runs them, by launch type or by capacity provider. */
  static boolean onFargate(SecurityFacts service) {
    return service.config().launchType() == LaunchType.FARGATE
        || service.config().capacityProviders().stream()
            .anyMatch(item -> item.capacityProvider().startsWith("FARGATE"));
  }
}
