package ecsadvisor.models.security.audit;

import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.ContainerSecurity.LogSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import java.util.List;

/**
 * Is the output of every container kept? Security Hub ECS.9 and Config rule {@code
 * ecs-task-definition-log-configuration} take any driver; here {@code none} is a failure, and
 * {@code awsfirelens} one where the task has no router. All containers count, the router itself as
 * well: what it says of lost events is the output that is missed first.
 */
public final class ContainersLog implements TaskCheck {
  @Override
  public String statement() {
    return "The output of every container is kept";
  }

  @Override
  public String remedy() {
    return "Add a logConfiguration with a driver other than none to every container, and a FireLens"
        + " router where awsfirelens is used.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    List<Evidence> silent =
        task.containers().stream()
            .filter(container -> !keepsOutput(container))
            .map(ContainersLog::described)
            .toList();
    if (!silent.isEmpty()) {
      return CheckResult.fail(CheckReason.NOT_LOGGED).with(silent);
    }
    boolean routed = task.containers().stream().anyMatch(ContainerSecurity::logRouter);
    List<Evidence> lost =
        routed
            ? List.of()
            : task.containers().stream()
                .filter(container -> driver(container).equals("awsfirelens"))
                .map(ContainersLog::described)
                .toList();
    return lost.isEmpty()
        ? CheckResult.pass()
        : CheckResult.fail(CheckReason.NO_LOG_ROUTER).with(lost);
  }

  /** Whether a container's log driver keeps its output. */
  public static boolean keepsOutput(ContainerSecurity container) {
    return !driver(container).isEmpty() && !driver(container).equals("none");
  }

  private static String driver(ContainerSecurity container) {
    LogSecurity log = container.log();
    return log == null ? "" : log.driver();
  }

  private static Evidence described(ContainerSecurity container) {
    String driver = driver(container);
    return new Evidence(
        container.logRouter() ? "log_router" : "container",
        container.name() + (driver.isEmpty() ? "" : " (" + driver + ")"));
  }
}
