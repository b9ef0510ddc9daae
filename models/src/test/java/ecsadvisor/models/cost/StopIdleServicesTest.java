package ecsadvisor.models.cost;

import static ecsadvisor.models.cost.LayoutBuilder.layout;
import static ecsadvisor.models.fixture.ServiceBuilder.AS_OF;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.RequestDay;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ScheduledAction;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.fixture.DayBuilder;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.Rates;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StopIdleServicesTest {
  private static final PriceBook PRICES = PriceBook.shipped();
  private static final StopIdleServices CONTROL =
      new StopIdleServices(StopIdleServices.Settings.defaults(), PRICES);

  /** Four tasks of 4 vCPU and 16 GB that do nothing, like a feature store without readers. */
  private static ServiceBuilder idle() {
    return service().fargate(4096, 16_384).tasks(4).laidOut(layout().build()).uses(0.003, 0.045);
  }

  private static ServiceBuilder requested(ServiceBuilder builder, int days, double perHour) {
    for (int back = days - 1; back >= 0; back--) {
      builder.requests(new RequestDay(AS_OF.minusDays(back), Collections.nCopies(24, perHour)));
    }
    return builder;
  }

  private static Advice advise(ServiceBuilder builder) {
    return CONTROL.advise(builder.facts());
  }

  private static void stays(ReasonCode reason, ServiceBuilder builder) {
    assertEquals(reason, assertInstanceOf(Advice.AsIs.class, advise(builder)).reason());
  }

  private static void isWithheld(ReasonCode reason, ServiceBuilder builder) {
    assertEquals(List.of(reason), assertInstanceOf(Advice.NoData.class, advise(builder)).reasons());
  }

  private static Advice.Change change(ServiceBuilder builder) {
    return assertInstanceOf(Advice.Change.class, advise(builder));
  }

  @Test
  void stopsWhatNothingUsesAndSavesAllOfIt() {
    Advice.Change change = change(idle());
    double hour = 4 * (4 * 0.04048 + 16 * 0.004445);
    assertEquals(hour * Rates.HOURS_PER_MONTH, change.saving().monthly(), 1e-6);
    assertEquals(0, change.saving().monthlyCostAfter(), 1e-9);
    assertEquals("Stop", change.proposal().actionType());
    assertEquals(ReasonCode.IDLE, change.proposal().reasonCodes().get(0));
    assertEquals(List.of(new Step.SetDesiredCount(4, 0)), change.proposal().steps());
  }

  @Test
  void laterControlsSeeNoTaskAndNoCost() {
    Advice.Change change = change(idle());
    ServiceConfig after = Objects.requireNonNull(change.after().config());
    RunningService running =
        Objects.requireNonNull(RunningService.of(change.after(), after, PRICES));
    assertEquals(0, running.tasks());
    assertEquals(0, running.monthlyCost());
    Advice again = CONTROL.advise(change.after());
    assertInstanceOf(Advice.AsIs.class, again);
    Advice size = AdviceAssert.CONTROL.advise(change.after());
    assertInstanceOf(Advice.AsIs.class, size);
  }

  @Test
  void stopsBehindALoadBalancerWithoutRequests() {
    ServiceBuilder builder = idle().laidOut(layout().behind(60).build());
    change(requested(builder, 32, 0));
  }

  @Test
  void boundsOfAScalableTargetGoToZeroFirst() {
    Advice.Change change = change(idle().tracks("ECSServiceAverageCPUUtilization", 60, 2, 8));
    assertEquals(
        List.of(
            new Step.SetBounds(new Step.Bounds(2, 8), new Step.Bounds(0, 0)),
            new Step.SetDesiredCount(4, 0)),
        change.proposal().steps());
    ServiceConfig after = Objects.requireNonNull(change.after().config());
    assertEquals(0, Objects.requireNonNull(after.scaling()).maxCapacity());
    assertInstanceOf(Advice.AsIs.class, AdviceAssert.CONTROL.advise(change.after()));
  }

  @Test
  void onEc2NoInstanceIsFreedYet() {
    Advice.Change change =
        change(
            service()
                .ec2()
                .tasks(2)
                .container("app", 1024, 2048, null)
                .laidOut(layout().build())
                .uses(0.002, 0.1));
    assertEquals(0, change.saving().monthly(), 1e-9);
    assertTrue(change.proposal().reasonCodes().contains(ReasonCode.NO_INSTANCE_FREED));
  }

  @Test
  void aSmallWorkerThatDoesALittleIsUsed() {
    stays(ReasonCode.IN_USE, service().fargate(256, 512).laidOut(layout().build()).uses(0.05, 0.2));
  }

  @Test
  void anyRequestIsUse() {
    ServiceBuilder builder = idle().laidOut(layout().behind(60).build());
    requested(builder, 31, 0);
    builder.requests(new RequestDay(AS_OF.minusDays(31), Collections.nCopies(24, 0.5)));
    stays(ReasonCode.IN_USE, builder);
  }

  @Test
  void workInAFewMinutesOfEachDayIsUse() {
    stays(
        ReasonCode.IN_USE,
        service()
            .laidOut(layout().build())
            .metric(
                Metric.CPU_SHARE,
                32,
                day -> DayBuilder.shaped(day, 1440, 0.004, 0.002, 0.003, 0.004, 0.9)));
  }

  @Test
  void oneDeploymentIsNoUse() {
    change(
        idle()
            .laidOut(layout().build())
            .metric(
                Metric.CPU_UNITS,
                33,
                day ->
                    DayBuilder.shaped(
                        day, 1440, 8, 8, 8, 8, day.equals(AS_OF.minusDays(3)) ? 3000 : 9)));
  }

  @Test
  void scheduledCriticalAndTaggedServicesAreLeftAlone() {
    Scaling scheduled =
        new Scaling(
            0,
            4,
            List.of(),
            List.of(new ScheduledAction("night", "cron(0 1 * * ? *)", "UTC", 4, 4)));
    stays(ReasonCode.ALREADY_SCHEDULED, idle().scaledBy(scheduled));
    stays(ReasonCode.VETO_CRITICAL, idle().profile(Profile.CRITICAL));
    stays(ReasonCode.VETO_TAG, idle().tagged("ecs-cost-advisor:keep-running", "standby"));
  }

  @Test
  void daemonsAreNotAsked() {
    assertInstanceOf(Advice.NotApplicable.class, advise(idle().daemon()));
  }

  @Test
  void lacksDataWithoutInventoryCpuHistoryOrRequests() {
    isWithheld(ReasonCode.INVENTORY_MISSING, service().withoutInventory());
    isWithheld(ReasonCode.CPU_METRIC_MISSING, service().laidOut(layout().build()));
    isWithheld(
        ReasonCode.SHORT_HISTORY, service().laidOut(layout().build()).uses(0.003, 0.045, 13));
    isWithheld(ReasonCode.NO_DATA, idle().laidOut(layout().behind(60).build()));
    isWithheld(ReasonCode.NO_DATA, idle().laidOut(layout().targetGroupsUnknown().build()));
  }

  @Test
  void lacksDataWhereTelemetryHasGaps() {
    isWithheld(
        ReasonCode.LOW_COVERAGE,
        service()
            .laidOut(layout().build())
            .metric(Metric.CPU_SHARE, 32, day -> DayBuilder.constant(day, 0.003, 600)));
  }

  @Test
  void aSettingOutOfRangeIsNamed() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new StopIdleServices.Settings(14, 2, 0.8, 1.5, 0.05, 0.1, 2, 0, 1, ""));
    assertTrue(Objects.requireNonNull(e.getMessage()).contains("idleCpuShare"));
  }
}
