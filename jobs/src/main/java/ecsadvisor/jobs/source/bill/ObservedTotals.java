package ecsadvisor.jobs.source.bill;

/**
 * What passed by while the bill was read, counted apart from the fold that uses it.
 *
 * @param billingPeriod the bill's month, {@code yyyy-MM}
 * @param lines number of lines
 * @param billed their billed cost in money units
 */
public record ObservedTotals(String billingPeriod, long lines, long billed) {}
