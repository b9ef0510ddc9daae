package ecsadvisor.models.cost;

import static ecsadvisor.models.cost.LayoutBuilder.layout;
import static ecsadvisor.models.fixture.ServiceBuilder.AS_OF;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.cost.spot.InstancePools;
import ecsadvisor.models.cost.spot.SpotTypes;
import ecsadvisor.models.fact.CapacityProvider;
import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.ContainerRuntime;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.fact.Volume;
import ecsadvisor.models.fact.VolumeKind;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.SpotAdvisor;
import ecsadvisor.models.price.TaskSize;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class UseInstanceSpotTest {
  private static final PriceBook PRICES = PriceBook.shipped();
  private static final SpotAdvisor ADVISOR = SpotAdvisor.shipped();

  private static UseInstanceSpot control(InstancePools pools) {
    return new UseInstanceSpot(UseInstanceSpot.Settings.defaults(), PRICES, ADVISOR, pools);
  }

  private static Advice advise(ServiceBuilder builder) {
    return control(InstancePools.NONE).advise(builder.facts());
  }

  private static void stays(ReasonCode reason, ServiceBuilder builder) {
    assertEquals(reason, assertInstanceOf(Advice.AsIs.class, advise(builder)).reason());
  }

  private static ContainerInstance instance(String zone, boolean spot) {
    return new ContainerInstance(
        "i-" + zone,
        "general",
        zone,
        "m5.2xlarge",
        spot,
        "ACTIVE",
        8192,
        31_000,
        0,
        0,
        0,
        3,
        false,
        List.of());
  }

  private static InstancePools pools(boolean spot, boolean drains) {
    return InstancePools.of(
        List.of(
            new ClusterFacts(
                "111122223333",
                "us-east-2",
                "prod",
                List.of(),
                List.of(new CapacityProvider("general", "arn", "asg", false, true, 100, drains)),
                List.of(instance("us-east-2a", spot), instance("us-east-2b", spot)),
                true)));
  }

  /** Tasks of 1 vCPU and 4 GB on a capacity provider called general. */
  private static ServiceBuilder tasks(int count, double cpuShare) {
    return service()
        .in("us-east-2")
        .ec2()
        .container(
            new Container(
                "app",
                "image",
                1024,
                4096,
                null,
                true,
                null,
                new ContainerRuntime(30, true, List.of(), 0, false)))
        .tasks(count)
        .provider("general", 0, 1)
        .laidOut(layout().zones("us-east-2a", "us-east-2b").build())
        .uses(cpuShare, 0.5);
  }

  @Test
  void movesAllButTheBaseToASpotProvider() {
    // 8 tasks at 30 % need 3; two zones times three types are six pools, so one stays by choice.
    Advice.Change change = assertInstanceOf(Advice.Change.class, advise(tasks(8, 0.3)));
    List<CapacityProviderItem> after =
        Objects.requireNonNull(change.after().config()).capacityProviders();
    assertEquals(
        List.of(
            new CapacityProviderItem("general", 1, 0),
            new CapacityProviderItem("general-spot", 0, 1)),
        after);
    assertEquals(
        List.of(
            new Step.SetCapacityProviders(
                List.of(new CapacityProviderItem("general", 0, 1)), "", after)),
        change.proposal().steps());
    assertEquals("MigrateToEc2Spot", change.proposal().actionTypeExtended());
    assertEquals("6", AdviceAssert.evidence(change, "spot_pools"));
  }

  @Test
  void theSavingIsTheDiscountOfTheLeastInterruptedTypesOnTheSplitCost() {
    ServiceBuilder billed =
        tasks(8, 0.3)
            .billed(AS_OF, UsageKind.ECS_ON_EC2_VCPU, PurchaseOption.ON_DEMAND, 192, 192 * 0.03, 0)
            .billed(
                AS_OF, UsageKind.ECS_ON_EC2_MEMORY, PurchaseOption.ON_DEMAND, 768, 768 * 0.003, 0);
    Advice.Change change = assertInstanceOf(Advice.Change.class, advise(billed));
    SpotTypes types =
        Objects.requireNonNull(
            SpotTypes.of(ADVISOR, "us-east-2", new TaskSize(1024, 4096), false, List.of(), 3));
    double lost = -Math.log1p(-types.interruptedMonthlyShare()) / 730 * 0.1;
    double taskMonth = 730 * (0.03 + 4 * 0.003);
    assertEquals(
        7 * taskMonth * (types.discount().expected() - lost), change.saving().monthly(), 1e-4);
  }

  @Test
  void bandComesBeforePriceInTheChoiceOfTypes() {
    SpotTypes types =
        Objects.requireNonNull(
            SpotTypes.of(ADVISOR, "us-east-2", new TaskSize(1024, 4096), false, List.of(), 3));
    for (String type : types.types()) {
      assertEquals(0, Objects.requireNonNull(ADVISOR.pool("us-east-2", type)).band());
      assertTrue(type.startsWith("m"), type);
    }
    SpotTypes arm =
        Objects.requireNonNull(
            SpotTypes.of(ADVISOR, "us-east-2", new TaskSize(1024, 2048), true, List.of(), 3));
    assertTrue(arm.types().get(0).startsWith("c8g"), arm.toString());
  }

  @Test
  void aRegionWithoutFiguresBorrowsThemAndSaysSo() {
    SpotTypes types =
        Objects.requireNonNull(
            SpotTypes.of(ADVISOR, "eu-west-1", new TaskSize(1024, 4096), false, List.of(), 3));
    assertTrue(types.discount().words().contains("it lacks eu-west-1"));
  }

  @Test
  void aProviderOfSpotInstancesIsOnSpot() {
    assertEquals(
        ReasonCode.ALREADY_ON_SPOT,
        assertInstanceOf(
                Advice.AsIs.class, control(pools(true, true)).advise(tasks(8, 0.3).facts()))
            .reason());
    stays(
        ReasonCode.ALREADY_ON_SPOT,
        service().ec2().container("app", 1, 1, null).provider("workers-spot", 0, 1));
  }

  @Test
  void instancesThatDoNotDrainAreFixedFirst() {
    Advice.Change drained =
        assertInstanceOf(
            Advice.Change.class, control(pools(false, true)).advise(tasks(8, 0.3).facts()));
    assertEquals(
        List.of(ReasonCode.ELIGIBLE, ReasonCode.CONTINUITY), drained.proposal().reasonCodes());
    assertEquals("m5.2xlarge", AdviceAssert.evidence(drained, "instance_types_now"));
    Advice.Change undrained =
        assertInstanceOf(
            Advice.Change.class, control(pools(false, false)).advise(tasks(8, 0.3).facts()));
    assertEquals(
        List.of(ReasonCode.ELIGIBLE, ReasonCode.CONTINUITY, ReasonCode.FIX_SPOT_DRAINING),
        undrained.proposal().reasonCodes());
    assertEquals(
        "not known",
        AdviceAssert.evidence(advise(tasks(8, 0.3)), "instances_drain_at_spot_notice"));
  }

  @Test
  void whoeverWritesToItsHostStays() {
    stays(
        ReasonCode.VETO_HOST_VOLUME,
        tasks(8, 0.3).volume(new Volume("docker", VolumeKind.HOST_PATH, true)));
    assertInstanceOf(
        Advice.Change.class,
        advise(tasks(8, 0.3).volume(new Volume("certs", VolumeKind.HOST_PATH, false))));
  }

  @Test
  void whatReservationsPayIsLeftToThem() {
    stays(ReasonCode.COVERED_BY_COMMITMENT, reserved(tasks(8, 0.3), 144));
    Advice.Change partly =
        assertInstanceOf(Advice.Change.class, advise(reserved(tasks(8, 0.3), 48)));
    assertEquals("2", AdviceAssert.evidence(partly, "base_on_demand"));
  }

  private static ServiceBuilder reserved(ServiceBuilder builder, double hours) {
    return builder
        .billed(AS_OF, UsageKind.ECS_ON_EC2_VCPU, PurchaseOption.RESERVED, hours, hours * 0.02, 0)
        .billed(
            AS_OF,
            UsageKind.ECS_ON_EC2_VCPU,
            PurchaseOption.ON_DEMAND,
            192 - hours,
            (192 - hours) * 0.03,
            0)
        .billed(AS_OF, UsageKind.ECS_ON_EC2_MEMORY, PurchaseOption.ON_DEMAND, 768, 768 * 0.003, 0);
  }

  @Test
  void isNotAskedOnFargateOnManagedInstancesOrOfDaemons() {
    assertEquals(
        ReasonCode.NOT_ON_EC2,
        assertInstanceOf(Advice.NotApplicable.class, advise(service())).reason());
    assertEquals(
        ReasonCode.MANAGED_INSTANCES,
        assertInstanceOf(
                Advice.NotApplicable.class,
                advise(service().launchedOn(LaunchType.MANAGED_INSTANCES)))
            .reason());
    assertEquals(
        ReasonCode.DAEMON,
        assertInstanceOf(Advice.NotApplicable.class, advise(tasks(2, 0.3).daemon())).reason());
  }

  @Test
  void lacksDataWithoutInventoryDefinitionOrAKnownType() {
    assertInstanceOf(Advice.NoData.class, advise(service().withoutInventory()));
    assertInstanceOf(Advice.NoData.class, advise(service().ec2().withoutDefinition()));
    UseInstanceSpot.Settings some = UseInstanceSpot.Settings.defaults();
    UseInstanceSpot.Settings unknown =
        new UseInstanceSpot.Settings(
            2,
            0.85,
            0.75,
            1,
            0.5,
            List.of("z9.huge"),
            3,
            0.1,
            0.5,
            0.1,
            0,
            90,
            10,
            "",
            some.waitingEnvironments());
    assertInstanceOf(
        Advice.NoData.class,
        new UseInstanceSpot(unknown, PRICES, ADVISOR, InstancePools.NONE)
            .advise(tasks(8, 0.3).facts()));
  }

  @Test
  void aServiceWithoutAProviderIsTakenByItsCluster() {
    ServiceBuilder plain =
        service()
            .ec2()
            .container("app", 1024, 2048, null)
            .tasks(8)
            .laidOut(layout().build())
            .uses(0.3, 0.5);
    Advice.Change change = assertInstanceOf(Advice.Change.class, advise(plain));
    ServiceConfig after = Objects.requireNonNull(change.after().config());
    assertEquals("prod-spot", after.capacityProviders().get(1).capacityProvider());
  }
}
