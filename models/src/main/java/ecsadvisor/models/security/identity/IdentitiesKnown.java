package ecsadvisor.models.security.identity;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.PolicySecurity;
import ecsadvisor.models.fact.security.RoleSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.iam.AgentPolicy;
import ecsadvisor.models.iam.Permissions;
import ecsadvisor.models.security.AllOf;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Is it known as whom the tasks act? NIST AC-2. The roles of the revision must be among the
 * account's roles.
 *
 * <p>Without a task role, containers on Fargate act as nobody. On EC2 they inherit the instance's
 * role unless that is blocked, so it may hold no more than the ECS agent needs ({@code
 * AmazonEC2ContainerServiceforEC2Role}).
 */
public final class IdentitiesKnown implements RoleCheck {
  private static final int SHOWN = 5;

  @Override
  public String statement() {
    return "The roles of the tasks are known, and tasks without a role inherit no rights";
  }

  @Override
  public String remedy() {
    return "Give the task definition a task role of its own (taskRoleArn), and the instances no"
        + " policy beyond AmazonEC2ContainerServiceforEC2Role.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    List<CheckResult> answers = new ArrayList<>();
    answers.add(RoleCheck.super.judge(task, service));
    if (task.taskRoleArn().isEmpty() && service.config().launchType() == LaunchType.FARGATE) {
      answers.add(CheckResult.pass(new Evidence("task_role", "none")));
    }
    return AllOf.of(answers, CheckResult.notApplicable(CheckReason.NO_ROLE));
  }

  @Override
  public CheckResult judge(RoleSecurity role, RoleUse.Kind kind, SecurityFacts service) {
    Evidence name = new Evidence("role", role.name());
    if (kind != RoleUse.Kind.INSTANCE) {
      return CheckResult.pass(name);
    }
    List<String> excess = AgentPolicy.excess(role);
    if (!excess.isEmpty()) {
      return CheckResult.fail(
          CheckReason.INSTANCE_RIGHTS, name, new Evidence("actions", Shown.of(excess, SHOWN)));
    }
    List<PolicySecurity> unread = new Permissions(role).unread();
    return unread.isEmpty() ? CheckResult.pass(name) : UnknownRole.undecided(role);
  }
}
