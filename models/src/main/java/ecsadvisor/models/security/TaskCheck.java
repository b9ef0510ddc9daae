package ecsadvisor.models.security;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import java.util.List;

/** A check of a task definition: the answer for a service is the worst of the revisions it runs. */
public interface TaskCheck extends Check {
  /**
   * The answer for one revision.
   *
   * @param task a revision with at least one container
   * @param service the service that runs it
   */
  CheckResult judge(TaskSecurity task, SecurityFacts service);

  @Override
  default List<String> needs() {
    return List.of("ecs-service", "ecs-task-definition");
  }

  @Override
  default CheckResult judge(SecurityFacts service) {
    return RunningRevisions.judge(this, service);
  }
}
