package ecsadvisor.models.security.continuity;

import ecsadvisor.models.fact.security.MachineSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.ServiceCheck;
import java.util.List;

/**
 * Does it run in AWS's data centers, so that AWS answers for them? Servers of ECS Anywhere and
 * Outposts stand in the customer's: only a statement tells how they are kept. CCM DCS-01.
 */
public final class RunsOnAws implements ServiceCheck {
  private static final String REMEDY = "State how the data center of these servers is secured.";

  @Override
  public String statement() {
    return "The service runs in data centers that AWS answers for";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ecs-capacity-provider", "ec2-instance");
  }

  @Override
  public String remedy() {
    return REMEDY;
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    Evidence type = new Evidence("launch_type", service.config().launchType().name());
    return switch (service.config().launchType()) {
      case FARGATE, MANAGED_INSTANCES -> CheckResult.pass(type);
      case EC2 -> machines(service.security().continuity().machines(), type);
      case EXTERNAL -> CheckResult.noData(CheckReason.OUTSIDE_AWS, "attestations", REMEDY, type);
      case UNKNOWN ->
          CheckResult.noData(
              CheckReason.AMBIGUOUS_PLATFORM,
              "ecs-capacity-provider",
              "Add aws ecs describe-capacity-providers and describe-clusters of this region.");
    };
  }

  private static CheckResult machines(List<MachineSecurity> machines, Evidence type) {
    for (MachineSecurity machine : machines) {
      if (machine.outpost() || machine.instanceId().startsWith("mi-")) {
        return CheckResult.noData(
            CheckReason.OUTSIDE_AWS,
            "attestations",
            REMEDY,
            type,
            new Evidence("instance", machine.instanceId()));
      }
    }
    return CheckResult.pass(type);
  }
}
