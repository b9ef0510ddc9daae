package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.Spread;
import java.io.Serializable;

/**
 * Advice for one service with what the waterfall makes of it.
 *
 * @param lever what the saving is counted as
 * @param row its row, not yet with what is left of the saving after the levers before it
 * @param proposal what to change, for the patches
 * @param addressable monthly cost that it works on when it works alone
 * @param standalone what it would save alone; negative where it costs money
 * @param rate share that it saves of what the levers before it left, 0..1
 * @param relative how sure that is, as multiples of the saving
 */
public record LeverAdvice(
    Lever lever,
    RecommendationRow row,
    Proposal proposal,
    double addressable,
    double standalone,
    double rate,
    Spread relative)
    implements Serializable {}
