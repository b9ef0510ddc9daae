package ecsadvisor.models.security.identity;

import ecsadvisor.models.fact.security.PolicySecurity;
import ecsadvisor.models.fact.security.PolicyStatement;
import ecsadvisor.models.fact.security.RoleSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.iam.Permissions;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Does no role have all actions of a service on all resources, such as {@code s3:*} on {@code *}?
 * The least-privilege rule of cloudsplaining. Statements with conditions are not counted: they
 * limit the right in another way. What denies or a boundary take away again is not counted.
 */
public final class NoServiceWildcards implements RoleCheck {
  private static final int SHOWN = 5;

  @Override
  public String statement() {
    return "No role of the tasks may do everything in a service of AWS";
  }

  @Override
  public String remedy() {
    return "Name the actions that the service calls, and their resources.";
  }

  @Override
  public CheckResult judge(RoleSecurity role, RoleUse.Kind kind, SecurityFacts service) {
    Permissions permissions = new Permissions(role);
    List<String> wild = new ArrayList<>();
    for (PolicyStatement statement : permissions.allowing()) {
      if (statement.conditions().isEmpty() && Permissions.onEverything(statement)) {
        wild.addAll(wildcards(statement));
      }
    }
    if (!wild.isEmpty()) {
      return CheckResult.fail(
          CheckReason.SERVICE_WILDCARD,
          new Evidence("role", role.name()),
          new Evidence("actions", Shown.of(wild.stream().distinct().sorted().toList(), SHOWN)));
    }
    boolean known = role.policies().stream().allMatch(PolicySecurity::known);
    return known
        ? CheckResult.pass(new Evidence("role", role.name()))
        : UnknownRole.undecided(role);
  }

  private static List<String> wildcards(PolicyStatement statement) {
    if (statement.allActionsBut()) {
      return List.of("all but " + statement.actions().size());
    }
    return statement.actions().stream()
        .filter(action -> action.equals("*") || action.endsWith(":*"))
        .toList();
  }
}
