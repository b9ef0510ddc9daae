package ecsadvisor.models.ledger;

import ecsadvisor.models.setting.Setting;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a recommendation from one run to the next.
 *
 * <pre>
 * waiting, change seen                        Implemented, whatever was decided
 * waiting, resource gone                      Expired
 * waiting, dismissed or snoozed               stays so until its end
 * waiting, advised again                      Open or Regressed; InProgress when decided or partly done
 * waiting, judged and no longer worthwhile    Expired; Implemented when partly done
 * waiting, nothing known of it                as it was for some weeks, then Expired
 * done, and as before the change again        Regressed
 * done, advised again after the look-back     Regressed
 * expired, advised again                      Open
 * </pre>
 *
 * <p>A recommendation that is no longer given is not done for that: only the inventory can say so.
 * Withheld advice is no end either. Right after a change the look-back still holds the days before
 * it, so advice given again then is an echo. Dismissed advice comes back when the saving has grown
 * or the dismissal is old; the decision is spent then, and only a later one counts. A decision that
 * is taken out of the file no longer holds.
 */
public final class Lifecycle {
  private final Settings settings;

  /** When the memory gives up, and when it asks again. */
  public record Settings(
      @Setting("Weeks that advice stays open while its evidence is missing")
          int evidenceMissingWeeks,
      @Setting("Days after which dismissed advice is asked again") int dismissedDays,
      @Setting("Growth of the saving that brings dismissed advice back, as a multiple")
          double dismissedGrowthFactor,
      @Setting("Days after the last day of a run in which decisions still count for it")
          int decisionLagDays,
      @Setting("Days after a change in which the same advice is an echo of the look-back")
          int echoDays) {
    public Settings {
      SettingCheck.atLeast("evidenceMissingWeeks", evidenceMissingWeeks, 0);
      SettingCheck.atLeast("dismissedDays", dismissedDays, 1);
      SettingCheck.atLeast("dismissedGrowthFactor", dismissedGrowthFactor, 1);
      SettingCheck.atLeast("decisionLagDays", decisionLagDays, 0);
      SettingCheck.atLeast("echoDays", echoDays, 0);
    }

    /** What holds where the user says nothing. */
    public static Settings defaults() {
      return new Settings(4, 180, 1.5, 6, 35);
    }
  }

  Lifecycle(Settings settings) {
    this.settings = settings;
  }

  /** The entry of a recommendation that is given for the first time. */
  LedgerEntry first(Sighting sighting, @Nullable Decision decision, LocalDate asOf) {
    LedgerEntry entry = LedgerEntry.first(sighting, asOf);
    return decided(entry, entry, true, decision, asOf);
  }

  /**
   * The entry of today.
   *
   * @param previous the entry of the latest run before
   * @param sighting the recommendation as given today; null where it is not
   * @param decision the one that holds; null for none
   */
  LedgerEntry next(
      LedgerEntry previous,
      @Nullable Sighting sighting,
      Observation observation,
      @Nullable Decision decision,
      LocalDate asOf) {
    Status status = previous.status();
    boolean givesUp =
        status == Status.EXPIRED && previous.standing().reason() != StatusReason.EVIDENCE_MISSING;
    if (observation.applied() == Applied.FULLY && !status.isDone() && !givesUp) {
      return implemented(previous, sighting, observation, StatusReason.CHANGE_SEEN, asOf);
    }
    LedgerEntry today = previous.aged(asOf, asOf);
    today = sighting == null ? today : today.seen(sighting);
    if (status.isDone()) {
      return done(today, sighting, observation, decision, asOf);
    }
    if (observation.applied() == Applied.GONE && sighting == null) {
      return status == Status.EXPIRED ? today : ended(today, StatusReason.RESOURCE_DELETED, asOf);
    }
    if (observation.applied() == Applied.PARTLY && today.partlyOn() == null) {
      today = today.partly(changedOn(previous, observation, asOf));
    }
    if (observation.applied() == Applied.NOT && sighting != null) {
      today = today.rebased(sighting);
    }
    if (status == Status.EXPIRED) {
      return sighting == null ? today : reopened(previous, today, sighting, decision, asOf);
    }
    LedgerEntry decided = decided(previous, today, sighting != null, decision, asOf);
    boolean silenced = decided.status() == Status.DISMISSED || decided.status() == Status.SNOOZED;
    if (silenced) {
      return decided;
    }
    return sighting == null
        ? vanished(decided, observation, asOf)
        : given(decided, observation, asOf);
  }

  private static LedgerEntry implemented(
      LedgerEntry previous,
      @Nullable Sighting sighting,
      Observation observation,
      StatusReason reason,
      LocalDate asOf) {
    LocalDate changedOn = changedOn(previous, observation, asOf);
    LedgerEntry today = previous.aged(asOf, changedOn);
    Standing standing =
        Standing.of(Status.IMPLEMENTED, reason, asOf, previous.standing().spentThrough());
    LedgerEntry done = today.with(standing, changedOn, previous.realized().ended());
    return sighting == null ? done : done.seen(sighting);
  }

  /** The day from which the change is in effect: not before it was advised, not after today. */
  private static LocalDate changedOn(
      LedgerEntry previous, Observation observation, LocalDate asOf) {
    LocalDate earliest =
        previous.status() == Status.REGRESSED ? previous.standing().since() : previous.firstSeen();
    LocalDate day = observation.changedOn() == null ? asOf : observation.changedOn();
    day = day.isBefore(earliest) ? earliest : day;
    return day.isAfter(asOf) ? asOf : day;
  }

  private LedgerEntry done(
      LedgerEntry today,
      @Nullable Sighting sighting,
      Observation observation,
      @Nullable Decision decision,
      LocalDate asOf) {
    LocalDate implementedOn = today.implementedOn() == null ? asOf : today.implementedOn();
    boolean gone = observation.applied() == Applied.GONE;
    boolean echo = !asOf.isAfter(implementedOn.plusDays(settings.echoDays()));
    if (observation.applied() == Applied.NOT) {
      return regressed(today, StatusReason.UNDONE, decision, asOf);
    }
    if (sighting != null && !echo && !gone) {
      return regressed(today.rebased(sighting), StatusReason.READVISED, decision, asOf);
    }
    if (gone || today.standing().reason() == StatusReason.RESOURCE_DELETED) {
      return today.with(today.standing().to(today.status(), StatusReason.RESOURCE_DELETED, asOf));
    }
    Realized realized = today.realized().after(ChronoUnit.DAYS.between(implementedOn, asOf));
    return today.with(today.standing(), implementedOn, realized);
  }

  private LedgerEntry regressed(
      LedgerEntry today, StatusReason reason, @Nullable Decision decision, LocalDate asOf) {
    // What was decided before is done with: it led to the change that is now undone.
    Standing standing = Standing.of(Status.REGRESSED, reason, asOf, asOf);
    LedgerEntry entry = today.with(standing, today.implementedOn(), today.realized().ended());
    return decided(entry, entry, true, decision, asOf);
  }

  private LedgerEntry reopened(
      LedgerEntry previous,
      LedgerEntry today,
      Sighting sighting,
      @Nullable Decision decision,
      LocalDate asOf) {
    Standing open = today.standing().to(Status.OPEN, StatusReason.REOPENED, asOf);
    LedgerEntry entry = today.rebased(sighting).with(open, null, today.realized());
    return decided(previous, entry, true, decision, asOf);
  }

  private static LedgerEntry given(LedgerEntry today, Observation observation, LocalDate asOf) {
    Standing standing = today.standing();
    boolean partly =
        observation.applied() == Applied.PARTLY
            || (today.partlyOn() != null && observation.applied() == Applied.UNKNOWN);
    if (partly && standing.status() != Status.REGRESSED) {
      return today.with(standing.to(Status.IN_PROGRESS, StatusReason.PARTLY_APPLIED, asOf));
    }
    if (standing.reason() == StatusReason.PARTLY_APPLIED && standing.decidedOn() == null) {
      return today.with(standing.to(Status.OPEN, StatusReason.UNDONE, asOf));
    }
    if (standing.reason() == StatusReason.EVIDENCE_MISSING) {
      StatusReason reason =
          standing.status() == Status.REGRESSED ? StatusReason.READVISED : StatusReason.NONE;
      return today.with(standing.to(standing.status(), reason, asOf));
    }
    return today;
  }

  private LedgerEntry vanished(LedgerEntry today, Observation observation, LocalDate asOf) {
    boolean judged = observation.answer() != Answer.WITHHELD;
    if (judged && observation.applied() == Applied.PARTLY) {
      return implemented(today, null, observation, StatusReason.PARTLY_APPLIED, asOf);
    }
    if (judged && observation.applied() == Applied.NOT) {
      boolean settled = observation.answer() == Answer.NOTHING_TO_GAIN;
      return ended(
          today,
          settled ? StatusReason.RECOMMENDATION_IRRELEVANT : StatusReason.OPTIONS_CHANGED,
          asOf);
    }
    Standing standing = today.standing();
    LocalDate known =
        standing.since().isAfter(today.lastSeen()) ? standing.since() : today.lastSeen();
    if (ChronoUnit.DAYS.between(known, asOf) > 7L * settings.evidenceMissingWeeks()) {
      return ended(today, StatusReason.EVIDENCE_MISSING, asOf);
    }
    return today.partlyOn() != null
        ? today.with(standing.to(Status.IN_PROGRESS, StatusReason.PARTLY_APPLIED, asOf))
        : today.with(standing.to(standing.status(), StatusReason.EVIDENCE_MISSING, asOf));
  }

  private static LedgerEntry ended(LedgerEntry today, StatusReason reason, LocalDate asOf) {
    return today.with(Standing.of(Status.EXPIRED, reason, asOf, today.standing().spentThrough()));
  }

  /**
   * The entry as the decision leaves it.
   *
   * @param previous as it was before today
   * @param given whether it is advised today, so that its estimate is of today
   */
  private LedgerEntry decided(
      LedgerEntry previous,
      LedgerEntry today,
      boolean given,
      @Nullable Decision decision,
      LocalDate asOf) {
    Standing standing = today.standing();
    LocalDate spent = standing.spentThrough();
    if (decision == null || (spent != null && !decision.decidedOn().isAfter(spent))) {
      return today.with(withdrawn(today, asOf));
    }
    Standing held = held(previous, standing, decision);
    StatusReason over = over(held, decision, today, given, asOf);
    if (over == StatusReason.NONE) {
      return today.with(
          switch (decision.kind()) {
            case IN_PROGRESS -> inProgress(held, asOf);
            case DISMISSED -> held.to(Status.DISMISSED, StatusReason.DECIDED, asOf);
            case SNOOZED -> held.to(Status.SNOOZED, StatusReason.DECIDED, asOf);
          });
    }
    return today.with(open(today, over, asOf).undecided(decision.decidedOn()));
  }

  /** Without a decision that holds, what was decided is open again. */
  private static Standing withdrawn(LedgerEntry today, LocalDate asOf) {
    return open(today, StatusReason.DECISION_WITHDRAWN, asOf)
        .undecided(today.standing().spentThrough());
  }

  /** What a decision held, given back; partly done advice stays in progress. */
  private static Standing open(LedgerEntry today, StatusReason why, LocalDate asOf) {
    Standing standing = today.standing();
    if (standing.decidedOn() == null || standing.reason() == StatusReason.PARTLY_APPLIED) {
      return standing;
    }
    Status status = today.implementedOn() == null ? Status.OPEN : Status.REGRESSED;
    return standing.to(status, why, asOf);
  }

  /** The standing with the decision's words, and with what was known when it was made. */
  private static Standing held(LedgerEntry previous, Standing standing, Decision decision) {
    boolean known = decision.decidedOn().equals(standing.decidedOn());
    Double then =
        known && standing.estimateThen() != null
            ? standing.estimateThen()
            : Double.valueOf(previous.estimatedMonthlyLast());
    return new Standing(
        standing.status(),
        standing.reason(),
        standing.since(),
        decision.reason(),
        decision.author(),
        decision.decidedOn(),
        decision.until(),
        then,
        standing.spentThrough());
  }

  private static Standing inProgress(Standing held, LocalDate asOf) {
    if (held.reason() == StatusReason.PARTLY_APPLIED) {
      return held;
    }
    LocalDate due = held.blockedUntil();
    boolean late = due != null && asOf.isAfter(due);
    return held.to(Status.IN_PROGRESS, late ? StatusReason.OVERDUE : StatusReason.DECIDED, asOf);
  }

  /** Why a decision no longer silences the advice; NONE while it does. */
  private StatusReason over(
      Standing held, Decision decision, LedgerEntry today, boolean given, LocalDate asOf) {
    LocalDate until = decision.until();
    boolean past = until != null && !asOf.isBefore(until);
    return switch (decision.kind()) {
      case IN_PROGRESS -> StatusReason.NONE;
      case SNOOZED -> past ? StatusReason.SNOOZE_ENDED : StatusReason.NONE;
      case DISMISSED -> {
        LocalDate forgotten = decision.decidedOn().plusDays(settings.dismissedDays());
        if (past || (until == null && asOf.isAfter(forgotten))) {
          yield StatusReason.DISMISSAL_ENDED;
        }
        boolean grew = given && hasGrown(held.estimateThen(), today.estimatedMonthlyLast());
        yield grew ? StatusReason.SAVING_GREW : StatusReason.NONE;
      }
    };
  }

  private boolean hasGrown(@Nullable Double then, double now) {
    if (then == null || now <= 0) {
      return false;
    }
    return then <= 0 || now >= settings.dismissedGrowthFactor() * then;
  }
}
