package ecsadvisor.models.ledger;

import static ecsadvisor.models.ledger.Advice.SETTINGS;
import static ecsadvisor.models.ledger.Advice.decided;
import static ecsadvisor.models.ledger.Advice.sees;
import static ecsadvisor.models.ledger.Advice.sighting;
import static ecsadvisor.models.ledger.Advice.week;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Thirteen weeks of an organisation in which everything happens that can happen to a
 * recommendation. Each entry of {@link #WORLD} is one; its first line says what happens, a letter a
 * week:
 *
 * <pre>
 * a  advised, nothing changed          W  withheld, nothing changed
 * A  advised, change in effect (echo)  U  withheld, no inventory
 * F  not advised, change in effect     N  not advised, nothing changed, nothing to gain
 * P  advised, part in effect           G  gone
 * .  not known yet
 * </pre>
 *
 * <p>its second what is to be said: O open, I in progress, M implemented, V verified, D dismissed,
 * S snoozed, E expired, R regressed.
 */
class LedgerSimulationTest {
  private static final int WEEKS = 13;

  private static final SortedMap<String, List<String>> WORLD =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("applied", List.of("aaaFFFFFFFFFF", "OOOMMVVVVVVVV")),
              Map.entry("applied-echo", List.of("aaaAAAAFFFFFF", "OOOMMVVVVVVVV")),
              Map.entry("undone", List.of("aaFFFFaaaaaaa", "OOMMVVRRRRRRR")),
              Map.entry("undone-redone", List.of("aaFFFFaaFFFFF", "OOMMVVRRMMVVV")),
              Map.entry("readvised", List.of("aFFFFFFFFAaaa", "OMMVVVVVVRRRR")),
              Map.entry("deleted", List.of("aaaaGGGGGGGGG", "OOOOEEEEEEEEE")),
              Map.entry("missing-twice", List.of("aaaaUUaaaaaaa", "OOOOOOOOOOOOO")),
              Map.entry("withheld-long", List.of("aaaaWWWWWWWWW", "OOOOOOOOEEEEE")),
              Map.entry("dismissed", List.of("aaaaaaaaaaaaa", "OODDDDDDDDDDD")),
              Map.entry("dismissed-grew", List.of("aaaaaaaaaaaaa", "OODDDDOOOOOOO")),
              Map.entry("snoozed", List.of("aaaaaaaaaaaaa", "OOSSSSOOOOOOO")),
              Map.entry("snoozed-done", List.of("aaaaFFFFFFFFF", "OOSSMMVVVVVVV")),
              Map.entry("started", List.of("aaaaaaFFFFFFF", "OOIIIIMMVVVVV")),
              Map.entry("shrinking", List.of("aaaaaaNNNNNNN", "OOOOOOEEEEEEE")),
              Map.entry("back-again", List.of("aaaNNNaaaaaaa", "OOOEEEOOOOOOO")),
              Map.entry("in-parts", List.of("aaPPPPFFFFFFF", "OOIIIIMMVVVVV")),
              Map.entry("late-comer", List.of(".....aaaFFFFF", ".....OOOMMVVV"))));

  private static final List<Decision> DECISIONS =
      List.of(
          decided("dismissed", DecisionKind.DISMISSED, 2, null),
          decided("dismissed-grew", DecisionKind.DISMISSED, 2, null),
          decided("snoozed", DecisionKind.SNOOZED, 2, week(6)),
          decided("snoozed-done", DecisionKind.SNOOZED, 2, week(6)),
          decided("started", DecisionKind.IN_PROGRESS, 2, null));

  private static double monthly(String id, int week) {
    return id.equals("dismissed-grew") && week >= 6 ? 160 : 100 - week;
  }

  private static List<Sighting> sightings(int week) {
    List<Sighting> sightings = new ArrayList<>();
    WORLD.forEach(
        (id, life) -> {
          if ("aAP".indexOf(life.get(0).charAt(week)) >= 0) {
            sightings.add(sighting(id, monthly(id, week)));
          }
        });
    Collections.shuffle(sightings, new Random(week));
    return sightings;
  }

  private static Observation observation(String id, char letter) {
    return switch (letter) {
      case 'A' -> sees(id, Applied.FULLY, Answer.WITHHELD);
      case 'F' -> sees(id, Applied.FULLY, Answer.NOTHING_TO_GAIN);
      case 'P' -> sees(id, Applied.PARTLY, Answer.WITHHELD);
      case 'a', 'W' -> sees(id, Applied.NOT, Answer.WITHHELD);
      case 'N' -> sees(id, Applied.NOT, Answer.NOTHING_TO_GAIN);
      case 'G' -> sees(id, Applied.GONE, Answer.NOT_APPLICABLE);
      default -> sees(id, Applied.UNKNOWN, Answer.WITHHELD);
    };
  }

  /** A week's entries; the bill measures what has been in effect for two weeks. */
  private static List<LedgerEntry> run(List<LedgerEntry> history, int week) {
    List<Observation> observations = new ArrayList<>();
    WORLD.forEach((id, life) -> observations.add(observation(id, life.get(0).charAt(week))));
    List<LedgerEntry> next =
        new Ledger(SETTINGS).next(history, sightings(week), observations, DECISIONS, week(week));
    List<VerifiedSaving> savings =
        next.stream()
            .filter(entry -> entry.status().isDone())
            .filter(
                entry -> !requireNonNull(entry.implementedOn()).plusDays(14).isAfter(week(week)))
            .map(LedgerSimulationTest::measured)
            .toList();
    return Ledger.withSavings(next, savings);
  }

  private static VerifiedSaving measured(LedgerEntry entry) {
    String id = entry.recommendationId();
    SavingUnit unit = SavingUnit.TASK_HOUR;
    return new VerifiedSaving(
        id, unit, null, null, null, null, 14, 0, 0, 0, 80.0, 70.0, 80.0, 0, false, "");
  }

  private static List<List<LedgerEntry>> simulate() {
    List<List<LedgerEntry>> runs = new ArrayList<>();
    for (int week = 0; week < WEEKS; week++) {
      runs.add(run(all(runs), week));
    }
    return runs;
  }

  private static List<LedgerEntry> all(List<List<LedgerEntry>> runs) {
    return runs.stream().flatMap(List::stream).toList();
  }

  private static char letter(Status status) {
    return switch (status) {
      case OPEN -> 'O';
      case IN_PROGRESS -> 'I';
      case IMPLEMENTED -> 'M';
      case VERIFIED -> 'V';
      case DISMISSED -> 'D';
      case SNOOZED -> 'S';
      case EXPIRED -> 'E';
      case REGRESSED -> 'R';
    };
  }

  @Test
  void everyTransitionIsRight() {
    SortedMap<String, StringBuilder> lives = new TreeMap<>();
    WORLD.keySet().forEach(id -> lives.put(id, new StringBuilder(".".repeat(WEEKS))));
    for (LedgerEntry entry : all(simulate())) {
      int week = (int) (entry.asOf().toEpochDay() - week(0).toEpochDay()) / 7;
      requireNonNull(lives.get(entry.recommendationId())).setCharAt(week, letter(entry.status()));
    }

    assertEquals(
        WORLD.entrySet().stream()
            .map(life -> life.getKey() + " " + life.getValue().get(1))
            .collect(joining("\n")),
        lives.entrySet().stream()
            .map(life -> life.getKey() + " " + life.getValue())
            .collect(joining("\n")));
  }

  @Test
  void noIdentityIsEverLostOrGivenTwice() {
    List<List<LedgerEntry>> runs = simulate();

    for (int week = 0; week < WEEKS; week++) {
      int now = week;
      List<String> known =
          WORLD.keySet().stream().filter(id -> now >= 5 || !id.equals("late-comer")).toList();
      assertEquals(known, runs.get(week).stream().map(LedgerEntry::recommendationId).toList());
    }
  }

  @Test
  void aWeekRunAgainGivesTheSame() {
    List<List<LedgerEntry>> runs = simulate();

    for (int week = 0; week < WEEKS; week++) {
      assertEquals(runs.get(week), run(all(runs), week));
    }
  }

  @Test
  void onlyTheRunBeforeIsNeeded() {
    List<List<LedgerEntry>> runs = simulate();

    for (int week = 1; week < WEEKS; week++) {
      assertEquals(runs.get(week), run(runs.get(week - 1), week));
    }
  }

  @Test
  void weeksWithoutARunDoNoHarm() {
    List<LedgerEntry> history = new ArrayList<>(run(List.of(), 0));
    for (int week : List.of(4, 8, 12)) {
      history.addAll(run(history, week));
    }

    SortedMap<String, Status> sparse = new TreeMap<>();
    history.stream()
        .filter(entry -> entry.asOf().equals(week(12)))
        .forEach(entry -> sparse.put(entry.recommendationId(), entry.status()));
    assertEquals(Status.VERIFIED, sparse.get("applied"));
    assertEquals(Status.REGRESSED, sparse.get("undone"));
    assertEquals(Status.EXPIRED, sparse.get("deleted"));
    assertEquals(Status.DISMISSED, sparse.get("dismissed"));
    assertEquals(Status.OPEN, sparse.get("snoozed"));
    assertEquals(Status.EXPIRED, sparse.get("shrinking"));
    assertEquals(Status.VERIFIED, sparse.get("in-parts"));
  }
}
