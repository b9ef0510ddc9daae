package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.models.cost.ResourceAdvice;
import ecsadvisor.models.finding.Lever;
import org.jspecify.annotations.Nullable;

/**
 * Advice about a shared resource with what the waterfall needs of it.
 *
 * @param lever what its saving is counted as, or null where it has none by nature
 * @param advice the advice
 * @param row its row, not yet with what is left of the saving
 */
public record ResourceFinding(
    @Nullable Lever lever, ResourceAdvice advice, RecommendationRow row) {}
