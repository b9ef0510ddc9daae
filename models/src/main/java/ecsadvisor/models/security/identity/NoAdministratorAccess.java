package ecsadvisor.models.security.identity;

import ecsadvisor.models.fact.security.RoleSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.iam.Access;
import ecsadvisor.models.iam.Context;
import ecsadvisor.models.iam.Permissions;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;

/**
 * Is no role an administrator's? NIST AC-3. A role that may do everything to everything fails, also
 * where something is carved out of that by NotAction or a Deny, as PowerUserAccess does. A boundary
 * that allows less, or a Deny of everything, lets it pass; a boundary or condition that cannot be
 * told leaves it open.
 */
public final class NoAdministratorAccess implements RoleCheck {
  private static final String ALL = "*";

  @Override
  public String statement() {
    return "No role of the tasks may do everything";
  }

  @Override
  public String remedy() {
    return "Replace AdministratorAccess, PowerUserAccess or Action * by the actions that the"
        + " service calls; CloudTrail's last-accessed data names them.";
  }

  @Override
  public CheckResult judge(RoleSecurity role, RoleUse.Kind kind, SecurityFacts service) {
    Permissions permissions = new Permissions(role);
    Evidence name = new Evidence("role", role.name());
    Access access = permissions.everything();
    if (access == Access.DENIED) {
      return CheckResult.pass(name);
    }
    Evidence policies =
        new Evidence(
            "policies", String.join(", ", permissions.allowedBy(ALL, ALL, Context.NOTHING)));
    return access == Access.ALLOWED
        ? CheckResult.fail(CheckReason.ADMINISTRATOR, name, policies)
        : UnknownRole.undecided(role, policies);
  }
}
