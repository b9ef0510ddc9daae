package ecsadvisor.models.ledger;

import java.io.Serializable;

/**
 * A decision of the week.
 *
 * @param rank 1 for the first
 * @param score its share of all savings, with those in production that wait for it, over its share
 *     of all disruption
 * @param disruption what it does to what runs
 * @param disruptionPoints what it takes of its owner's budget
 * @param budgetUsed what its owner's changes in progress and of the week take together
 * @param budget what an owner has in a week
 * @param window when to make the change, such as {@code TUE 09:00-16:00 UTC}
 */
public record PlannedChange(
    int rank,
    String recommendationId,
    String owner,
    String currency,
    double monthlySaving,
    double score,
    Disruption disruption,
    int disruptionPoints,
    int budgetUsed,
    int budget,
    String window)
    implements Serializable {}
