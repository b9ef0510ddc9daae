package ecsadvisor.models.security.identity;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.IdentitySecurity;
import ecsadvisor.models.fact.security.RoleSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role that a revision runs with.
 *
 * @param kind what for
 * @param reference its ARN or name; empty where nothing names it
 * @param role the role, or null where the inventory lacks it
 */
record RoleUse(Kind kind, String reference, @Nullable RoleSecurity role) {
  /** What a role is for. */
  enum Kind {
    /** Containers act as it. */
    TASK,
    /** It starts the task. */
    EXECUTION,
    /** Containers inherit it from their instance, as they have no role of their own. */
    INSTANCE
  }

  /** The roles of a revision, the task role first. */
  static List<RoleUse> of(TaskSecurity task, SecurityFacts service) {
    List<RoleUse> uses = new ArrayList<>();
    IdentitySecurity identity = service.security().identity();
    if (!task.taskRoleArn().isEmpty()) {
      uses.add(use(Kind.TASK, task.taskRoleArn(), identity));
    }
    if (!task.executionRoleArn().isEmpty()) {
      uses.add(use(Kind.EXECUTION, task.executionRoleArn(), identity));
    }
    if (task.taskRoleArn().isEmpty() && service.config().launchType() != LaunchType.FARGATE) {
      uses.addAll(inherited(identity));
    }
    return uses;
  }

  /** The roles of the instances; one without a name where some of them are not known. */
  static List<RoleUse> inherited(IdentitySecurity identity) {
    List<RoleUse> uses = new ArrayList<>();
    identity.instanceRoles().forEach(arn -> uses.add(use(Kind.INSTANCE, arn, identity)));
    if (!identity.instanceRolesKnown() || uses.isEmpty()) {
      uses.add(new RoleUse(Kind.INSTANCE, "", null));
    }
    return uses;
  }

  private static RoleUse use(Kind kind, String reference, IdentitySecurity identity) {
    return new RoleUse(kind, reference, identity.roles().get(reference));
  }
}
