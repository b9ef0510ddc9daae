package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;

/**
 * Does a hard limit bound the memory of every container? Config rule {@code
 * ecs-task-definition-memory-hard-limit}, Control Tower CT.ECS.PR.7: {@code memory} is set per
 * container, or for the task, which Fargate and Linux instances enforce and Windows instances
 * ignore. {@code memoryReservation} is no limit.
 */
public final class MemoryLimitSet implements TaskCheck {
  @Override
  public String statement() {
    return "A hard limit bounds every container's memory";
  }

  @Override
  public String remedy() {
    return "Set memory in every container definition, or for the task.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    return TaskSize.judge(
        task,
        service,
        "memory",
        task.memoryMiB() != null,
        () ->
            Containers.with(
                task,
                CheckReason.NO_MEMORY_LIMIT,
                "memory",
                container -> container.memoryMiB() != null));
  }
}
