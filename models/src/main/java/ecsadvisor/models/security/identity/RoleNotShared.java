package ecsadvisor.models.security.identity;

import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.fact.security.RoleUser;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import ecsadvisor.models.security.TaskCheck;
import java.util.List;

/**
 * Does the task role belong to one owner? NIST AC-2: rights that services of different owners share
 * are nobody's. Owners come from the services' tags; services of one owner may share a role. Only
 * services of the inventory are seen.
 */
public final class RoleNotShared implements TaskCheck {
  @Override
  public String statement() {
    return "The task role is not shared by services of different owners";
  }

  @Override
  public String remedy() {
    return "Give each service a task role of its own.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    if (task.taskRoleArn().isEmpty()) {
      return CheckResult.notApplicable(CheckReason.NO_ROLE);
    }
    Evidence role = new Evidence("role", task.taskRoleArn());
    String owner = service.owner();
    String unowned = owner.isEmpty() ? service.key().serviceName() : "";
    boolean shared = false;
    for (RoleUser user :
        service.security().identity().users().getOrDefault(task.taskRoleArn(), List.of())) {
      if (user.key().equals(service.key())) {
        continue;
      }
      shared = true;
      String other = Tag.first(user.tags(), service.ownerTags());
      if (!owner.isEmpty() && !other.isEmpty() && !other.equalsIgnoreCase(owner)) {
        return CheckResult.fail(
            CheckReason.ROLE_SHARED,
            role,
            new Evidence("owner", owner),
            new Evidence("also_used_by", user.key().clusterName() + "/" + user.key().serviceName()),
            new Evidence("other_owner", other));
      }
      owner = owner.isEmpty() ? other : owner;
      unowned = other.isEmpty() && unowned.isEmpty() ? user.key().serviceName() : unowned;
    }
    if (shared && !unowned.isEmpty()) {
      return CheckResult.noData(
          CheckReason.NO_OWNER,
          "ecs-service",
          "Tag service " + unowned + " with its owner: it shares a role.",
          role);
    }
    CheckResult unread =
        Freshness.unread(service, "ecs-service", "aws ecs describe-services --include TAGS");
    return unread == null ? CheckResult.pass(role) : unread.with(List.of(role));
  }
}
