package ecsadvisor.models.ledger;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation as a run gives it.
 *
 * @param estimatedMonthly what it would save in a month of 730 hours, not calibrated; negative
 *     where it costs money
 * @param formerSetup what the action would change, as it is now ({@link Setup})
 * @param advisedSetup the same as advised
 * @param baseline what the bill says of the resource up to now; null without a bill
 */
public record Sighting(
    Subject subject,
    double estimatedMonthly,
    String formerSetup,
    String advisedSetup,
    @Nullable Measured baseline)
    implements Serializable {}
