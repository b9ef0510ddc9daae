package ecsadvisor.models.security.identity;

import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.fact.security.RoleSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.AllOf;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import java.util.ArrayList;
import java.util.List;

/**
 * Does a tag of the service or of its task role say who answers for them? NIST AC-2. The service's
 * owner is found as everywhere else, so tags of the bill count. That no tag says is a failure only
 * where all these tags were read.
 */
public final class OwnerTagged implements Check {
  @Override
  public String statement() {
    return "A tag of the service or of its task role names its owner";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", UnknownRole.DETAILS);
  }

  @Override
  public String remedy() {
    return "Tag the service with its owner and propagate its tags.";
  }

  @Override
  public CheckResult judge(SecurityFacts service) {
    if (!service.owner().isEmpty()) {
      return CheckResult.pass(new Evidence("owner", service.owner()));
    }
    CheckResult stale = Freshness.staleService(service);
    if (stale != null) {
      return stale;
    }
    List<CheckResult> open = new ArrayList<>();
    if (!service.security().tagsKnown()) {
      open.add(
          CheckResult.noData(
              CheckReason.MISSING_EXPORT,
              "ecs-service",
              "Add aws ecs describe-services --include TAGS of this account and region."));
    }
    for (TaskSecurity task : service.security().tasks()) {
      if (task.taskRoleArn().isEmpty()) {
        continue;
      }
      RoleSecurity role = service.security().identity().roles().get(task.taskRoleArn());
      RoleUse use = new RoleUse(RoleUse.Kind.TASK, task.taskRoleArn(), role);
      CheckResult unknown = UnknownRole.of(use, service);
      String owner = role == null ? "" : Tag.first(role.tags(), service.ownerTags());
      if (unknown != null) {
        open.add(unknown);
      } else if (!owner.isEmpty()) {
        return CheckResult.pass(new Evidence("role_owner", owner));
      } else if (role != null && !role.tagsKnown()) {
        open.add(
            CheckResult.noData(
                CheckReason.MISSING_EXPORT,
                UnknownRole.DETAILS,
                "Add aws iam list-role-tags of role " + role.name() + "."));
      }
    }
    return AllOf.of(
        open,
        CheckResult.fail(
            CheckReason.NO_OWNER,
            new Evidence("owner_tags", String.join(", ", service.ownerTags()))));
  }
}
