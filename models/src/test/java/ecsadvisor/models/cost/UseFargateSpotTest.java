package ecsadvisor.models.cost;

import static ecsadvisor.models.cost.LayoutBuilder.layout;
import static ecsadvisor.models.fixture.ServiceBuilder.AS_OF;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.cost.spot.SpotShare;
import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.ContainerRuntime;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.fact.Volume;
import ecsadvisor.models.fact.VolumeKind;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.fixture.DayBuilder;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.price.BillRates;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.Rates;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class UseFargateSpotTest {
  private static final double TASK_MONTH = (0.04048 + 2 * 0.004445) * Rates.HOURS_PER_MONTH;
  private static final UseFargateSpot CONTROL = control(BillRates.NONE);

  private static UseFargateSpot control(BillRates rates) {
    return new UseFargateSpot(UseFargateSpot.Settings.defaults(), PriceBook.shipped(), rates);
  }

  private static Container container(int stopSeconds, boolean healthCheck) {
    return new Container(
        "app",
        "image",
        0,
        null,
        null,
        true,
        null,
        new ContainerRuntime(stopSeconds, healthCheck, List.of(), 0, false));
  }

  /** Tasks of 1 vCPU and 2 GB in three zones with a health check, at that share of their CPU. */
  private static ServiceBuilder tasks(int count, double cpuShare) {
    return bare(count, cpuShare).container(container(30, true)).laidOut(layout().build());
  }

  private static ServiceBuilder bare(int count, double cpuShare) {
    return service().tasks(count).uses(cpuShare, 0.5);
  }

  private static Advice advise(ServiceBuilder builder) {
    return CONTROL.advise(builder.facts());
  }

  private static Advice.Change change(ServiceBuilder builder) {
    return assertInstanceOf(Advice.Change.class, advise(builder));
  }

  private static void stays(ReasonCode reason, ServiceBuilder builder) {
    assertEquals(reason, assertInstanceOf(Advice.AsIs.class, advise(builder)).reason());
  }

  private static List<CapacityProviderItem> strategyAfter(Advice.Change change) {
    ServiceConfig config = Objects.requireNonNull(change.after().config());
    return config.capacityProviders();
  }

  private static void blocked(ReasonCode reason, ServiceBuilder builder) {
    Advice.Change change = change(builder);
    assertTrue(change.proposal().reasonCodes().contains(reason), change.proposal().toString());
    assertTrue(!AdviceAssert.evidence(change, "eligible_after").isEmpty());
  }

  @Test
  void keepsOnDemandWhatTheLossOfAZoneWouldTake() {
    // 8 tasks at 63 % need 6 at 85 %; in three zones the base is 3 x 6 - 2 x 8 = 2.
    Advice.Change change = change(tasks(8, 0.63));
    assertEquals(
        List.of(
            new CapacityProviderItem("FARGATE", 2, 0),
            new CapacityProviderItem("FARGATE_SPOT", 0, 1)),
        strategyAfter(change));
    assertEquals(6 / 8.0, SpotShare.of(strategyAfter(change), 8), 1e-12);
    double lost = -Math.log(0.9) / 730 * 0.05;
    assertEquals(6 * TASK_MONTH * (0.65 - lost), change.saving().monthly(), 1e-6);
    assertEquals(6 * TASK_MONTH * (0.5 - lost), change.saving().spread().p10(), 1e-6);
    assertEquals(8 * TASK_MONTH, change.saving().monthlyCostNow(), 1e-6);
    assertEquals(
        List.of(new Step.SetCapacityProviders(List.of(), "FARGATE", strategyAfter(change))),
        change.proposal().steps());
    assertEquals("6", AdviceAssert.evidence(change, "tasks_left_without_largest_pool"));
  }

  @Test
  void productionIsNeverAllOnSpotAndSaysWhy() {
    // 6 tasks at 10 % need one, which two zones of Spot would leave.
    Advice.Change change = change(tasks(6, 0.1));

    assertEquals(new CapacityProviderItem("FARGATE", 1, 0), strategyAfter(change).get(0));
    assertTrue(change.proposal().reasonCodes().contains(ReasonCode.CONTINUITY));
  }

  @Test
  void doesNotNameContinuityWhereTheLoadNeedsTheTasks() {
    assertFalse(change(tasks(8, 0.63)).proposal().reasonCodes().contains(ReasonCode.CONTINUITY));
  }

  @Test
  void theBillsSpotPriceComesBeforeThePlan() {
    BillRates rates =
        new BillRates(
            List.of(
                rate(PurchaseOption.ON_DEMAND, UsageKind.FARGATE_VCPU, 0.04),
                rate(PurchaseOption.ON_DEMAND, UsageKind.FARGATE_MEMORY, 0.004),
                rate(PurchaseOption.SPOT, UsageKind.FARGATE_VCPU, 0.012),
                rate(PurchaseOption.SPOT, UsageKind.FARGATE_MEMORY, 0.0012)));
    Advice.Change change =
        assertInstanceOf(Advice.Change.class, control(rates).advise(tasks(8, 0.63).facts()));
    assertEquals("70.0 %", AdviceAssert.evidence(change, "spot_discount"));
    assertEquals(RateSource.PRICE_FILE, change.saving().rateSource());
  }

  @Test
  void aScaledServiceKeepsTheBaseThatItsTightestHourNeeds() {
    // By night 4 tasks at 10 %, by day 8 at 63 %: the day decides, and the night runs 2 on Spot.
    double[] tasks = new double[24];
    double[] cpu = new double[24];
    for (int hour = 0; hour < 24; hour++) {
      tasks[hour] = hour < 12 ? 4 : 8;
      cpu[hour] = hour < 12 ? 0.1 : 0.63;
    }
    Advice.Change change =
        change(
            service()
                .tasks(4)
                .container(container(30, true))
                .laidOut(layout().build())
                .tracks("ECSServiceAverageCPUUtilization", 60, 4, 10)
                .metric(Metric.CPU_SHARE, 20, day -> DayBuilder.hourly(day, cpu))
                .metric(Metric.RUNNING_TASKS, 20, day -> DayBuilder.hourly(day, tasks)));
    assertEquals(new CapacityProviderItem("FARGATE", 2, 0), strategyAfter(change).get(0));
    assertEquals("4.00", AdviceAssert.evidence(change, "mean_tasks_on_spot"));
  }

  @Test
  void aSpareTaskOnSpotMakesRoomWhereEveryTaskIsNeeded() {
    // 2 tasks at 60 % cannot do with 1; with a third, 1 on demand and 1 of 2 on Spot are left.
    Advice.Change change = change(tasks(2, 0.6));
    assertEquals(3, change.proposal().desiredCount());
    assertTrue(change.proposal().recommendedSummary().endsWith(", 3 tasks"));
    assertEquals(new CapacityProviderItem("FARGATE", 1, 0), strategyAfter(change).get(0));
    assertTrue(change.proposal().steps().contains(new Step.SetDesiredCount(2, 3)));
    double spotPrice = 0.35 + -Math.log(0.9) / 730 * 0.05;
    assertEquals((2 - 1 - 2 * spotPrice) * TASK_MONTH, change.saving().monthly(), 1e-6);
    ServiceConfig after = Objects.requireNonNull(change.after().config());
    assertEquals(3, after.desiredCount());
  }

  @Test
  void noSpareIsAddedToAScaledService() {
    stays(
        ReasonCode.NO_SPARE_TASK,
        tasks(2, 0.6).tracks("ECSServiceAverageCPUUtilization", 60, 2, 8));
  }

  @Test
  void aSingleTaskStaysUnlessItMayWait() {
    stays(ReasonCode.VETO_SINGLE_TASK, tasks(1, 0.5));
    Advice.Change change = change(tasks(1, 0.5).profile(Profile.DEV));
    assertEquals(List.of(new CapacityProviderItem("FARGATE_SPOT", 0, 1)), strategyAfter(change));
    change(tasks(1, 0.5).ownedBy("data", "Batch"));
  }

  @Test
  void vetoesAreNamed() {
    stays(ReasonCode.VETO_WINDOWS, tasks(8, 0.3).on(Platform.WINDOWS));
    stays(ReasonCode.VETO_CRITICAL, tasks(8, 0.3).profile(Profile.CRITICAL));
    stays(ReasonCode.VETO_TAG, tasks(8, 0.3).tagged("ecs-cost-advisor:no-spot", "licence"));
    stays(
        ReasonCode.VETO_EBS_VOLUME, tasks(8, 0.3).volume(new Volume("data", VolumeKind.EBS, true)));
    stays(
        ReasonCode.VETO_DEPLOYMENT,
        bare(8, 0.3).container(container(30, true)).laidOut(layout().deployment(100, 100).build()));
  }

  @Test
  void anOptOutTagThatSaysFalseIsNone() {
    change(tasks(8, 0.3).tagged("ecs-cost-advisor:no-spot", "false"));
  }

  @Test
  void aLongDeregistrationDelayIsCutFirst() {
    ServiceBuilder slow = tasks(8, 0.3).laidOut(layout().behind(300).build());
    blocked(ReasonCode.FIX_DEREGISTRATION_DELAY, slow);
    assertEquals(
        new Step.SetTargetGroupAttribute(
            LayoutBuilder.GROUP, "deregistration_delay.timeout_seconds", "300", "90"),
        change(slow).proposal().steps().get(0));
    blocked(
        ReasonCode.FIX_DEREGISTRATION_DELAY, tasks(8, 0.3).laidOut(layout().behind(null).build()));
    Advice.Change quick = change(tasks(8, 0.3).laidOut(layout().behind(60).build()));
    assertEquals(
        List.of(ReasonCode.ELIGIBLE, ReasonCode.CONTINUITY), quick.proposal().reasonCodes());
  }

  @Test
  void otherBlockersAreNamedToo() {
    blocked(
        ReasonCode.FIX_HEALTH_CHECK,
        bare(8, 0.3).container(container(30, false)).laidOut(layout().build()));
    blocked(
        ReasonCode.FIX_STOP_TIMEOUT,
        bare(8, 0.3).container(container(2, true)).laidOut(layout().build()));
    blocked(
        ReasonCode.FIX_SINGLE_ZONE, tasks(8, 0.3).laidOut(layout().zones("us-east-1a").build()));
  }

  @Test
  void aBusyServiceInOneZoneHasToSpreadFirst() {
    stays(
        ReasonCode.FIX_SINGLE_ZONE,
        tasks(8, 0.84).stepScaled(8, 8).laidOut(layout().zones("us-east-1a").build()));
  }

  @Test
  void zonesThatAreNotKnownCountByTheirSubnets() {
    Advice.Change change =
        change(tasks(8, 0.63).laidOut(layout().zones().subnets("a", "b", "c").build()));
    assertEquals("2", AdviceAssert.evidence(change, "spot_pools"));
  }

  @Test
  void unknownCpuKeepsASetShare() {
    Advice.Change change =
        change(service().tasks(8).container(container(30, true)).laidOut(layout().build()));
    assertEquals("6", AdviceAssert.evidence(change, "tasks_needed_in_it"));
  }

  @Test
  void usageUnderASavingsPlanIsLeftToIt() {
    stays(ReasonCode.COVERED_BY_COMMITMENT, planned(tasks(8, 0.3), 144));
    Advice.Change partly = change(planned(tasks(8, 0.3), 48));
    // A quarter is covered, so a quarter of the tasks stays on demand.
    assertEquals(new CapacityProviderItem("FARGATE", 2, 0), strategyAfter(partly).get(0));
  }

  @Test
  void onSpotAlreadyIsFineAndItsBaseIsChecked() {
    ServiceBuilder tight = tasks(8, 0.63).provider("FARGATE", 1, 0).provider("FARGATE_SPOT", 0, 1);
    stays(ReasonCode.ALREADY_ON_SPOT, tight);
    assertTrue(
        AdviceAssert.evidence(advise(tight), "outlives_loss_of_largest_pool").contains("takes 2"));
    Advice sound = advise(tasks(8, 0.63).provider("FARGATE", 2, 0).provider("FARGATE_SPOT", 0, 1));
    assertEquals("yes", AdviceAssert.evidence(sound, "outlives_loss_of_largest_pool"));
  }

  @Test
  void codeDeploySetsTheStrategyItself() {
    Advice.Change change =
        change(tasks(8, 0.3).laidOut(layout().controlledBy("CODE_DEPLOY").build()));
    assertEquals(List.of(), change.proposal().steps());
  }

  @Test
  void isNotAskedOnEc2() {
    assertInstanceOf(
        Advice.NotApplicable.class, advise(service().ec2().container("app", 1, 1, null)));
  }

  @Test
  void aServiceWithoutTasksSavesNothing() {
    stays(ReasonCode.SAVING_TOO_SMALL, service().tasks(0));
    stays(
        ReasonCode.SAVING_TOO_SMALL,
        tasks(2, 0.1)
            .metric(Metric.RUNNING_TASKS, 32, day -> DayBuilder.shaped(day, 1440, 0, 0, 0, 0, 0)));
  }

  @Test
  void lacksDataWithoutInventoryOrDefinition() {
    assertInstanceOf(Advice.NoData.class, advise(service().withoutInventory()));
    assertInstanceOf(Advice.NoData.class, advise(service().withoutDefinition()));
    assertInstanceOf(Advice.NoData.class, advise(tasks(8, 0.3).billedIn("EUR")));
  }

  @Test
  void aSettingOutOfRangeIsNamed() {
    UseFargateSpot.Settings some = UseFargateSpot.Settings.defaults();
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new UseFargateSpot.Settings(
                    2,
                    0,
                    0.75,
                    1,
                    0.5,
                    0.65,
                    0.5,
                    0.7,
                    0.05,
                    0.5,
                    0.1,
                    0.05,
                    0,
                    90,
                    10,
                    "",
                    some.waitingEnvironments()));
    assertTrue(Objects.requireNonNull(e.getMessage()).contains("cpuShareDuringLoss"));
  }

  private static ServiceBuilder planned(ServiceBuilder builder, double plannedHours) {
    double onDemandHours = 192 - plannedHours;
    return builder
        .billed(
            AS_OF,
            UsageKind.FARGATE_VCPU,
            PurchaseOption.SAVINGS_PLAN,
            plannedHours,
            plannedHours * 0.03,
            plannedHours * 0.04)
        .billed(
            AS_OF,
            UsageKind.FARGATE_VCPU,
            PurchaseOption.ON_DEMAND,
            onDemandHours,
            onDemandHours * 0.04,
            onDemandHours * 0.04)
        .billed(AS_OF, UsageKind.FARGATE_MEMORY, PurchaseOption.ON_DEMAND, 384, 1.7, 1.7);
  }

  private static BillRates.Rate rate(PurchaseOption option, UsageKind kind, double effective) {
    return new BillRates.Rate(
        "111122223333", "us-east-1", Platform.X86, option, kind, "USD", 100, effective, effective);
  }
}
