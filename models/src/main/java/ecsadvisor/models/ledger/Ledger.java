package ecsadvisor.models.ledger;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The memory of recommendations: one entry per id, carried from run to run.
 *
 * <p>A run's entries follow from those of the runs before it, what it gives and sees, and the
 * decisions; so running a day again gives the same entries. Weeks without a run are made up for by
 * days, not by runs.
 */
public final class Ledger {
  private static final Comparator<Sighting> LARGEST_FIRST =
      comparingDouble(Sighting::estimatedMonthly)
          .reversed()
          .thenComparing(Sighting::advisedSetup)
          .thenComparing(Sighting::formerSetup)
          .thenComparing(Sighting::toString);

  private static final Comparator<Observation> SUREST_FIRST =
      comparing(Observation::applied)
          .thenComparing(Observation::answer)
          .thenComparing(
              Observation::changedOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));

  private final LedgerSettings settings;
  private final Lifecycle lifecycle;

  public Ledger(LedgerSettings settings) {
    this.settings = settings;
    this.lifecycle = new Lifecycle(settings.lifecycle());
  }

  /**
   * The entries of a run, sorted by id.
   *
   * @param history entries of runs, of any or only the latest before this one; those of this day
   *     and later are left alone
   * @param sightings what the run gives
   * @param observations what it sees of entries it knows; an id without one is unknown
   * @param decisions the lines of the decisions file in its order; null where no file was given, so
   *     that what was decided stands
   * @param asOf last day of the run
   */
  public List<LedgerEntry> next(
      Collection<LedgerEntry> history,
      Collection<Sighting> sightings,
      Collection<Observation> observations,
      @Nullable Collection<Decision> decisions,
      LocalDate asOf) {
    SortedMap<String, @Nullable LedgerEntry> previous = latestBefore(history, asOf);
    Map<String, Sighting> given = new HashMap<>();
    for (Sighting sighting : sightings) {
      given.merge(
          sighting.subject().recommendationId(),
          sighting,
          (left, right) -> LARGEST_FIRST.compare(left, right) <= 0 ? left : right);
    }
    Map<String, Observation> seen = new HashMap<>();
    for (Observation observation : observations) {
      seen.merge(
          observation.recommendationId(),
          observation,
          (left, right) -> SUREST_FIRST.compare(left, right) <= 0 ? left : right);
    }
    Map<String, Decision> decided =
        decisions == null
            ? standing(previous.values())
            : Decisions.heeded(decisions, asOf.plusDays(settings.lifecycle().decisionLagDays()));
    given.keySet().forEach(id -> previous.putIfAbsent(id, null));

    List<LedgerEntry> entries = new ArrayList<>(previous.size());
    previous.forEach(
        (id, before) -> {
          Sighting sighting = given.get(id);
          Decision decision = decided.get(id);
          Observation observation = seen.getOrDefault(id, Observation.none(id));
          if (before != null) {
            entries.add(lifecycle.next(before, sighting, observation, decision, asOf));
          } else if (sighting != null) {
            entries.add(lifecycle.first(sighting, decision, asOf));
          }
        });
    return List.copyOf(entries);
  }

  /**
   * The entries with what was measured: what is implemented and measured is verified. A saving once
   * measured stays until a longer look gives another.
   *
   * @param entries of {@link #next}
   * @param savings of {@link Verifier#verify}
   */
  public static List<LedgerEntry> withSavings(
      Collection<LedgerEntry> entries, Collection<VerifiedSaving> savings) {
    Map<String, VerifiedSaving> byId = new HashMap<>();
    savings.forEach(saving -> byId.put(saving.recommendationId(), saving));
    List<LedgerEntry> verified = new ArrayList<>(entries.size());
    for (LedgerEntry entry : entries) {
      VerifiedSaving saving = byId.get(entry.recommendationId());
      verified.add(saving == null || !entry.status().isDone() ? entry : withSaving(entry, saving));
    }
    return List.copyOf(verified);
  }

  private static LedgerEntry withSaving(LedgerEntry entry, VerifiedSaving saving) {
    Realized known = entry.realized();
    LocalDate done = entry.implementedOn();
    Double monthly = saving.monthly();
    if (done == null || (monthly == null && known.monthly() != null)) {
      return entry;
    }
    boolean better = saving.daysAfter() >= known.days() && (known.shared() || !saving.shared());
    if (monthly != null && known.monthly() != null && !better) {
      return entry;
    }
    Realized realized =
        new Realized(
            monthly,
            saving.rawMonthly(),
            saving.atFormerUsageMonthly(),
            saving.errorMonthly(),
            monthly == null ? 0 : saving.daysAfter(),
            saving.shared(),
            saving.confounders(),
            known.earlierTotal(),
            known.earlierTotal());
    if (monthly == null) {
      return entry.with(entry.standing(), done, realized);
    }
    boolean gone = entry.standing().reason() == StatusReason.RESOURCE_DELETED;
    Standing standing =
        entry
            .standing()
            .to(
                Status.VERIFIED,
                gone ? StatusReason.RESOURCE_DELETED : StatusReason.SAVING_VERIFIED,
                entry.asOf());
    return entry.with(standing, done, realized.after(ChronoUnit.DAYS.between(done, entry.asOf())));
  }

  private static SortedMap<String, @Nullable LedgerEntry> latestBefore(
      Collection<LedgerEntry> history, LocalDate asOf) {
    SortedMap<String, @Nullable LedgerEntry> latest = new TreeMap<>();
    for (LedgerEntry entry : history) {
      if (entry.asOf().isBefore(asOf)) {
        latest.merge(
            entry.recommendationId(),
            entry,
            (left, right) -> right.asOf().isAfter(left.asOf()) ? right : left);
      }
    }
    return latest;
  }

  /** The decisions that entries remember. */
  private static Map<String, Decision> standing(Collection<@Nullable LedgerEntry> entries) {
    Map<String, Decision> decisions = new HashMap<>();
    for (LedgerEntry entry : entries) {
      if (entry == null) {
        continue;
      }
      Standing standing = entry.standing();
      LocalDate decidedOn = standing.decidedOn();
      if (decidedOn == null) {
        continue;
      }
      DecisionKind kind =
          switch (standing.status()) {
            case DISMISSED -> DecisionKind.DISMISSED;
            case SNOOZED -> DecisionKind.SNOOZED;
            case OPEN, IN_PROGRESS, IMPLEMENTED, VERIFIED, EXPIRED, REGRESSED ->
                DecisionKind.IN_PROGRESS;
          };
      decisions.put(
          entry.recommendationId(),
          new Decision(
              entry.recommendationId(),
              kind,
              standing.note(),
              standing.blockedUntil(),
              standing.author(),
              decidedOn));
    }
    return decisions;
  }
}
