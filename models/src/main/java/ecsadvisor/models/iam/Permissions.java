package ecsadvisor.models.iam;

import ecsadvisor.models.fact.security.PolicySecurity;
import ecsadvisor.models.fact.security.PolicyStatement;
import ecsadvisor.models.fact.security.RoleSecurity;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a role may do by its own policies and its boundary. Service control policies, session
 * policies and policies of resources are not known here and not assumed.
 *
 * <p>A deny wins where it applies without a condition. A policy that was not read may allow
 * anything; that it denies is not assumed, so that what the others allow is said.
 */
public final class Permissions {
  private static final String ALL = "*";

  private final RoleSecurity role;

  public Permissions(RoleSecurity role) {
    this.role = role;
  }

  /** Whether it may do everything, whatever is carved out of that: an administrator. */
  public Access everything() {
    return may(ALL, ALL, Context.NOTHING);
  }

  /**
   * Whether it may do something.
   *
   * @param action an action, or {@code *}
   * @param resource a resource, or a pattern for as much as it stands for; a deny that concerns
   *     only a part of that leaves the rest
   */
  public Access may(String action, String resource, Context context) {
    Access own = decision(role.policies(), action, resource, context);
    PolicySecurity boundary = role.boundary();
    return boundary == null || own == Access.DENIED
        ? own
        : own.and(decision(List.of(boundary), action, resource, context));
  }

  /** Whether it may do something to any resource at all. */
  public Access mayAnywhere(String action, Context context) {
    boolean known = role.policies().stream().allMatch(PolicySecurity::known);
    Access best = known ? Access.DENIED : Access.UNDECIDED;
    for (String resource : resources(action)) {
      best = best.or(may(action, resource, context));
    }
    return best;
  }

  /** The patterns of resources that its policies name for an action, ordered. */
  public SortedSet<String> resources(String action) {
    SortedSet<String> resources = new TreeSet<>();
    for (PolicyStatement statement : allowing()) {
      if (Scope.acts(statement, action)) {
        resources.addAll(statement.allResourcesBut() ? List.of(ALL) : statement.resources());
      }
    }
    return resources;
  }

  /** The names of the policies that allow or may allow something, in order. */
  public List<String> allowedBy(String action, String resource, Context context) {
    List<String> names = new ArrayList<>();
    for (PolicySecurity policy : role.policies()) {
      if (decision(List.of(policy), action, resource, context) != Access.DENIED) {
        names.add(policy.name());
      }
    }
    return names;
  }

  /** The statements that allow something. */
  public List<PolicyStatement> allowing() {
    List<PolicyStatement> statements = new ArrayList<>();
    for (PolicySecurity policy : role.policies()) {
      policy.statements().stream().filter(PolicyStatement::allow).forEach(statements::add);
    }
    return statements;
  }

  /** Whether a statement concerns all resources. */
  public static boolean onEverything(PolicyStatement statement) {
    return statement.allResourcesBut() || Scope.everything(statement.resources());
  }

  /** The policies whose documents are not known, the boundary included. */
  public List<PolicySecurity> unread() {
    List<PolicySecurity> unread = new ArrayList<>();
    role.policies().stream().filter(policy -> !policy.known()).forEach(unread::add);
    PolicySecurity boundary = role.boundary();
    if (boundary != null && !boundary.known()) {
      unread.add(boundary);
    }
    return unread;
  }

  private static Access decision(
      List<PolicySecurity> policies, String action, String resource, Context context) {
    Truth allows = Truth.NO;
    Truth denies = Truth.NO;
    for (PolicySecurity policy : policies) {
      if (!policy.known()) {
        allows = allows.or(Truth.MAYBE);
      }
      for (PolicyStatement statement : policy.statements()) {
        Truth applies = Scope.applies(statement, action, resource, context);
        if (statement.allow()) {
          allows = allows.or(applies);
        } else {
          denies = denies.or(applies);
        }
      }
    }
    return switch (allows.and(denies.not())) {
      case YES -> Access.ALLOWED;
      case MAYBE -> Access.UNDECIDED;
      case NO -> Access.DENIED;
    };
  }
}
