package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;

/** Has the task definition a tag other than AWS's own? Security Hub ECS.15. */
public final class TaskDefinitionTagged implements TaskCheck {
  @Override
  public String statement() {
    return "The task definition has a tag";
  }

  @Override
  public String remedy() {
    return "Tag the task definition, its owner and environment first.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    return OwnTags.judge(
        task.tags(),
        task.tagsKnown(),
        task.fromConfig(),
        service,
        "ecs-task-definition",
        "aws ecs describe-task-definition --include TAGS");
  }
}
