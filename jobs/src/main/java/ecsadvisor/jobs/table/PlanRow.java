package ecsadvisor.jobs.table;

import java.io.Serializable;

/**
 * A row of plan.csv: a decision of the week.
 *
 * @param recommendationIds its recommendations in the order in which to do them, separated by
 *     {@code ;}
 * @param calibratedMonthlySavings the saving as the control's verified ones have it
 * @param score share of all savings over share of all disruption
 */
public record PlanRow(
    int rank,
    String recommendationIds,
    String owner,
    String currency,
    @Decimals(2) double monthlySavings,
    @Decimals(2) double calibratedMonthlySavings,
    String disruption,
    int disruptionPoints,
    int budgetUsed,
    int budget,
    String window,
    @Decimals(2) double score,
    String why)
    implements Serializable {}
