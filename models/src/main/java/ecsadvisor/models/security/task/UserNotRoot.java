package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import java.util.List;

/**
 * Do Linux containers run as a user other than root? Security Hub ECS.20, Config rule {@code
 * ecs-task-definition-linux-user-non-root}: {@code user} is there and neither root nor 0, whatever
 * group follows ({@code 0:1000} is root, {@code 1000:0} is not). Not applicable on Windows.
 */
public final class UserNotRoot implements TaskCheck {
  @Override
  public String statement() {
    return "No Linux container runs as root";
  }

  @Override
  public String remedy() {
    return "Set user to a number other than 0 in every container definition.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    return OperatingSystem.judge(
        task,
        service,
        () ->
            Containers.judge(
                task,
                CheckReason.ROOT_USER,
                "user",
                container ->
                    ContainerUser.of(container) == ContainerUser.ROOT
                        ? List.of(ContainerUser.shown(container))
                        : List.of(),
                container -> ContainerUser.of(container) == ContainerUser.OPEN),
        () -> CheckResult.notApplicable(CheckReason.ON_WINDOWS));
  }
}
