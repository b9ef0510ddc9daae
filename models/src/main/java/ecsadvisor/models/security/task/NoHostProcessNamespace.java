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
 * Are the processes of the host hidden from the tasks? Security Hub ECS.3, Config rule {@code
 * ecs-task-definition-pid-mode-check}: the mode is the task's, not a container's, and absent means
 * that each container has its own.
 */
public final class NoHostProcessNamespace implements TaskCheck {
  @Override
  public String statement() {
    return "The task does not share the process namespace of its host";
  }

  @Override
  public String remedy() {
    return "Remove pidMode from the task definition, or set it to task.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    if (task.pidMode().equalsIgnoreCase("host")) {
      return CheckResult.fail(CheckReason.HOST_PROCESSES, new Evidence("pidMode", "host"));
    }
    return task.open().touch("pidMode")
        ? Unresolved.of(task, List.of("pidMode"))
        : CheckResult.pass();
  }
}
