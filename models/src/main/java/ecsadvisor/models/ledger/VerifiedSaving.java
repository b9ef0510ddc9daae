package ecsadvisor.models.ledger;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a change really saves, or why that cannot be said.
 *
 * @param unit what it was counted by
 * @param fromBefore first day before the change that was looked at; null where none was
 * @param throughBefore last one
 * @param fromAfter first day after the change that was looked at; null where none was
 * @param throughAfter last one
 * @param daysAfter number of those after; 0 for none
 * @param costBefore cost of a unit before; for days what a day would have cost at the load after
 * @param costAfter cost of a unit after
 * @param unitsPerDayAfter units of a day after
 * @param monthly saving of a month of 730 hours at the usage after; null where refused
 * @param rawMonthly cost before less cost after, of such a month; null where there was no bill
 * @param atFormerUsageMonthly the saving at the usage before; null where refused
 * @param errorMonthly half of the 90 % interval of {@code monthly}
 * @param shared whether it is its part, by estimates, of a saving of several changes
 * @param confounders names of what stood in the way, separated by {@code ;}; empty for none
 */
public record VerifiedSaving(
    String recommendationId,
    SavingUnit unit,
    @Nullable LocalDate fromBefore,
    @Nullable LocalDate throughBefore,
    @Nullable LocalDate fromAfter,
    @Nullable LocalDate throughAfter,
    int daysAfter,
    double costBefore,
    double costAfter,
    double unitsPerDayAfter,
    @Nullable Double monthly,
    @Nullable Double rawMonthly,
    @Nullable Double atFormerUsageMonthly,
    double errorMonthly,
    boolean shared,
    String confounders)
    implements Serializable {}
