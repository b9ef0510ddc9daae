package ecsadvisor.models.security.audit;

import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.ContainerSecurity.LogSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import java.util.ArrayList;
import java.util.List;

/**
 * Do containers go on when their logs cannot be sent? Where the definition has no {@code mode}, the
 * account's setting {@code defaultLogDriverMode} decides, which no file of the inventory has, and
 * AWS Config leaves the options out.
 */
public final class LogsNonBlocking implements TaskCheck {
  @Override
  public String statement() {
    return "No container waits for its logs to be sent";
  }

  @Override
  public String remedy() {
    return "Set the log option mode to non-blocking with a max-buffer-size.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    List<Evidence> blocking = new ArrayList<>();
    List<Evidence> unsaid = new ArrayList<>();
    boolean any = false;
    for (ContainerSecurity container : task.containers()) {
      LogSecurity log = container.log();
      if (log != null && ContainersLog.keepsOutput(container)) {
        any = true;
        Evidence named = new Evidence("container", container.name());
        if (log.mode().equals("blocking")) {
          blocking.add(named);
        } else if (!log.mode().equals("non-blocking")) {
          unsaid.add(named);
        }
      }
    }
    if (!any) {
      return CheckResult.notApplicable(CheckReason.NOT_LOGGED);
    }
    if (!blocking.isEmpty()) {
      return CheckResult.fail(CheckReason.BLOCKING_LOGS).with(blocking);
    }
    if (!unsaid.isEmpty()) {
      return CheckResult.noData(
              CheckReason.UNRESOLVED_REFERENCE,
              "ecs-task-definition",
              "Set the log option mode; without it the account's defaultLogDriverMode decides.")
          .with(unsaid);
    }
    return CheckResult.pass();
  }
}
