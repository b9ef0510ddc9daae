package ecsadvisor.models.cost;

import static ecsadvisor.models.cost.FleetCase.ACCOUNT;
import static ecsadvisor.models.cost.FleetCase.AS_OF;
import static ecsadvisor.models.cost.FleetCase.PAYER;
import static ecsadvisor.models.cost.FleetCase.Service.named;
import static ecsadvisor.models.cost.FleetCase.fleet;
import static ecsadvisor.models.cost.FleetCase.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.cost.anomaly.AnomalyKind;
import ecsadvisor.models.cost.anomaly.CostAnomaly;
import ecsadvisor.models.cost.anomaly.Forecast;
import ecsadvisor.models.fact.AccountFacts;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchCostsTest {
  private static final WatchCosts CONTROL = new WatchCosts(WatchCosts.Settings.defaults());

  @Test
  void budgetMonitorAndOwnerMeanWatched() {
    CostWatch watch =
        watch(fleet().account(watched(ACCOUNT)).account(nothing(PAYER)).service(web()));
    Advice.AsIs asIs = assertInstanceOf(Advice.AsIs.class, advice(watch));
    assertEquals(ReasonCode.WATCHED, asIs.reason());
    assertEquals(List.of(), watch.advice().resources());
  }

  @Test
  void nothingThereMeansNoAlerts() {
    CostWatch watch =
        watch(fleet().account(nothing(ACCOUNT)).account(nothing(PAYER)).service(web()));
    assertEquals(ReasonCode.NO_ALERTS, failure(watch));
    List<Step> steps = watch.advice().resources().get(0).proposal().steps();
    Step.WatchCost budget = assertInstanceOf(Step.WatchCost.class, steps.get(0));
    assertEquals("BUDGET", budget.kind());
    // November at 100 a day, to two leading digits.
    assertTrue(budget.monthlyLimit() >= 3000 && budget.monthlyLimit() <= 3100, budget::toString);
    assertEquals(3, steps.size());
    assertEquals(0, watch.advice().resources().get(0).saving().monthly());
  }

  @Test
  void payersAlertsReachItsAccounts() {
    CostWatch watch =
        watch(fleet().account(nothing(ACCOUNT)).account(watched(PAYER)).service(web()));
    assertInstanceOf(Advice.AsIs.class, advice(watch));
  }

  @Test
  void unreadPayerSettlesNothing() {
    CostWatch watch = watch(fleet().account(nothing(ACCOUNT)).service(web()));
    assertInstanceOf(Advice.NoData.class, advice(watch));
  }

  @Test
  void unreadAccountSettlesNothing() {
    Advice.NoData none =
        assertInstanceOf(Advice.NoData.class, advice(watch(fleet().service(web()))));
    assertEquals(2, none.missing().size());
  }

  @Test
  void costsWithoutOwnerAreUntagged() {
    CostWatch watch =
        watch(
            fleet()
                .account(watched(ACCOUNT))
                .account(nothing(PAYER))
                .service(named("web").owner("").costs(day -> 100)));
    assertEquals(ReasonCode.UNTAGGED, failure(watch));
  }

  @Test
  void monitorWithoutSubscriberTellsNobody() {
    AccountFacts deaf =
        new AccountFacts(
            ACCOUNT,
            List.of(new AccountFacts.Budget("ecs", "COST", 100, 1)),
            true,
            List.of(new AccountFacts.AnomalyMonitor("services", "SERVICE", 0)),
            true,
            List.of("team"),
            true);
    CostWatch watch = watch(fleet().account(deaf).account(nothing(PAYER)).service(web()));
    assertEquals(ReasonCode.NO_ALERTS, failure(watch));
  }

  @Test
  void stepOfUsageNamesTheRevisionDeployedThen() {
    CostWatch watch =
        watch(
            fleet()
                .service(
                    named("web")
                        .costs(day -> day < 20 ? 100 : 150)
                        .deployedAt(AS_OF.minusDays(11) + "T09:00:00Z")));
    CostAnomaly step = only(watch);
    assertEquals(AnomalyKind.STEP, step.kind());
    assertEquals(AS_OF.minusDays(11), step.startDate());
    assertEquals(0.5, step.impactShare(), 0.02);
    assertTrue(step.rootCause().startsWith("USAGE: FARGATE_VCPU"), step.rootCause());
    assertTrue(step.rootCause().contains("web:7 deployed on"), step.rootCause());
    assertEquals("OPEN", step.status());
  }

  @Test
  void dearerUsageIsTheRate() {
    CostWatch watch =
        watch(
            fleet().service(named("web").costs(day -> day < 20 ? 100 : 140).amounts(day -> 2000)));
    assertTrue(only(watch).rootCause().startsWith("RATE: FARGATE_VCPU"), only(watch).rootCause());
  }

  @Test
  void serviceThatWasNeverThereIsNew() {
    CostWatch watch =
        watch(fleet().service(web()).service(named("fresh").costs(day -> day < 25 ? 0 : 60)));
    CostAnomaly found = only(watch);
    assertEquals(AnomalyKind.NEW, found.kind());
    assertEquals("fresh", found.serviceName());
    assertEquals(5 * 60, found.impact(), 1e-6);
  }

  @Test
  void clusterDoesNotRepeatItsService() {
    CostWatch watch =
        watch(
            fleet()
                .service(named("web").costs(day -> day < 20 ? 100 : 200))
                .service(named("api").costs(day -> 50)));
    assertEquals("web", only(watch).serviceName());
  }

  @Test
  void manySmallRisesShowInTheirCluster() {
    FleetCase made = fleet();
    for (int i = 0; i < 30; i++) {
      int number = i;
      made.service(
          named("s" + i)
              .owner("team" + i)
              .costs(day -> (day < 20 ? 1 : 1.6) + 0.02 * ((day * 7 + number) % 5)));
    }
    CostAnomaly found = only(watch(made));
    assertEquals("", found.serviceName());
    assertEquals("prod", found.clusterName());
  }

  @Test
  void smallMoneyIsNoAnomaly() {
    assertEquals(
        List.of(),
        watch(fleet().service(named("web").costs(day -> day < 20 ? 0.1 : 0.2))).anomalies());
  }

  @Test
  void feeOnTheFirstOfAMonthIsNoSpike() {
    // The window's day 12 is the first of November.
    CostWatch watch =
        watch(
            fleet().service(named("web").costs(day -> day == 12 ? 300 : 100).amounts(day -> 2000)));
    assertEquals(List.of(), watch.anomalies());
  }

  @Test
  void lastTwoDaysAreLate() {
    assertEquals(
        List.of(),
        watch(fleet().service(named("web").costs(day -> day < 30 ? 100 : 9))).anomalies());
  }

  @Test
  void steadyMonthEndsWhereItHeads() {
    CostWatch watch = watch(fleet().service(web()));
    Forecast total =
        watch.forecasts().stream().filter(each -> each.scope().equals("TOTAL")).findFirst().get();
    assertEquals(30 * 100, total.expected(), 5);
    assertTrue(total.low() <= 3000 && 3000 <= total.high());
    assertEquals(18 * 100, total.monthToDate(), 1e-6);
  }

  @Test
  void emptyFleetSaysNothing() {
    CostWatch watch = watch(fleet());
    assertEquals(List.of(), watch.anomalies());
    assertEquals(List.of(), watch.forecasts());
  }

  private static FleetCase.Service web() {
    return named("web").costs(day -> 100);
  }

  private static AccountFacts watched(String account) {
    return new AccountFacts(
        account,
        List.of(new AccountFacts.Budget("ecs", "COST", 100, 1)),
        true,
        List.of(new AccountFacts.AnomalyMonitor("services", "SERVICE", 1)),
        true,
        List.of("team"),
        true);
  }

  private static AccountFacts nothing(String account) {
    return new AccountFacts(account, List.of(), true, List.of(), true, List.of(), true);
  }

  private static CostWatch watch(FleetCase made) {
    return CONTROL.watch(made.build());
  }

  private static CostAnomaly only(CostWatch watch) {
    assertEquals(1, watch.anomalies().size(), watch.anomalies()::toString);
    return watch.anomalies().get(0);
  }

  private static Advice advice(CostWatch watch) {
    Advice advice = watch.advice().verdicts().get(key("web"));
    assertTrue(advice != null);
    return advice;
  }

  private static ReasonCode failure(CostWatch watch) {
    return assertInstanceOf(Advice.Change.class, advice(watch)).proposal().reasonCodes().get(0);
  }
}
