package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import ecsadvisor.models.security.Unresolved;
import java.util.List;

/**
 * Do the tasks stay off the network of their host? Security Hub ECS.17, Config rule {@code
 * ecs-task-definition-network-mode-not-host}: {@code networkMode} is not host. Absent never means
 * host.
 */
public final class NotHostNetwork implements TaskCheck {
  @Override
  public String statement() {
    return "The task does not use the network of its host";
  }

  @Override
  public String remedy() {
    return "Set networkMode to awsvpc.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    return switch (NetworkMode.of(task, service)) {
      case HOST -> CheckResult.fail(CheckReason.HOST_NETWORK, new Evidence("networkMode", "host"));
      case AWSVPC, BRIDGE, NONE -> CheckResult.pass();
      case OPEN ->
          task.networkMode().isEmpty()
              ? CheckResult.pass()
              : Unresolved.of(task, List.of("networkMode"));
    };
  }
}
