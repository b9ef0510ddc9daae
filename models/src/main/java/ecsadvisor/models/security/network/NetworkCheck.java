package ecsadvisor.models.security.network;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.ServiceCheck;

/** A check of the part of a VPC in which a service's tasks, or else their hosts, are. */
interface NetworkCheck extends ServiceCheck {
  /** The answer for tasks that have a network in a VPC. */
  CheckResult judgeNetwork(SecurityFacts service);

  @Override
  default CheckResult judgeFresh(SecurityFacts service) {
    return switch (TaskNetwork.of(service)) {
      case OWN, HOSTS -> judgeNetwork(service);
      case NONE -> CheckResult.notApplicable(CheckReason.NOT_IN_VPC);
      case UNKNOWN ->
          CheckResult.noData(
              CheckReason.UNRESOLVED_REFERENCE,
              "ecs-service",
              "Add aws ecs describe-services and describe-task-sets with their network settings.");
    };
  }
}
