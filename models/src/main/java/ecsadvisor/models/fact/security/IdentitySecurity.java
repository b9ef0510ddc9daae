package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What the inventory says of its roles and their policies.
 *
 * @param roles the roles that the inventory has of those that it refers to, by the reference: the
 *     ARN, or a name as a task definition may have it
 * @param instanceRoles ARNs of the roles of the instances that its tasks may run on, ordered
 * @param instanceRolesKnown whether the roles of all these instances are known
 * @param users the services that run as each of its task roles, itself included, by the role's
 *     reference; one list for all services of a role
 * @param account what is known of the account
 */
public record IdentitySecurity(
    Map<String, RoleSecurity> roles,
    List<String> instanceRoles,
    boolean instanceRolesKnown,
    Map<String, List<RoleUser>> users,
    AccountIdentity account)
    implements Serializable {
  /** Nothing is known. */
  public static final IdentitySecurity UNKNOWN =
      new IdentitySecurity(Map.of(), List.of(), false, Map.of(), AccountIdentity.UNKNOWN);

  public IdentitySecurity {
    roles = Map.copyOf(roles);
    instanceRoles = List.copyOf(instanceRoles);
    users = Map.copyOf(users);
  }
}
