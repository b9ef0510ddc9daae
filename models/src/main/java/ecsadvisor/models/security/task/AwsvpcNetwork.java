package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import ecsadvisor.models.security.Unresolved;
import java.util.List;
import java.util.Locale;

/**
 * Does every task have a network interface, and so security groups, of its own? Control Tower
 * CT.ECS.PR.4. Absent means awsvpc on Fargate and bridge on EC2. Instances outside of AWS know no
 * awsvpc.
 */
public final class AwsvpcNetwork implements TaskCheck {
  @Override
  public String statement() {
    return "Each task has a network interface of its own";
  }

  @Override
  public String remedy() {
    return "Set networkMode to awsvpc and give the service subnets and security groups.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    if (service.config().launchType() == LaunchType.EXTERNAL) {
      return CheckResult.notApplicable(
          CheckReason.NOT_AWSVPC, new Evidence("launchType", "EXTERNAL"));
    }
    NetworkMode mode = NetworkMode.of(task, service);
    return switch (mode) {
      case AWSVPC -> CheckResult.pass();
      case BRIDGE, HOST, NONE ->
          CheckResult.fail(
              CheckReason.NOT_AWSVPC,
              new Evidence("networkMode", mode.name().toLowerCase(Locale.ROOT)));
      case OPEN -> Unresolved.of(task, List.of("networkMode"));
    };
  }
}
