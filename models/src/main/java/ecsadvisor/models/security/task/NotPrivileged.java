package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import java.util.List;

/**
 * Is no container privileged? Security Hub ECS.4, Config rule {@code ecs-containers-nonprivileged}:
 * {@code privileged} is true in no container. Fargate and Windows have no privileged containers, so
 * that the field is absent there.
 */
public final class NotPrivileged implements TaskCheck {
  @Override
  public String statement() {
    return "No container is privileged";
  }

  @Override
  public String remedy() {
    return "Set privileged to false, and add the capabilities that the container needs one by one.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    return Containers.without(
        task,
        CheckReason.PRIVILEGED,
        "privileged",
        container -> container.privileged() ? List.of("true") : List.of());
  }
}
