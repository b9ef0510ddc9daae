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
 * Do the tasks keep their shared memory from their host? {@code ipcMode} is not host; absent means
 * what the instance's Docker daemon is set to, which is private memory unless someone changed it.
 */
public final class NoHostIpc implements TaskCheck {
  @Override
  public String statement() {
    return "The task does not share the memory segments of its host";
  }

  @Override
  public String remedy() {
    return "Remove ipcMode from the task definition, or set it to task or none.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    if (task.ipcMode().equalsIgnoreCase("host")) {
      return CheckResult.fail(CheckReason.HOST_IPC, new Evidence("ipcMode", "host"));
    }
    return task.open().touch("ipcMode")
        ? Unresolved.of(task, List.of("ipcMode"))
        : CheckResult.pass();
  }
}
