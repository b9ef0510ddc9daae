package ecsadvisor.models.ledger;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one recommendation. Each run writes one for every id that it or an earlier
 * run knows.
 *
 * @param asOf last day of the run that wrote it
 * @param firstSeen last day of the first run that gave the recommendation
 * @param lastSeen last day of the latest run that gave it
 * @param daysOpen days that it waited to be done; never less than a week before
 * @param missedToDate what it would have saved on those days, at what was estimated then
 * @param estimatedMonthlyAtFirst the first estimate
 * @param estimatedMonthlyLast the latest before it was done
 * @param formerSetup what the action changes, as it was before any of it was done ({@link Setup})
 * @param advisedSetup the same as advised
 * @param baseline the bill before any of it was done; null where it is not known
 * @param partlyOn the day from which part of the change was in effect; null for none
 * @param implementedOn the day from which the change was in effect; null before
 */
public record LedgerEntry(
    LocalDate asOf,
    Subject subject,
    Standing standing,
    LocalDate firstSeen,
    LocalDate lastSeen,
    int daysOpen,
    double missedToDate,
    double estimatedMonthlyAtFirst,
    double estimatedMonthlyLast,
    String formerSetup,
    String advisedSetup,
    @Nullable Measured baseline,
    @Nullable LocalDate partlyOn,
    @Nullable LocalDate implementedOn,
    Realized realized)
    implements Serializable {

  /** The entry of a recommendation that nobody gave before. */
  static LedgerEntry first(Sighting sighting, LocalDate asOf) {
    return new LedgerEntry(
        asOf,
        sighting.subject(),
        Standing.of(Status.OPEN, StatusReason.NONE, asOf, null),
        asOf,
        asOf,
        0,
        0,
        sighting.estimatedMonthly(),
        sighting.estimatedMonthly(),
        sighting.formerSetup(),
        sighting.advisedSetup(),
        sighting.baseline(),
        null,
        null,
        Realized.NONE);
  }

  public String recommendationId() {
    return subject.recommendationId();
  }

  public Status status() {
    return standing.status();
  }

  /** Whole weeks that it waited to be done. */
  public int weeksOpen() {
    return daysOpen / 7;
  }

  /** The same on the last day of a later run, with what was missed until some day. */
  LedgerEntry aged(LocalDate day, LocalDate waitedThrough) {
    long days = Math.max(0, ChronoUnit.DAYS.between(asOf, waitedThrough));
    boolean proved = standing.reason() != StatusReason.EVIDENCE_MISSING;
    int open = standing.status().waits() ? daysOpen + Math.toIntExact(days) : daysOpen;
    double missed =
        standing.status().waits() && proved && estimatedMonthlyLast > 0
            ? missedToDate + days * estimatedMonthlyLast / Month.DAYS
            : missedToDate;
    return new LedgerEntry(
        day,
        subject,
        standing,
        firstSeen,
        lastSeen,
        open,
        missed,
        estimatedMonthlyAtFirst,
        estimatedMonthlyLast,
        formerSetup,
        advisedSetup,
        baseline,
        partlyOn,
        implementedOn,
        realized);
  }

  /** The same, given again, with the latest estimate. */
  LedgerEntry seen(Sighting sighting) {
    return new LedgerEntry(
        asOf,
        sighting.subject(),
        standing,
        firstSeen,
        asOf,
        daysOpen,
        missedToDate,
        estimatedMonthlyAtFirst,
        standing.status().isDone() ? estimatedMonthlyLast : sighting.estimatedMonthly(),
        formerSetup,
        advisedSetup,
        baseline,
        partlyOn,
        implementedOn,
        realized);
  }

  /** The same, with nothing of it done, measured against what a sighting says. */
  LedgerEntry rebased(Sighting sighting) {
    return new LedgerEntry(
        asOf,
        subject,
        standing,
        firstSeen,
        lastSeen,
        daysOpen,
        missedToDate,
        estimatedMonthlyAtFirst,
        sighting.estimatedMonthly(),
        sighting.formerSetup(),
        sighting.advisedSetup(),
        sighting.baseline() == null ? baseline : sighting.baseline(),
        null,
        implementedOn,
        realized);
  }

  /** The same with part of the change in effect from a day on. */
  LedgerEntry partly(LocalDate from) {
    return new LedgerEntry(
        asOf,
        subject,
        standing,
        firstSeen,
        lastSeen,
        daysOpen,
        missedToDate,
        estimatedMonthlyAtFirst,
        estimatedMonthlyLast,
        formerSetup,
        advisedSetup,
        baseline,
        from,
        implementedOn,
        realized);
  }

  /** The same with another standing. */
  LedgerEntry with(Standing other) {
    return with(other, implementedOn, realized);
  }

  /** The same with another standing and another saving. */
  LedgerEntry with(Standing other, @Nullable LocalDate done, Realized saved) {
    return new LedgerEntry(
        asOf,
        subject,
        other,
        firstSeen,
        lastSeen,
        daysOpen,
        missedToDate,
        estimatedMonthlyAtFirst,
        estimatedMonthlyLast,
        formerSetup,
        advisedSetup,
        baseline,
        partlyOn,
        done,
        saved);
  }
}
