package ecsadvisor.models.secret;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a detector, as texts that can travel.
 *
 * @param rules the forms, in the order in which they are tried
 * @param allowances what is no secret whichever rule finds it
 */
public record SecretRules(List<SecretRule> rules, List<SecretAllowance> allowances)
    implements Serializable {
  public SecretRules {
    rules = List.copyOf(rules);
    allowances = List.copyOf(allowances);
  }

  /** The rules that come with the program. */
  public static SecretRules builtIn() {
    return BuiltInRules.read();
  }

  /** These rules and others. */
  public SecretRules and(SecretRules others) {
    List<SecretRule> allRules = new ArrayList<>(rules);
    allRules.addAll(others.rules);
    List<SecretAllowance> allAllowances = new ArrayList<>(allowances);
    allAllowances.addAll(others.allowances);
    return new SecretRules(allRules, allAllowances);
  }
}
