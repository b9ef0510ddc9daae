package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.ContainerSecurity.LogSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import ecsadvisor.models.security.Unresolved;

/**
 * Does every container have a log configuration? Security Hub ECS.9, Config rule {@code
 * ecs-task-definition-log-configuration}, taken literally: a driver is named in every container,
 * whichever. A FireLens router without one fails as well.
 */
public final class LogConfigurationSet implements TaskCheck {
  @Override
  public String statement() {
    return "Every container has a log configuration";
  }

  @Override
  public String remedy() {
    return "Add a logConfiguration with a logDriver to every container definition.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    return Containers.with(
        task,
        CheckReason.NO_LOG_CONFIGURATION,
        "logConfiguration",
        container -> {
          LogSecurity log = container.log();
          return log != null && !log.driver().isBlank() && !Unresolved.in(log.driver());
        });
  }
}
