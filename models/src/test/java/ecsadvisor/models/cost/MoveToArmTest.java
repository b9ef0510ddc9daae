package ecsadvisor.models.cost;

import static ecsadvisor.models.fixture.ServiceBuilder.AS_OF;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.ContainerRuntime;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.price.BillRates;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.Rates;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MoveToArmTest {
  private static final PriceBook PRICES = PriceBook.shipped();
  private static final MoveToArm CONTROL =
      new MoveToArm(MoveToArm.Settings.defaults(), PRICES, BillRates.NONE);

  private static Advice advise(ServiceBuilder builder) {
    return CONTROL.advise(builder.facts());
  }

  private static void stays(ReasonCode reason, ServiceBuilder builder) {
    assertEquals(reason, assertInstanceOf(Advice.AsIs.class, advise(builder)).reason());
  }

  @Test
  void pricesTheSameTasksOnArm() {
    Advice.Change change =
        assertInstanceOf(Advice.Change.class, advise(service().tasks(10).uses(0.5, 0.5)));
    double x86 = 10 * (0.04048 + 2 * 0.004445) * Rates.HOURS_PER_MONTH;
    double arm = 10 * (0.03238 + 2 * 0.00356) * Rates.HOURS_PER_MONTH;
    assertEquals(x86, change.saving().monthlyCostNow(), 1e-6);
    assertEquals(arm, change.saving().monthlyCostAfter(), 1e-6);
    assertEquals(x86 - 1.1 * arm, change.saving().spread().p10(), 1e-6);
    assertEquals("MigrateToGraviton", change.proposal().actionType());
    assertEquals("MigrateToArm", change.proposal().actionTypeExtended());
    Step.ReviseTask step =
        assertInstanceOf(Step.ReviseTask.class, change.proposal().steps().get(0));
    assertEquals(Platform.ARM, step.platform());
    assertEquals(
        List.of(ReasonCode.ARM_ELIGIBLE, ReasonCode.IMAGE_NOT_MULTI_ARCH),
        change.proposal().reasonCodes());
  }

  @Test
  void theBillsOwnArmPriceComesFirst() {
    BillRates rates =
        new BillRates(
            List.of(
                rate(Platform.X86, UsageKind.FARGATE_VCPU, 0.04),
                rate(Platform.X86, UsageKind.FARGATE_MEMORY, 0.004),
                rate(Platform.ARM, UsageKind.FARGATE_VCPU, 0.02),
                rate(Platform.ARM, UsageKind.FARGATE_MEMORY, 0.002)));
    MoveToArm control = new MoveToArm(MoveToArm.Settings.defaults(), PRICES, rates);
    Advice.Change change =
        assertInstanceOf(
            Advice.Change.class, control.advise(service().tasks(10).uses(0.5, 0.5).facts()));
    assertEquals(change.saving().monthlyCostNow() / 2, change.saving().monthlyCostAfter(), 1e-6);
    assertEquals(RateSource.PRICE_FILE, change.saving().rateSource());
  }

  @Test
  void laterControlsPriceTheServiceAsOnArm() {
    ServiceBuilder builder =
        service()
            .tasks(10)
            .uses(0.5, 0.5)
            .billed(AS_OF, UsageKind.FARGATE_VCPU, PurchaseOption.ON_DEMAND, 240, 9, 240 * 0.04048)
            .billed(
                AS_OF, UsageKind.FARGATE_MEMORY, PurchaseOption.ON_DEMAND, 480, 2, 480 * 0.004445);
    Advice.Change change = assertInstanceOf(Advice.Change.class, advise(builder));
    ServiceConfig after = Objects.requireNonNull(change.after().config());
    RunningService running =
        Objects.requireNonNull(RunningService.of(change.after(), after, PRICES));
    assertEquals(change.saving().monthlyCostAfter(), running.monthlyCost(), 1e-4);
    assertEquals(Platform.ARM, running.platform());
    stays(ReasonCode.ALREADY_ON_ARM, service().on(Platform.ARM));
  }

  @Test
  void staysSilentOnWindowsWithAGpuAndForSmallSums() {
    stays(ReasonCode.VETO_WINDOWS, service().on(Platform.WINDOWS));
    ContainerRuntime gpu = new ContainerRuntime(null, false, List.of(), 1, false);
    stays(
        ReasonCode.NEEDS_GPU,
        service().container(new Container("app", "image", 0, null, null, true, null, gpu)));
    stays(ReasonCode.SAVING_TOO_SMALL, service().tasks(1).uses(0.5, 0.5));
  }

  @Test
  void isNotAskedOnEc2() {
    assertInstanceOf(Advice.NotApplicable.class, advise(service().launchedOn(LaunchType.EC2)));
  }

  @Test
  void lacksDataWithoutInventoryDefinitionOrPlatform() {
    assertInstanceOf(Advice.NoData.class, advise(service().withoutInventory()));
    assertInstanceOf(Advice.NoData.class, advise(service().withoutDefinition()));
    assertInstanceOf(Advice.NoData.class, advise(service().on(Platform.UNKNOWN)));
  }

  @Test
  void namesTheImagesToCheck() {
    ContainerRuntime runtime = ContainerRuntime.DEFAULT;
    Container own =
        new Container(
            "app", "1.dkr.ecr.us-east-1.amazonaws.com/web:1", 0, null, null, true, null, runtime);
    Advice advice = advise(service().tasks(10).container(own).uses(0.5, 0.5));
    assertTrue(AdviceAssert.evidence(advice, "check_image_for_arm64").contains("own build"));
  }

  private static BillRates.Rate rate(Platform platform, UsageKind kind, double effective) {
    return new BillRates.Rate(
        "111122223333",
        "us-east-1",
        platform,
        PurchaseOption.ON_DEMAND,
        kind,
        "USD",
        100,
        effective,
        effective);
  }
}
