package ecsadvisor.models.security.identity;

import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.SecuritySettings;
import java.util.List;

/** The checks of this package, in the order in which checks.csv and the docs have them. */
public final class IdentityChecks {
  private IdentityChecks() {}

  /** The checks. */
  public static List<Check> all(SecuritySettings settings) {
    return List.of(
        new IdentitiesKnown(),
        new TrustLimited(),
        new RoleNotShared(),
        new OwnerTagged(),
        new NoAdministratorAccess(),
        new NoPrivilegeEscalation(),
        new RolesSeparate(),
        new ExecLogged(),
        new NoServiceWildcards(),
        new RolesUsed(settings.rolesUsed()),
        new PasswordPolicy(settings.passwordPolicy()));
  }
}
