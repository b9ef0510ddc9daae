package ecsadvisor.models.cost;

/**
 * What the rule took.
 *
 * @param option the option taken
 * @param floor the cheapest option that would have held the history
 * @param fits whether any option would have held it; if not, {@code option} is the largest
 * @param riskMonthly what the remaining risk is worth a month at the option taken
 */
record SizeChoice(SizeOption option, SizeOption floor, boolean fits, double riskMonthly) {}
