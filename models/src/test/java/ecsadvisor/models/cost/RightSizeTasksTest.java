package ecsadvisor.models.cost;

import static ecsadvisor.models.cost.AdviceAssert.advise;
import static ecsadvisor.models.cost.AdviceAssert.change;
import static ecsadvisor.models.cost.AdviceAssert.evidence;
import static ecsadvisor.models.cost.AdviceAssert.isWithheld;
import static ecsadvisor.models.cost.AdviceAssert.sizeAfter;
import static ecsadvisor.models.cost.AdviceAssert.stays;
import static ecsadvisor.models.fixture.ServiceBuilder.AS_OF;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.fixture.DayBuilder;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.TaskSize;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RightSizeTasksTest {
  private static final double CENT = 0.005;

  @Test
  void proposesASmallerSizeForAnOversizedService() {
    // C = 0.1 x 4 = 0.4 vCPU, M = 0.1 x 16384 = 1638 MiB: 0.5 vCPU.
    Advice.Change change = change(service().fargate(4096, 16384).tasks(3).uses(0.10, 0.10));

    TaskSize size = sizeAfter(change);
    assertEquals(512, size.cpuUnits());
    assertEquals("Overprovisioned", change.proposal().finding());
    double now = 3 * 730 * (4 * 0.04048 + 16 * 0.004445);
    double after = 3 * 730 * (0.5 * 0.04048 + size.memoryGiB() * 0.004445);
    assertEquals(now - after, change.saving().monthly(), CENT);
    assertEquals(now, change.saving().monthlyCostNow(), CENT);
    assertEquals(RateSource.PRICE_FILE, change.saving().rateSource());
  }

  @Test
  void leavesRoomForAnAgentThatTheUseDoesNotInclude() {
    // 410 MiB at the highest: with the agent's 128 MiB more than 512.
    ServiceBuilder service =
        service().fargate(256, 2048).tasks(20).profile(Profile.DEV).uses(0.05, 0.2);
    int without = sizeAfter(change(service)).memoryMiB();
    RightSizeTasks careful = new RightSizeTasks(guarded(), PriceBook.shipped());
    Advice.Change change = assertInstanceOf(Advice.Change.class, careful.advise(service.facts()));

    assertEquals(512, without);
    assertEquals(1024, sizeAfter(change).memoryMiB());
  }

  @Test
  void leavesNoRoomForAnAgentWhoseUseIsMeasured() {
    ServiceBuilder service =
        service()
            .fargate(256, 2048)
            .tasks(20)
            .profile(Profile.DEV)
            .uses(0.05, 0.2)
            .metric(
                Metric.MEMORY_MIB,
                "aws-guardduty-agent-1a2b",
                32,
                day -> DayBuilder.constant(day, 60));
    RightSizeTasks careful = new RightSizeTasks(guarded(), PriceBook.shipped());
    Advice.Change change = assertInstanceOf(Advice.Change.class, careful.advise(service.facts()));

    assertEquals(512, sizeAfter(change).memoryMiB());
  }

  private static RightSizeTasks.Settings guarded() {
    RightSizeTasks.Settings some = RightSizeTasks.Settings.defaults();
    return new RightSizeTasks.Settings(
        some.dev(),
        some.prod(),
        some.critical(),
        some.minimumDays(),
        some.minimumDownsizeDays(),
        some.minimumCoverage(),
        some.heldOutDays(),
        some.minimumSavingMonthly(),
        some.censoredShare(),
        some.censoredMinutesShare(),
        some.starvedShare(),
        some.starvedMinutesShare(),
        some.starvedDemandFactor(),
        some.killedMemoryFactor(),
        some.jvmNonHeapShare(),
        some.jvmNonHeapMiB(),
        true);
  }

  @Test
  void provesEveryProposalOnTheLastSevenDays() {
    Advice.Change change = change(service().fargate(4096, 16384).uses(0.10, 0.10));

    assertEquals(7, change.backtest().days());
    assertTrue(change.backtest().holds());
    assertEquals(512, change.backtest().cpuUnits());
  }

  @Test
  void takesTheRatesOfTheServiceFromItsBill() {
    ServiceBuilder service = service().fargate(4096, 16384).uses(0.10, 0.10);
    service.billed(AS_OF, UsageKind.FARGATE_VCPU, PurchaseOption.SAVINGS_PLAN, 96, 2.4, 3.9);
    service.billed(AS_OF, UsageKind.FARGATE_MEMORY, PurchaseOption.SAVINGS_PLAN, 384, 0.96, 1.7);

    Advice.Change change = change(service);

    TaskSize size = sizeAfter(change);
    double after = 730 * (size.vcpu() * 2.4 / 96 + size.memoryGiB() * 0.96 / 384);
    assertEquals(after, change.saving().monthlyCostAfter(), CENT);
    assertEquals(730 * (4 * 3.9 / 96 + 16 * 1.7 / 384), change.saving().listCostNow(), CENT);
    assertEquals(RateSource.SERVICE_BILL, change.saving().rateSource());
  }

  @Test
  void staysSilentWhereTheSizeFits() {
    stays(service().fargate(1024, 3072).uses(0.80, 0.50), ReasonCode.SIZE_UNCHANGED);
  }

  @Test
  void staysSilentAtTheSmallestSize() {
    stays(service().fargate(256, 512).uses(0.05, 0.10), ReasonCode.ALREADY_SMALLEST);
  }

  @Test
  void staysSilentWhereTheSavingIsTooSmall() {
    // 0.2 vCPU is enough, but runs 0.1 of the time: 3.25 dollars of memory become 0.3.
    ServiceBuilder service = service().fargate(256, 2048).uses(0.5, 0.05);
    service.metric(Metric.RUNNING_TASKS, 32, day -> DayBuilder.constant(day, 0.1));

    stays(service, ReasonCode.SAVING_TOO_SMALL);
  }

  @Test
  void withholdsAdviceWithoutInventory() {
    isWithheld(service().withoutInventory().uses(0.1, 0.1), ReasonCode.INVENTORY_MISSING);
  }

  @Test
  void withholdsAdviceWithoutTheTaskDefinition() {
    isWithheld(service().withoutDefinition().uses(0.1, 0.1), ReasonCode.TASK_SIZE_UNKNOWN);
  }

  @Test
  void withholdsAdviceWithoutTelemetry() {
    isWithheld(service(), ReasonCode.NO_DATA);
  }

  @Test
  void withholdsAdviceWithoutMemory() {
    isWithheld(
        service().metric(Metric.CPU_SHARE, 32, day -> DayBuilder.constant(day, 0.1)),
        ReasonCode.MEMORY_METRIC_MISSING);
  }

  @Test
  void withholdsAdviceWithoutCpu() {
    isWithheld(
        service().metric(Metric.MEMORY_SHARE, 32, day -> DayBuilder.constant(day, 0.1)),
        ReasonCode.CPU_METRIC_MISSING);
  }

  @Test
  void withholdsAdviceOnLessThanAWeek() {
    isWithheld(service().uses(0.99, 0.99, 6), ReasonCode.SHORT_HISTORY);
  }

  @Test
  void withholdsASmallerSizeOnLessThanTwoWeeks() {
    isWithheld(service().fargate(4096, 16384).uses(0.1, 0.1, 13), ReasonCode.SHORT_HISTORY);
    change(service().fargate(4096, 16384).uses(0.1, 0.1, 14));
  }

  @Test
  void proposesALargerSizeOnOneWeek() {
    assertEquals(
        "Underprovisioned",
        change(service().fargate(1024, 2048).uses(0.5, 0.99, 7)).proposal().finding());
  }

  @Test
  void withholdsAdviceOnLowCoverage() {
    ServiceBuilder service = service().fargate(4096, 16384);
    service.metric(Metric.CPU_SHARE, 32, day -> DayBuilder.constant(day, 0.1, 1100));
    service.metric(Metric.MEMORY_SHARE, 32, day -> DayBuilder.constant(day, 0.1, 1100));

    isWithheld(service, ReasonCode.LOW_COVERAGE);
  }

  @Test
  void acceptsPlannedEmptyHours() {
    // Runs from 8 to 20 only: half of the minutes, at the same hours of every day.
    double[] hours = new double[24];
    Arrays.fill(hours, Double.NaN);
    Arrays.fill(hours, 8, 20, 0.1);
    ServiceBuilder service = service().fargate(4096, 16384);
    service.metric(Metric.CPU_SHARE, 32, day -> DayBuilder.hourly(day, hours));
    service.metric(Metric.MEMORY_SHARE, 32, day -> DayBuilder.hourly(day, hours));

    assertEquals(512, sizeAfter(change(service)).cpuUnits());
  }

  @Test
  void growsMemoryThatIsTooSmall() {
    // 99 % of 2048 MiB x 1.05 = 2129 MiB.
    Advice.Change change = change(service().fargate(1024, 2048).uses(0.5, 0.99));

    assertTrue(sizeAfter(change).memoryMiB() >= 3072, change.proposal().recommendedSummary());
    assertTrue(change.proposal().reasonCodes().contains(ReasonCode.MEMORY_UNDER_PROVISIONED));
    assertEquals("Upsize", change.proposal().actionTypeExtended());
    assertTrue(change.saving().monthly() < 0);
  }

  @Test
  void growsCpuThatIsAlwaysAtItsLimit() {
    Advice.Change change = change(service().fargate(1024, 4096).uses(1.0, 0.3));

    assertEquals(2048, sizeAfter(change).cpuUnits());
    assertTrue(change.proposal().reasonCodes().contains(ReasonCode.CENSORED_CPU));
    assertTrue(change.proposal().reasonCodes().contains(ReasonCode.CPU_UNDER_PROVISIONED));
  }

  @Test
  void neverShrinksCpuThatIsOftenAtItsLimit() {
    // At the limit for more than 1 % of the time, idle otherwise.
    ServiceBuilder service = service().fargate(2048, 4096);
    service.metric(
        Metric.CPU_SHARE,
        32,
        day ->
            day.getDayOfMonth() % 16 == 0
                ? DayBuilder.constant(day, 0.97, 600)
                : DayBuilder.constant(day, 0.05));
    service.metric(Metric.MEMORY_SHARE, 32, day -> DayBuilder.constant(day, 0.3));

    stays(service, ReasonCode.CENSORED_CPU);
  }

  @Test
  void withholdsASmallerSizeThatTheLastWeekRefutes() {
    // Memory stands at 10 % until it jumps to 45 % in the last week.
    ServiceBuilder service = service().fargate(4096, 16384);
    service.metric(Metric.CPU_SHARE, 32, day -> DayBuilder.constant(day, 0.05));
    service.metric(
        Metric.MEMORY_SHARE,
        32,
        day -> DayBuilder.constant(day, day.isAfter(AS_OF.minusDays(7)) ? 0.45 : 0.1));

    isWithheld(service, ReasonCode.BACKTEST_FAILED);
    assertTrue(evidence(advise(service), "held_out").contains("7 days out of memory"));
  }

  @Test
  void stillGrowsWhatIsTooSmallWhereShrinkingTheOtherIsRefuted() {
    // CPU would shrink to 2 vCPU, but needed 2.4 on a day of last week; memory does not hold.
    ServiceBuilder service = service().fargate(4096, 8192);
    service.metric(
        Metric.CPU_SHARE,
        32,
        day -> DayBuilder.constant(day, day.equals(AS_OF.minusDays(3)) ? 0.6 : 0.1));
    service.metric(Metric.MEMORY_SHARE, 32, day -> DayBuilder.constant(day, 0.99));

    Advice.Change change = change(service);

    assertEquals(4096, sizeAfter(change).cpuUnits());
    assertTrue(sizeAfter(change).memoryMiB() > 8192);
    assertFalse(change.backtest().holds());
  }

  @Test
  void countsOnlyDaysWhoseTaskSizeIsKnown() {
    // Deployed 5 days ago; nothing tells what ran before.
    isWithheld(
        service().fargate(4096, 16384).deployedAt("2026-11-15T12:00:00Z").uses(0.1, 0.1),
        ReasonCode.RECENT_TASKDEF_CHANGE,
        ReasonCode.SHORT_HISTORY);
  }

  @Test
  void readsTheSizeBeforeADeploymentFromTheBill() {
    ServiceBuilder service =
        service().fargate(4096, 16384).deployedAt("2026-11-10T12:00:00Z").uses(0.1, 0.1);
    service.metric(Metric.RUNNING_TASKS, 32, day -> DayBuilder.constant(day, 1));
    for (int back = 31; back >= 0; back--) {
      // 8 vCPU and 32 GB until the deployment: the shares then were of twice the size.
      double factor = back > 10 ? 2 : 1;
      LocalDate day = AS_OF.minusDays(back);
      PurchaseOption option = PurchaseOption.ON_DEMAND;
      service.billed(day, UsageKind.FARGATE_VCPU, option, 96 * factor, 3.9 * factor, 3.9 * factor);
      service.billed(
          day, UsageKind.FARGATE_MEMORY, option, 384 * factor, 1.7 * factor, 1.7 * factor);
    }

    Advice.Change change = change(service);

    assertEquals("0.800", evidence(change, "cpu_need_vcpu"));
    assertEquals("32", evidence(change, "days"));
  }

  @Test
  void waitsAWeekAfterAChangeOfSizeThatTheBillShows() {
    ServiceBuilder service =
        service().fargate(4096, 16384).deployedAt("2026-11-15T12:00:00Z").uses(0.1, 0.1);
    service.metric(Metric.RUNNING_TASKS, 32, day -> DayBuilder.constant(day, 1));
    for (int back = 31; back >= 0; back--) {
      double factor = back > 5 ? 2 : 1;
      LocalDate day = AS_OF.minusDays(back);
      PurchaseOption option = PurchaseOption.ON_DEMAND;
      service.billed(day, UsageKind.FARGATE_VCPU, option, 96 * factor, 3.9 * factor, 3.9 * factor);
      service.billed(
          day, UsageKind.FARGATE_MEMORY, option, 384 * factor, 1.7 * factor, 1.7 * factor);
    }

    isWithheld(service, ReasonCode.RECENT_TASKDEF_CHANGE);
  }

  @Test
  void countsDaysBeforeADeploymentThatKeptTheSizeByTheBill() {
    ServiceBuilder service =
        service().ec2().container("app", 4096, 16384, null).deployedAt("2026-11-15T12:00:00Z");
    service.uses(0.1, 0.1).metric(Metric.RUNNING_TASKS, 32, day -> DayBuilder.constant(day, 1));
    for (int back = 31; back >= 0; back--) {
      LocalDate day = AS_OF.minusDays(back);
      service.billed(day, UsageKind.ECS_ON_EC2_VCPU, PurchaseOption.ON_DEMAND, 96, 2.9, 2.9);
      service.billed(day, UsageKind.ECS_ON_EC2_MEMORY, PurchaseOption.ON_DEMAND, 384, 1.2, 1.2);
    }

    assertEquals("32", evidence(change(service), "days"));
  }

  @Test
  void prefersAbsoluteFiguresOfTasks() {
    ServiceBuilder service =
        service().fargate(4096, 16384).deployedAt("2026-11-15T12:00:00Z").uses(0.9, 0.9);
    service.metric(Metric.CPU_UNITS, 32, day -> DayBuilder.constant(day, 400));
    service.metric(Metric.MEMORY_MIB, 32, day -> DayBuilder.constant(day, 1500));

    Advice.Change change = change(service);

    assertEquals("0.391", evidence(change, "cpu_need_vcpu"));
    assertEquals("task telemetry", evidence(change, "cpu_source"));
  }

  @Test
  void withholdsAdviceWhileTwoSizesRun() {
    isWithheld(
        service().fargate(4096, 16384).alsoRuns(512, 1024).uses(0.1, 0.1),
        ReasonCode.RECENT_TASKDEF_CHANGE);
  }

  @Test
  void doesNotSizeManagedInstances() {
    Advice advice = advise(service().launchedOn(LaunchType.MANAGED_INSTANCES).uses(0.1, 0.1));

    assertEquals(
        ReasonCode.LAUNCH_TYPE_NOT_SIZED,
        assertInstanceOf(Advice.NotApplicable.class, advice).reason());
  }

  @Test
  void withholdsAdviceWhereScalingIsNotKnownAndTheCountMoves() {
    ServiceBuilder service = service().fargate(4096, 16384).scalingUnknown().uses(0.1, 0.1);
    service.metric(
        Metric.RUNNING_TASKS, 32, day -> DayBuilder.constant(day, 2 + day.getDayOfMonth() % 2));

    isWithheld(service, ReasonCode.SCALING_UNKNOWN);
  }

  @Test
  void withholdsAdviceWithoutAnyPrice() {
    isWithheld(
        service().fargate(4096, 16384).billedIn("EUR").uses(0.1, 0.1), ReasonCode.PRICE_UNKNOWN);
  }

  @Test
  void flagsPricesOfAnotherRegion() {
    Advice.Change change = change(service().in("af-south-1").fargate(4096, 16384).uses(0.1, 0.1));

    assertEquals(
        "price file of us-east-1; it has no price for af-south-1", evidence(change, "rate_source"));
  }

  @Test
  void knowsThatWindowsNeedsAVcpuAndPaysForItsLicence() {
    Advice.Change change =
        change(service().on(Platform.WINDOWS).fargate(4096, 8192).uses(0.01, 0.05));

    TaskSize size = sizeAfter(change);
    assertEquals(1024, size.cpuUnits());
    assertEquals(
        730 * (0.046552 + 0.046 + size.memoryGiB() * 0.0051117),
        change.saving().monthlyCostAfter(),
        CENT);
  }

  @Test
  void pricesArm() {
    Advice.Change change = change(service().on(Platform.ARM).fargate(4096, 16384).uses(0.1, 0.1));

    assertEquals(730 * (4 * 0.03238 + 16 * 0.00356), change.saving().monthlyCostNow(), CENT);
  }

  @Test
  void keepsEphemeralStorage() {
    Advice.Change change = change(service().fargate(4096, 16384).storage(80).uses(0.1, 0.1));

    assertEquals(80, AdviceAssert.definitionAfter(change).ephemeralStorageGiB());
  }

  @Test
  void takesMoreRiskInDevelopment() {
    ServiceBuilder dev = service().fargate(1024, 8192).profile(Profile.DEV).uses(0.2, 0.2);
    ServiceBuilder critical =
        service().fargate(1024, 8192).profile(Profile.CRITICAL).uses(0.2, 0.2);

    assertTrue(
        change(dev).saving().monthlyCostAfter() < change(critical).saving().monthlyCostAfter());
  }
}
