package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;

/**
 * Is it set how much CPU every container gets? {@code cpu} is set per container, which is its share
 * on an instance, or for the task, which is a limit that Fargate and Linux instances enforce and
 * Windows instances ignore.
 */
public final class CpuLimitSet implements TaskCheck {
  @Override
  public String statement() {
    return "CPU is set for every container or for the task";
  }

  @Override
  public String remedy() {
    return "Set cpu for the task, or in every container definition.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    return TaskSize.judge(
        task,
        service,
        "cpu",
        task.cpuUnits() != null,
        () ->
            Containers.with(
                task, CheckReason.NO_CPU_LIMIT, "cpu", container -> container.cpuUnits() > 0));
  }
}
