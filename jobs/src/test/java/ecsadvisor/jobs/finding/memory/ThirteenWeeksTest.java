package ecsadvisor.jobs.finding.memory;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.table.LedgerRow;
import ecsadvisor.jobs.table.PlanRow;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.models.ledger.Decision;
import ecsadvisor.models.ledger.DecisionKind;
import ecsadvisor.models.ledger.LedgerEntry;
import ecsadvisor.models.ledger.LedgerSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Thirteen weeks of the job's memory, each on what the week before has left in its table. */
class ThirteenWeeksTest {
  /** What happens, and what is to be said: O M V as in Open, iMplemented, Verified and so on. */
  private static final SortedMap<String, List<String>> WORLD =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("applied", List.of("aaaFFFFFFFFFF", "OOOMMVVVVVVVV")),
              Map.entry("applied-echo", List.of("aaaAAAAFFFFFF", "OOOMMVVVVVVVV")),
              Map.entry("undone", List.of("aaFFFFaaaaaaa", "OOMMVVRRRRRRR")),
              Map.entry("deleted", List.of("aaaaGGGGGGGGG", "OOOOEEEEEEEEE")),
              Map.entry("missing-twice", List.of("aaaaUUaaaaaaa", "OOOOOOOOOOOOO")),
              Map.entry("withheld-long", List.of("aaaaWWWWWWWWW", "OOOOOOOOEEEEE")),
              Map.entry("dismissed", List.of("aaaaaaaaaaaaa", "OODDDDDDDDDDD")),
              Map.entry("snoozed", List.of("aaaaaaaaaaaaa", "OOSSSSOOOOOOO")),
              Map.entry("started", List.of("aaaaaaFFFFFFF", "OOIIIIMMVVVVV")),
              Map.entry("shrinking", List.of("aaaaaaNNNNNNN", "OOOOOOEEEEEEE")),
              Map.entry("back-again", List.of("aaaNNNaaaaaaa", "OOOEEEOOOOOOO")),
              Map.entry("in-parts", List.of("aaPPPPFFFFFFF", "OOIIIIMMVVVVV")),
              Map.entry("late-comer", List.of(".....aaaFFFFF", ".....OOOMMVVV"))));

  private static final List<Decision> DECISIONS =
      List.of(
          decision("dismissed", DecisionKind.DISMISSED, null),
          decision("snoozed", DecisionKind.SNOOZED, PlantedService.week(6)),
          decision("started", DecisionKind.IN_PROGRESS, null));

  private static final PlantedWeeks WEEKS =
      new PlantedWeeks(
          WORLD.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get(0))));
  private static final List<Remembered> RUNS = new ArrayList<>();

  private static Decision decision(String id, DecisionKind kind, @Nullable LocalDate until) {
    return new Decision(id, kind, "low_priority", until, "ana", PlantedService.week(2));
  }

  @BeforeAll
  static void run() {
    List<LedgerEntry> past = List.of();
    for (int week = 0; week < 13; week++) {
      Remembered run =
          new Memory(LedgerSettings.defaults()).remember(past, WEEKS.run(week), DECISIONS);
      RUNS.add(run);
      past = run.ledger().stream().map(LedgerRows::entry).toList();
      assertEquals(run.entries(), past, "what a table holds is what was known");
    }
  }

  private static LedgerRow row(int week, String name) {
    return RUNS.get(week).ledger().stream()
        .filter(row -> row.recommendationId().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyTransitionIsRight() {
    SortedMap<String, String> said = new TreeMap<>();
    SortedMap<String, String> expected = new TreeMap<>();
    WORLD.forEach((name, lines) -> expected.put(name, lines.get(1)));
    for (String name : WORLD.keySet()) {
      StringBuilder letters = new StringBuilder();
      for (Remembered run : RUNS) {
        letters.append(
            run.ledger().stream()
                .filter(row -> row.recommendationId().equals(name))
                .map(row -> letter(row.status()))
                .findFirst()
                .orElse("."));
      }
      said.put(name, letters.toString());
    }
    assertEquals(lines(expected), lines(said));
  }

  private static String lines(SortedMap<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining("\n"));
  }

  private static String letter(String status) {
    return switch (status) {
      case "InProgress" -> "I";
      case "Implemented" -> "M";
      default -> status.substring(0, 1);
    };
  }

  @Test
  void nothingIsEverNamedAnewOrForgotten() {
    for (int week = 6; week < 13; week++) {
      assertEquals(
          WORLD.keySet(),
          RUNS.get(week).ledger().stream()
              .map(LedgerRow::recommendationId)
              .collect(Collectors.toSet()));
      assertEquals(PlantedService.week(0), row(week, "undone").firstSeenDate());
    }
  }

  @Test
  void theTrueSavingIsRecoveredThoughTrafficGrows() {
    for (String name : List.of("applied", "applied-echo", "started", "late-comer")) {
      LedgerRow row = row(12, name);
      LocalDate done = requireNonNull(row.implementedDate());
      double truth =
          WEEKS.service(name).savedMonthly(done.plusDays(1), done.plusDays(row.realizedDays()));
      assertEquals("", row.confounders(), name);
      assertNotNull(row.realizedMonthlySavings(), name);
      assertEquals(truth, row.realizedMonthlySavings(), 0.05 * truth, name);
      assertTrue(
          requireNonNull(row.realizedRawMonthlySavings()) < row.realizedMonthlySavings(),
          "growth hides part of it in the raw difference");
    }
  }

  @Test
  void theTableOfRecommendationsSaysWhereEachStands() {
    RecommendationRow dismissed = recommendation(5, "dismissed");
    assertEquals("Dismissed", dismissed.status());
    assertEquals("DECIDED: low_priority", dismissed.statusReason());
    assertEquals(PlantedService.week(0), dismissed.firstSeenDate());
    assertEquals(PlantedService.week(5), dismissed.lastSeenDate());
    RecommendationRow echo = recommendation(6, "applied-echo");
    assertEquals("Verified", echo.status());
    assertEquals(PlantedService.week(3).minusDays(3), echo.implementedDate());
    assertNotNull(echo.realizedMonthlySavings());
    assertEquals(3, recommendation(3, "started").weeksOpen());
  }

  private static RecommendationRow recommendation(int week, String name) {
    return RUNS.get(week).recommendations().stream()
        .filter(row -> row.recommendationId().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thePlanHoldsAtMostFiveOfWhatIsOpen() {
    for (int week = 0; week < 13; week++) {
      List<PlanRow> plan = RUNS.get(week).plan();
      assertTrue(plan.size() <= 5);
      for (PlanRow decision : plan) {
        String status = row(week, decision.recommendationIds()).status();
        assertTrue(Set.of("Open", "Regressed").contains(status), status);
        assertTrue(decision.budgetUsed() <= decision.budget());
      }
    }
    assertEquals(2, RUNS.get(0).plan().size(), "a team can bear two restarts in production a week");
  }

  @Test
  void aDecisionOnWhatNobodyGaveIsNamed() {
    Remembered run =
        new Memory(LedgerSettings.defaults())
            .remember(
                List.of(),
                WEEKS.run(2),
                List.of(decision("nothing", DecisionKind.DISMISSED, null)));
    assertEquals(1, run.problems().size());
  }
}
