package ecsadvisor.models.security.identity;

import ecsadvisor.models.fact.security.RoleSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.security.AllOf;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import java.util.ArrayList;
import java.util.List;

/**
 * A check of every role that a revision runs with: its task role, its execution role and, where
 * containers have no role of their own on EC2, the role of their instance. The worst counts.
 */
interface RoleCheck extends TaskCheck {
  /**
   * The answer for one role.
   *
   * @param role a role that was read lately
   * @param kind what it is for
   * @param service the service that runs with it
   */
  CheckResult judge(RoleSecurity role, RoleUse.Kind kind, SecurityFacts service);

  /** Whether roles of that kind are asked about. */
  default boolean asksOf(RoleUse.Kind kind) {
    return true;
  }

  @Override
  default List<String> needs() {
    return List.of(
        "ecs-service",
        "ecs-task-definition",
        UnknownRole.DETAILS,
        "ecs-container-instance",
        "ec2-instance");
  }

  @Override
  default CheckResult judge(TaskSecurity task, SecurityFacts service) {
    List<CheckResult> answers = new ArrayList<>();
    for (RoleUse use : RoleUse.of(task, service)) {
      if (!asksOf(use.kind())) {
        continue;
      }
      CheckResult unknown = UnknownRole.of(use, service);
      RoleSecurity role = use.role();
      if (unknown != null) {
        answers.add(unknown);
      } else if (role != null) {
        answers.add(judge(role, use.kind(), service));
      }
    }
    return AllOf.of(answers, CheckResult.notApplicable(CheckReason.NO_ROLE));
  }
}
