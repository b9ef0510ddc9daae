package ecsadvisor.models.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WeeklyPlanTest {
  private static final WeeklyPlan PLAN = new WeeklyPlan(WeeklyPlan.Settings.defaults());

  private static Candidate candidate(
      String id, String owner, String environment, String action, double saving) {
    return new Candidate(
        id, "arn:" + id, "service-" + id, owner, environment, action, "USD", saving);
  }

  private static Candidate candidate(String id, String owner, double saving) {
    return candidate(id, owner, "staging", "Rightsize", saving);
  }

  private static Candidate of(String id, String arn, String name, String environment, double sum) {
    return new Candidate(id, arn, name, "x", environment, "Rightsize", "USD", sum);
  }

  private static List<PlannedChange> plan(Candidate... candidates) {
    return PLAN.of(List.of(candidates), List.of());
  }

  private static List<String> ids(List<PlannedChange> plan) {
    return plan.stream().map(PlannedChange::recommendationId).toList();
  }

  @Test
  void thereAreAtMostFiveDecisionsAndTheySaveMost() {
    List<PlannedChange> plan =
        plan(
            candidate("a", "1", 100),
            candidate("b", "2", 110),
            candidate("c", "3", 120),
            candidate("d", "4", 130),
            candidate("e", "5", 140),
            candidate("f", "6", 150));

    assertEquals(List.of("f", "e", "d", "c", "b"), ids(plan));
  }

  @Test
  void anOwnerIsNotAskedForMoreThanItCanBear() {
    List<PlannedChange> plan =
        plan(
            candidate("a", "x", "production", "MigrateToFargateSpot", 100),
            candidate("b", "x", "production", "MigrateToFargateSpot", 90),
            candidate("c", "y", "production", "MigrateToFargateSpot", 80));

    assertEquals(List.of("a", "c"), ids(plan));
    assertEquals(6, plan.get(0).budgetUsed());
  }

  @Test
  void manySmallOnesBeatOneLargeWhereTheyFitBetter() {
    List<PlannedChange> plan =
        plan(
            candidate("big", "x", "production", "Stop", 100),
            candidate("s1", "x", "staging", "Rightsize", 60),
            candidate("s2", "x", "staging", "MigrateToArm", 60));

    assertEquals(List.of("s1", "s2"), ids(plan));
  }

  @Test
  void whatIsInProgressTakesItsPartOfTheBudget() {
    List<Candidate> busy =
        List.of(
            candidate("p", "x", "production", "Rightsize", 1),
            candidate("q", "x", "production", "Rightsize", 1));

    assertEquals(List.of(), PLAN.of(List.of(candidate("a", "x", 100)), busy));
  }

  @Test
  void aResourceIsChangedOnceAWeek() {
    Candidate other = new Candidate("b", "arn:s", "s", "x", "", "MigrateToArm", "USD", 90);

    assertEquals(List.of("a"), ids(plan(of("a", "arn:s", "s", "", 100), other)));
  }

  @Test
  void whatSavesLittleForItsDisruptionIsLeftOut() {
    assertEquals(List.of("a"), ids(plan(candidate("a", "x", 1000), candidate("b", "y", 100))));
  }

  @Test
  void productionWaitsForTheSameChangeElsewhereHoweverLittleThatSaves() {
    Candidate staging = of("s", "arn:s", "shop-staging", "staging", 20);
    Candidate production = of("p", "arn:p", "shop-prod", "prod", 500);

    assertEquals(List.of("s"), ids(plan(staging, production)));
    assertEquals(List.of(), PLAN.of(List.of(production), List.of(staging)));
    assertEquals(List.of("p"), ids(plan(production)));
  }

  @Test
  void changesOfAnOwnerHaveWindowsOfTheirOwnProductionLast() {
    List<PlannedChange> plan =
        plan(
            candidate("a", "x", "production", "AutoScale", 100),
            candidate("b", "x", "staging", "AutoScale", 60),
            candidate("c", "y", "staging", "AutoScale", 60));

    Map<String, String> windows =
        plan.stream()
            .collect(Collectors.toMap(PlannedChange::recommendationId, PlannedChange::window));
    assertEquals("MON 09:00-16:00 UTC", windows.get("b"));
    assertEquals("TUE 09:00-16:00 UTC", windows.get("a"));
    assertEquals("MON 09:00-16:00 UTC", windows.get("c"));
  }

  @Test
  void nothingToSaveIsNoDecision() {
    assertEquals(List.of(), plan(candidate("a", "x", -10), candidate("b", "x", 0.5)));
    assertEquals(List.of(), plan());
  }

  @Test
  void sumsOfOtherCurrenciesAreNotCompared() {
    Candidate euro = new Candidate("e", "arn:e", "e", "x", "", "Rightsize", "EUR", 1000);

    assertEquals(
        List.of("b", "a"), ids(plan(euro, candidate("a", "x", 90), candidate("b", "y", 100))));
  }

  @Test
  void aWindowThatCannotBeReadIsNamed() {
    assertEquals(
        "changeWindows must be like MON-THU 09:00-16:00, not FRI evening",
        assertThrows(
                IllegalArgumentException.class,
                () -> ChangeWindows.of(List.of("FRI evening"), "UTC"))
            .getMessage());
  }
}
