package ecsadvisor.models.security.identity;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;

/**
 * Do tasks run as another role than the one that starts them? NIST AC-3, Checkov CKV_AWS_249: with
 * one role for both, the containers may read what only the start needs, such as secrets.
 */
public final class RolesSeparate implements TaskCheck {
  @Override
  public String statement() {
    return "The task role is not the execution role";
  }

  @Override
  public String remedy() {
    return "Give the containers a task role of their own, without what only the start needs.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    if (task.taskRoleArn().isEmpty() || task.executionRoleArn().isEmpty()) {
      return CheckResult.notApplicable(
          CheckReason.NO_ROLE,
          new Evidence("without", task.taskRoleArn().isEmpty() ? "taskRole" : "executionRole"));
    }
    return name(task.taskRoleArn()).equals(name(task.executionRoleArn()))
        ? CheckResult.fail(CheckReason.SAME_ROLE, new Evidence("role", task.taskRoleArn()))
        : CheckResult.pass();
  }

  /** A definition may name a role without its ARN. */
  private static String name(String role) {
    int at = role.indexOf(":role/");
    return at < 0 ? role : role.substring(at + ":role/".length());
  }
}
