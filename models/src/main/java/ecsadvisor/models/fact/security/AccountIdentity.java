package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory says of an account's identities. One object for all services of an account.
 *
 * @param rolesComplete whether all roles of the account were read
 * @param roleArns the roles that were read
 * @param administrators those of them that may do everything
 * @param openRoles those of which their policies do not tell whether they may
 * @param passwords the password policy, or null where the inventory has none
 */
public record AccountIdentity(
    boolean rolesComplete,
    Set<String> roleArns,
    List<RoleSecurity> administrators,
    List<RoleSecurity> openRoles,
    @Nullable Passwords passwords)
    implements Serializable {
  /** Nothing is known. */
  public static final AccountIdentity UNKNOWN =
      new AccountIdentity(false, Set.of(), List.of(), List.of(), null);

  public AccountIdentity {
    roleArns = Set.copyOf(roleArns);
    administrators = List.copyOf(administrators);
    openRoles = List.copyOf(openRoles);
  }

  /**
   * The account's password policy.
   *
   * @param minimumLength characters at least; 0 where not said
   * @param symbols whether it demands a symbol
   * @param numbers whether it demands a digit
   * @param upperCase whether it demands an upper-case letter
   * @param lowerCase whether it demands a lower-case letter
   * @param reusePrevention passwords that cannot be taken again; 0 for none
   */
  public record Passwords(
      int minimumLength,
      boolean symbols,
      boolean numbers,
      boolean upperCase,
      boolean lowerCase,
      int reusePrevention)
      implements Serializable {}
}
