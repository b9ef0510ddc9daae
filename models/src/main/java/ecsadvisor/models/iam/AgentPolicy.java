package ecsadvisor.models.iam;

import ecsadvisor.models.fact.security.PolicySecurity;
import ecsadvisor.models.fact.security.PolicyStatement;
import ecsadvisor.models.fact.security.RoleSecurity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the role of an instance may do beyond what the ECS agent needs. */
public final class AgentPolicy {
  private AgentPolicy() {}

  /**
   * Patterns of actions that it is allowed beyond that, ordered; denies are not counted against.
   */
  public static List<String> excess(RoleSecurity role) {
    Set<String> excess = new TreeSet<>();
    for (PolicySecurity policy : role.policies()) {
      if (!ManagedPolicies.isAgent(policy)) {
        policy.statements().stream()
            .filter(PolicyStatement::allow)
            .forEach(statement -> add(excess, statement));
      }
    }
    return List.copyOf(excess);
  }

  private static void add(Set<String> excess, PolicyStatement statement) {
    if (statement.allActionsBut()) {
      excess.add("*");
      return;
    }
    statement.actions().stream()
        .filter(action -> !ManagedPolicies.agentMay(action))
        .forEach(excess::add);
  }
}
