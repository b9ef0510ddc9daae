package ecsadvisor.models.security.identity;

import ecsadvisor.models.fact.security.RoleSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.iam.Access;
import ecsadvisor.models.iam.Escalations;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Can no role get more rights than it was given? NIST AC-3. Each known way takes a set of actions
 * ({@code escalations.csv}, from Rhino Security Labs, pathfinding.cloud and AWS's references).
 *
 * <p>{@code iam:PassRole} counts where it is open to all roles of the account, or names an
 * administrator's role that trusts the service which it is passed to; passing other named roles is
 * no escalation. Rights to change policies count where they are open, or name the role itself or a
 * policy of it; for other named targets nobody can tell. Running code of others (Lambda, ECS Exec,
 * Systems Manager) counts where it is open.
 */
public final class NoPrivilegeEscalation implements RoleCheck {
  private static final int SHOWN = 5;

  @Override
  public String statement() {
    return "No role of the tasks can give itself more rights";
  }

  @Override
  public String remedy() {
    return "Name the resources of iam:PassRole and of the other actions, or drop the actions.";
  }

  @Override
  public CheckResult judge(RoleSecurity role, RoleUse.Kind kind, SecurityFacts service) {
    Map<String, Access> ways =
        Escalations.of(role, service.security().identity().account(), service.key().region());
    List<String> sure = new ArrayList<>();
    ways.forEach(
        (way, access) -> {
          if (access == Access.ALLOWED) {
            sure.add(way);
          }
        });
    Evidence name = new Evidence("role", role.name());
    if (!sure.isEmpty()) {
      return CheckResult.fail(
          CheckReason.ESCALATION, name, new Evidence("ways", Shown.of(sure, SHOWN)));
    }
    return ways.isEmpty()
        ? CheckResult.pass(name)
        : UnknownRole.undecided(
            role, new Evidence("possible_ways", Shown.of(new ArrayList<>(ways.keySet()), SHOWN)));
  }
}
