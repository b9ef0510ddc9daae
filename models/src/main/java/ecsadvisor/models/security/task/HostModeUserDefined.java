package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import ecsadvisor.models.security.Unresolved;
import java.util.List;

/**
 * On the host's network, does every container run as a user other than root or say that it is
 * privileged? Security Hub ECS.1, retired in March 2026, and Config rule {@code
 * ecs-task-definition-user-for-host-mode-check}, taken literally: it fails if the network mode is
 * host and a container is neither privileged nor has a user other than root. One of the two is
 * enough, container by container.
 */
public final class HostModeUserDefined implements TaskCheck {
  @Override
  public String statement() {
    return "On the host's network every container is privileged or has a user other than root";
  }

  @Override
  public String remedy() {
    return "Set networkMode to awsvpc, or set user to a number other than 0 in every container definition.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    NetworkMode mode = NetworkMode.of(task, service);
    boolean mayBeHost = mode == NetworkMode.OPEN && !task.networkMode().isEmpty();
    if (mode != NetworkMode.HOST && !mayBeHost) {
      return CheckResult.pass();
    }
    CheckResult onHost =
        Containers.judge(
            task,
            CheckReason.ROOT_USER,
            "user",
            container -> fails(container) ? List.of(ContainerUser.shown(container)) : List.of(),
            HostModeUserDefined::mayFail);
    if (mayBeHost && onHost.verdict() == Verdict.FAIL) {
      return Unresolved.of(task, List.of("networkMode"));
    }
    return onHost;
  }

  private static boolean fails(ContainerSecurity container) {
    return !container.privileged()
        && !container.open().touch("privileged")
        && ContainerUser.of(container) == ContainerUser.ROOT;
  }

  private static boolean mayFail(ContainerSecurity container) {
    return !container.privileged() && ContainerUser.of(container) != ContainerUser.OTHER;
  }
}
