package ecsadvisor.models.cost;

import ecsadvisor.models.fact.AccountFacts;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account's costs are watched, by itself or by its payer. A payer's monitor reaches the
 * account where it watches services or linked accounts; a payer's budget counts as it stands, since
 * its filter is not known. Tags are activated by the payer.
 *
 * @param budgets budgets of costs with a notification
 * @param budgetsKnown whether there can be no others
 * @param monitors anomaly monitors with a subscriber
 * @param monitorsKnown likewise
 * @param tags active cost allocation tags that are not AWS's own
 * @param tagsKnown likewise
 */
record AlertEvidence(
    int budgets,
    boolean budgetsKnown,
    int monitors,
    boolean monitorsKnown,
    int tags,
    boolean tagsKnown) {

  /** What is known of an account and, where that is another, of its payer. */
  static AlertEvidence of(
      @Nullable AccountFacts own, boolean payerIsOther, @Nullable AccountFacts payer) {
    int budgets = budgets(own) + (payerIsOther ? budgets(payer) : 0);
    int monitors = monitors(own, false) + (payerIsOther ? monitors(payer, true) : 0);
    int tags = tags(own) + (payerIsOther ? tags(payer) : 0);
    return new AlertEvidence(
        budgets,
        isKnown(own, payerIsOther, payer, AccountFacts::budgetsKnown),
        monitors,
        isKnown(own, payerIsOther, payer, AccountFacts::anomalyMonitorsKnown),
        tags,
        isKnown(own, payerIsOther, payer, AccountFacts::costAllocationTagsKnown));
  }

  private static boolean isKnown(
      @Nullable AccountFacts own,
      boolean payerIsOther,
      @Nullable AccountFacts payer,
      Predicate<AccountFacts> known) {
    boolean ofOwn = own != null && known.test(own);
    boolean ofPayer = !payerIsOther || (payer != null && known.test(payer));
    return ofOwn && ofPayer;
  }

  private static int budgets(@Nullable AccountFacts account) {
    return account == null
        ? 0
        : (int)
            account.budgets().stream()
                .filter(each -> each.notifications() > 0 && each.type().equals("COST"))
                .count();
  }

  private static int monitors(@Nullable AccountFacts account, boolean ofOthers) {
    return account == null
        ? 0
        : (int)
            account.anomalyMonitors().stream()
                .filter(each -> each.subscribers() > 0)
                .filter(
                    each ->
                        !ofOthers
                            || each.dimension().equals("LINKED_ACCOUNT")
                            || each.dimension().equals("SERVICE"))
                .count();
  }

  private static int tags(@Nullable AccountFacts account) {
    return account == null
        ? 0
        : (int)
            account.costAllocationTags().stream().filter(tag -> !tag.startsWith("aws:")).count();
  }

  boolean lacksBudget() {
    return budgets == 0 && budgetsKnown;
  }

  boolean lacksMonitor() {
    return monitors == 0 && monitorsKnown;
  }

  boolean lacksTags() {
    return tags == 0 && tagsKnown;
  }
}
