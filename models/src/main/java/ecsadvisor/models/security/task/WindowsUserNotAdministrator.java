package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import ecsadvisor.models.security.Unresolved;
import java.util.List;

/**
 * Do Windows containers run as a user other than the administrator? Security Hub ECS.21, Config
 * rule {@code ecs-task-definition-windows-user-non-admin}: {@code user} is there and not
 * containeradministrator, with or without a domain. Not applicable on Linux.
 */
public final class WindowsUserNotAdministrator implements TaskCheck {
  @Override
  public String statement() {
    return "No Windows container runs as administrator";
  }

  @Override
  public String remedy() {
    return "Set user to ContainerUser in every container definition.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    return OperatingSystem.judge(
        task,
        service,
        () -> CheckResult.notApplicable(CheckReason.ON_LINUX),
        () ->
            Containers.judge(
                task,
                CheckReason.WINDOWS_ADMINISTRATOR,
                "user",
                container ->
                    isAdministrator(container.user())
                        ? List.of(ContainerUser.shown(container))
                        : List.of(),
                container -> Unresolved.in(container.user())));
  }

  /** Whether a user of Windows is the administrator, who is also meant where none is named. */
  public static boolean isAdministrator(String user) {
    String name = user.substring(user.lastIndexOf('\\') + 1).strip();
    return name.isEmpty() || name.equalsIgnoreCase("containeradministrator");
  }
}
