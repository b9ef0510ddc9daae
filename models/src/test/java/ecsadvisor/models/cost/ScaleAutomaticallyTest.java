package ecsadvisor.models.cost;

import static ecsadvisor.models.cost.AdviceAssert.evidence;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ScalingPolicy;
import ecsadvisor.models.fact.ScheduledAction;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.fixture.DayBuilder;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.price.PriceBook;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScaleAutomaticallyTest {
  private static final ScaleAutomatically CONTROL =
      new ScaleAutomatically(ScaleAutomatically.Settings.defaults(), PriceBook.shipped());
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final String CPU = "ECSServiceAverageCPUUtilization";

  /** From 0.1 at five to 0.6 at seventeen and back. */
  private static double wave(ZonedDateTime time) {
    return 0.35 - 0.25 * Math.cos(2 * Math.PI * (time.getHour() - 5) / 24);
  }

  private static ServiceBuilder waving(ServiceBuilder service) {
    return WeekBuilder.cpu(service, UTC, ScaleAutomaticallyTest::wave);
  }

  private static Advice.Change change(ServiceBuilder service) {
    return assertInstanceOf(Advice.Change.class, CONTROL.advise(service.facts()));
  }

  private static Step.TrackTarget step(Advice.Change change) {
    return assertInstanceOf(Step.TrackTarget.class, change.proposal().steps().get(0));
  }

  private static void stays(ServiceBuilder service, ReasonCode reason) {
    assertEquals(
        reason, assertInstanceOf(Advice.AsIs.class, CONTROL.advise(service.facts())).reason());
  }

  private static void isWithheld(ServiceBuilder service, ReasonCode reason) {
    assertEquals(
        List.of(reason),
        assertInstanceOf(Advice.NoData.class, CONTROL.advise(service.facts())).reasons());
  }

  @Test
  void scalesAServiceWhoseLoadVaries() {
    Advice.Change change = change(waving(service().tasks(10)));

    Step.TrackTarget step = step(change);
    assertEquals(List.of(ReasonCode.LOAD_VARIES), change.proposal().reasonCodes());
    assertEquals(null, step.before());
    assertTrue(step.after().minimum() >= 2 && step.after().minimum() < 6, step.toString());
    assertTrue(step.after().maximum() >= 10, step.toString());
    assertEquals(CPU, step.metric());
    // The mean demand of 3.5 tasks at the target is the least that it can run on.
    double least = 3.5 / (step.targetAfter() / 100) / 10;
    double kept = change.saving().monthlyCostAfter() / change.saving().monthlyCostNow();
    assertTrue(kept > least && kept < 0.8, "kept " + kept);
    assertEquals(10 * 730 * (0.04048 + 2 * 0.004445), change.saving().monthlyCostNow(), 0.005);
    assertEquals(7, change.backtest().days());
    assertTrue(change.backtest().holds());
    assertTrue(evidence(change, "saturated_minutes_then").startsWith("0 of 46080"));
  }

  @Test
  void leavesTheCountsThatItWouldRun() {
    Advice.Change change = change(waving(service().tasks(10)));

    double tasks = 0;
    for (DayUsage day : change.after().usage().days(Metric.RUNNING_TASKS)) {
      tasks += day.mean() / 32;
    }
    assertEquals(
        change.saving().monthlyCostAfter() / change.saving().monthlyCostNow(), tasks / 10, 1e-6);
    Scaling scaling =
        Objects.requireNonNull(Objects.requireNonNull(change.after().config()).scaling());
    assertEquals(step(change).after().minimum(), scaling.minCapacity());
    DayUsage cpu = change.after().usage().days(Metric.CPU_SHARE).get(10);
    assertTrue(cpu.hourMeans().get(4) > wave(at(4)), "quiet hours are busier per task");
  }

  private static ZonedDateTime at(int hour) {
    return LocalDate.of(2026, 11, 2).atTime(hour, 0).atZone(UTC);
  }

  @Test
  void seesNothingToTuneInItsOwnAdvice() {
    Advice.Change change = change(waving(service().tasks(10)));

    assertInstanceOf(Advice.AsIs.class, CONTROL.advise(change.after()));
  }

  @Test
  void leavesASteadyServiceFixed() {
    stays(service().tasks(10).uses(0.4, 0.4), ReasonCode.LOAD_STEADY);
  }

  @Test
  void leavesFewTasksFixed() {
    stays(waving(service().tasks(2)), ReasonCode.TOO_FEW_TASKS);
  }

  @Test
  void leavesALoadThatJumpsFasterThanTasksStart() {
    // Every four hours from 0.1 to 0.8 at once.
    stays(
        WeekBuilder.cpu(service().tasks(10), UTC, time -> time.getHour() % 4 == 0 ? 0.8 : 0.1),
        ReasonCode.RAMP_TOO_STEEP);
  }

  @Test
  void leavesAServiceWhoseCpuDoesNotFollowItsRequests() {
    ServiceBuilder service = waving(service().tasks(10));
    WeekBuilder.requests(service, UTC, time -> 1000 * (1 - wave(time)));

    stays(service, ReasonCode.NOT_PROPORTIONAL);
  }

  @Test
  void staysSilentAboutSmallSavings() {
    // So busy that even the highest target needs nearly all tasks at nearly all hours.
    stays(
        WeekBuilder.cpu(service().tasks(3), UTC, time -> 0.45 + 0.7 * wave(time)),
        ReasonCode.SAVING_TOO_SMALL);
  }

  @Test
  void creditsNothingOnEc2UntilAnInstanceGoes() {
    Advice.Change change = change(waving(service().launchedOn(LaunchType.EC2).tasks(10)));

    assertEquals(0, change.saving().monthly());
    assertTrue(change.proposal().reasonCodes().contains(ReasonCode.NO_INSTANCE_FREED));
    assertTrue(evidence(change, "capacity_freed").contains("vCPU"));
  }

  @Test
  void givesCriticalServicesMoreTasksThanDevelopment() {
    int dev = step(change(waving(service().profile(Profile.DEV).tasks(10)))).after().minimum();
    int critical =
        step(change(waving(service().profile(Profile.CRITICAL).tasks(10)))).after().minimum();

    assertTrue(dev <= critical, dev + " and " + critical);
    assertTrue(critical >= 3);
  }

  @Test
  void productionKeepsTwoTasksWhateverItsOwnSettingSays() {
    Advice.Change change = change(waving(service().tasks(10)), keeping(2));

    assertTrue(step(change).after().minimum() >= 2);
    assertTrue(step(change(waving(service().tasks(10)), keeping(5))).after().minimum() >= 5);
  }

  @Test
  void saysWhereContinuityDecidesTheSmallestCount() {
    ServiceBuilder production = waving(service().tasks(10));
    ServiceBuilder development = waving(service().profile(Profile.DEV).tasks(10));

    assertTrue(
        change(production, keeping(5)).proposal().reasonCodes().contains(ReasonCode.CONTINUITY));
    assertFalse(
        change(development, keeping(5)).proposal().reasonCodes().contains(ReasonCode.CONTINUITY));
    assertFalse(change(production).proposal().reasonCodes().contains(ReasonCode.CONTINUITY));
  }

  /** Settings that would let every service go down to one task. */
  private static ScaleAutomatically.Settings keeping(int tasks) {
    return new ScaleAutomatically.Settings(
        14, 0.8, 1.2, 3, 0.5, 1, 1, 1, tasks, 0.01, 0.001, 0.0001, 40, 75, 0.9, 0.1, 1.5, 3, 60,
        300, 0.95, 1.2, 0.1, 0.2, 0.01, 0.15, 2);
  }

  private static Advice.Change change(
      ServiceBuilder service, ScaleAutomatically.Settings settings) {
    ScaleAutomatically control = new ScaleAutomatically(settings, PriceBook.shipped());
    return assertInstanceOf(Advice.Change.class, control.advise(service.facts()));
  }

  /**
   * A service under target tracking: in every hour as many tasks as the replayed rule would run.
   */
  private static ServiceBuilder tracked(
      double target, int minimum, int maximum, boolean scalesIn, @Nullable String name) {
    ServiceBuilder service =
        service()
            .scaledBy(
                new Scaling(
                    minimum,
                    maximum,
                    List.of(
                        new ScalingPolicy(
                            "TargetTrackingScaling",
                            CPU,
                            target,
                            !scalesIn,
                            name == null ? "" : name,
                            null,
                            null)),
                    List.of()));
    double demandAtPeak = 8;
    service.metric(
        Metric.RUNNING_TASKS,
        32,
        day ->
            DayBuilder.hourly(
                day,
                WeekBuilder.hours(
                    day, UTC, time -> count(time, demandAtPeak, target, minimum, maximum))));
    return WeekBuilder.cpu(
        service,
        UTC,
        time ->
            Math.min(
                1,
                demand(time, demandAtPeak) / count(time, demandAtPeak, target, minimum, maximum)));
  }

  private static double demand(ZonedDateTime time, double peak) {
    return wave(time) / 0.6 * peak;
  }

  private static double count(
      ZonedDateTime time, double peak, double target, int minimum, int maximum) {
    // Like a policy that scales in late: what the busiest of this and the last hours needs.
    double now = demand(time, peak);
    double before = demand(time.minusHours(1), peak);
    double ideal = Math.ceil(Math.max(now, before) / (target / 100));
    return Math.max(minimum, Math.min(maximum, ideal));
  }

  @Test
  void lowersASmallestCountThatIsNeverNeeded() {
    Advice.Change change = change(tracked(70, 14, 20, true, "cpu70"));

    Step.TrackTarget step = step(change);
    assertEquals(List.of(ReasonCode.POLICY_MISTUNED), change.proposal().reasonCodes());
    assertEquals(new Step.Bounds(14, 20), step.before());
    assertEquals("cpu70", step.policyName());
    assertEquals(70.0, step.targetBefore());
    assertTrue(step.after().minimum() < 8, step.toString());
    assertTrue(change.saving().monthly() > 0.2 * change.saving().monthlyCostNow());
  }

  @Test
  void raisesALargestCountThatHoldsTheServiceBack() {
    Advice.Change change = change(tracked(60, 2, 9, true, "cpu60"));

    assertEquals("Underprovisioned", change.proposal().finding());
    assertTrue(step(change).after().maximum() > 13, step(change).toString());
    assertTrue(change.saving().monthly() < 0);
  }

  @Test
  void raisesATargetThatIsTooLow() {
    Advice.Change change = change(tracked(25, 2, 60, true, "cpu25"));

    assertTrue(step(change).targetAfter() >= 40);
  }

  @Test
  void leavesAGoodPolicyAlone() {
    stays(tracked(70, 2, 20, true, "cpu70"), ReasonCode.ALREADY_SCALED);
  }

  @Test
  void leavesPoliciesThatItCannotReplay() {
    stays(waving(service().tasks(10).stepScaled(2, 20)), ReasonCode.ALREADY_SCALED);
    stays(
        waving(
            service()
                .tasks(10)
                .scaledBy(
                    new Scaling(
                        10,
                        10,
                        List.of(),
                        List.of(new ScheduledAction("stop", "cron(0 20 * * ? *)", "UTC", 0, 0))))),
        ReasonCode.ALREADY_SCALED);
  }

  @Test
  void withholdsAdviceWithoutHistoryOrInventory() {
    isWithheld(service().tasks(10).uses(0.4, 0.4, 13), ReasonCode.SHORT_HISTORY);
    isWithheld(service().tasks(10), ReasonCode.NO_DATA);
    isWithheld(service().withoutInventory(), ReasonCode.INVENTORY_MISSING);
    isWithheld(waving(service().scalingUnknown()), ReasonCode.SCALING_UNKNOWN);
  }

  @Test
  void doesNotAskAboutDaemons() {
    assertEquals(
        ReasonCode.DAEMON,
        assertInstanceOf(
                Advice.NotApplicable.class,
                CONTROL.advise(service().launchedOn(LaunchType.EC2).daemon().facts()))
            .reason());
  }

  @Test
  void namesTheSettingThatIsWrong() {
    assertEquals(
        "highestTargetPercent is out of range: 96.0",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new ScaleAutomatically.Settings(
                        14, 0.8, 1.2, 3, 0.5, 1, 2, 3, 2, 0.01, 0.001, 0.0001, 40, 96, 0.9, 0.1,
                        1.5, 3, 60, 300, 0.95, 1.2, 0.1, 0.2, 0.01, 0.15, 2))
            .getMessage());
  }
}
