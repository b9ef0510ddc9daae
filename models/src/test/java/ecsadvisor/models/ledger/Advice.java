package ecsadvisor.models.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recommendation and its weeks, for tests. */
final class Advice {
  static final LocalDate FIRST = LocalDate.parse("2026-06-07");
  static final LedgerSettings SETTINGS = LedgerSettings.defaults();
  private static final String FORMER = "cpuUnits=1024;memoryMiB=2048";
  private static final String ADVISED = "cpuUnits=512;memoryMiB=1024";

  private final Ledger ledger = new Ledger(SETTINGS);
  private final List<LedgerEntry> history = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();

  static LocalDate week(int number) {
    return FIRST.plusWeeks(number);
  }

  static Subject subject(String id, String action) {
    return new Subject(
        id,
        "COST-01",
        action,
        "111111111111",
        "eu-west-1",
        "c",
        id,
        "arn:" + id,
        "team",
        "",
        "USD");
  }

  static Sighting sighting(String id, double monthly) {
    return new Sighting(subject(id, "Rightsize"), monthly, FORMER, ADVISED, null);
  }

  static Observation sees(String id, Applied applied, Answer answer) {
    return new Observation(id, applied, answer, null);
  }

  static Decision decided(String id, DecisionKind kind, int week, @Nullable LocalDate until) {
    return new Decision(id, kind, "low_priority", until, "ana", week(week));
  }

  /** Adds a line to the decisions file. */
  Advice decide(Decision decision) {
    decisions.add(decision);
    return this;
  }

  /** A week in which "x" is given. */
  LedgerEntry given(int week, double monthly, Applied applied) {
    return run(week, List.of(sighting("x", monthly)), List.of(sees("x", applied, Answer.WITHHELD)));
  }

  LedgerEntry given(int week) {
    return given(week, 100, Applied.NOT);
  }

  /** A week in which "x" is not given. */
  LedgerEntry silent(int week, Applied applied, Answer answer) {
    return run(week, List.of(), List.of(sees("x", applied, answer)));
  }

  /** A week without a decisions file. */
  LedgerEntry givenWithoutFile(int week) {
    return keep(
        ledger.next(
            history,
            List.of(sighting("x", 100)),
            List.of(sees("x", Applied.NOT, Answer.WITHHELD)),
            null,
            week(week)));
  }

  private LedgerEntry run(
      int week, Collection<Sighting> sightings, Collection<Observation> observations) {
    return keep(ledger.next(history, sightings, observations, decisions, week(week)));
  }

  private LedgerEntry keep(List<LedgerEntry> entries) {
    history.addAll(entries);
    return entries.get(0);
  }
}
