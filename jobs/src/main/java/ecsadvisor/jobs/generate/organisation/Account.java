package ecsadvisor.jobs.generate.organisation;

import java.util.Set;

/**
 * An account of the organisation.
 *
 * @param id twelve digits
 * @param name the name on the bill
 * @param flaws what is wrong with the account as a whole
 * @param attested whether its policies are written down and attested
 * @param budgets BUDGET_AND_ALERT, BUDGET_ONLY or NONE: how its spending is watched
 * @param edpShare share of its usage cost given back as enterprise discount rows; 0 for none
 */
public record Account(
    String id, String name, Set<Flaw> flaws, boolean attested, Watch budgets, double edpShare) {

  /** How an account's spending is watched. */
  public enum Watch {
    BUDGET_AND_ALERT,
    BUDGET_ONLY,
    NONE
  }

  public Account {
    flaws = Set.copyOf(flaws);
  }
}
