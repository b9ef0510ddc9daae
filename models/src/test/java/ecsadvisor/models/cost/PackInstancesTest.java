package ecsadvisor.models.cost;

import static ecsadvisor.models.cost.InstanceFleet.placed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.cost.FleetService.Reservation;
import ecsadvisor.models.cost.packing.LeverCosts;
import ecsadvisor.models.cost.packing.PackedPool;
import ecsadvisor.models.cost.packing.PackingAdvice;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.PlacementRule;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.price.InstancePrices;
import ecsadvisor.models.price.Rates;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PackInstancesTest {
  private static final double XLARGE_HOUR = 0.2;
  private static final double XLARGE_MONTH = XLARGE_HOUR * Rates.HOURS_PER_MONTH;
  private static final PackInstances.Settings DEFAULTS = PackInstances.Settings.defaults();

  /** Without other types and without headroom, so that figures can be told by heart. */
  private static PackInstances.Settings plain(int spares) {
    return new PackInstances.Settings(
        20, 0.05, 0.05, 2, List.of(), 2, 32, 0.925, spares, 0, 0.6, false);
  }

  private static PackingAdvice plan(PackInstances.Settings settings, InstanceFleet fleet) {
    return new PackInstances(settings, InstancePrices.shipped()).plan(fleet.fleet());
  }

  private static Advice verdict(PackingAdvice advice, String service) {
    return advice.advice().verdicts().entrySet().stream()
        .filter(entry -> entry.getKey().serviceName().equals(service))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static Advice.Change change(PackingAdvice advice, String service) {
    return assertInstanceOf(Advice.Change.class, verdict(advice, service));
  }

  private static ReasonCode passes(PackingAdvice advice, String service) {
    return assertInstanceOf(Advice.AsIs.class, verdict(advice, service)).reason();
  }

  private static ReasonCode lacks(PackingAdvice advice, String service) {
    return assertInstanceOf(Advice.NoData.class, verdict(advice, service)).reasons().get(0);
  }

  private static String figure(List<Evidence> because, String name) {
    return because.stream()
        .filter(evidence -> evidence.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  /** Six m5.xlarge that hold 1 of 4 tasks each, billed on demand. */
  private static InstanceFleet quarterFull() {
    return new InstanceFleet()
        .provider("general", false, 100)
        .instances("general", "m5.xlarge", 6, 1, "a")
        .billed(PurchaseOption.ON_DEMAND, XLARGE_HOUR, 0.25)
        .runs("web", "general", 1024, 3072, 6, placed(50, 100, List.of()));
  }

  @Test
  void quarterFullInstancesAreWorthPacking() {
    PackingAdvice advice = plan(plain(0), quarterFull());
    Saving saving = advice.advice().resources().get(0).saving();
    assertEquals(6 * XLARGE_MONTH, saving.monthlyCostNow(), 1e-6);
    assertEquals(2 * XLARGE_MONTH, saving.monthlyCostAfter(), 1e-6);
    assertEquals(4 * 0.25 * Rates.HOURS_PER_MONTH, saving.monthlyList(), 1e-6);
    assertEquals(
        List.of(ReasonCode.HALF_EMPTY, ReasonCode.PLACEMENT_SPREAD),
        change(advice, "web").proposal().reasonCodes());
    assertEquals(Saving.NONE, change(advice, "web").saving());
  }

  /** Two owners' tasks that would fit on two instances; one of them has its host's network. */
  private static InstanceFleet mixed(String otherOwner) {
    return new InstanceFleet()
        .provider("general", false, 100)
        .instances("general", "m5.xlarge", 8, 1, "a")
        .billed(PurchaseOption.ON_DEMAND, XLARGE_HOUR, 0.25)
        .runs("web", "general", 1024, 3072, 6, placed(50, 100, List.of()))
        .ownedBy(otherOwner)
        .runs("capture", "general", 1024, 3072, 2, PackInstancesTest::onHostNetwork);
  }

  private static ServiceConfig onHostNetwork(ServiceConfig config) {
    TaskDefinition old = Objects.requireNonNull(config.primaryTaskDefinition());
    return placed(50, 100, List.<PlacementRule>of())
        .apply(
            config.withPrimaryTaskDefinition(
                new TaskDefinition(
                    old.arn(),
                    old.family(),
                    old.revision(),
                    old.cpuUnits(),
                    old.memoryMiB(),
                    old.platform(),
                    old.ephemeralStorageGiB(),
                    old.containers(),
                    "host",
                    old.volumes())));
  }

  private static int proposed(PackInstances.Settings settings, InstanceFleet fleet) {
    return plan(settings, fleet).pools().get(0).rows().get(0).instancesProposed();
  }

  @Test
  void tasksThatReachTheirHostShareNoInstanceWithOtherOwners() {
    assertEquals(3, proposed(plain(0), mixed("security")));
  }

  @Test
  void ofOneOwnerTheyShareInstances() {
    assertEquals(2, proposed(plain(0), mixed("team")));
  }

  @Test
  void ofAnUnknownOwnerTheyShareInstancesWithNobody() {
    assertEquals(3, proposed(plain(0), mixed("")));
  }

  @Test
  void aSettingLetsThemShareInstances() {
    PackInstances.Settings shared =
        new PackInstances.Settings(20, 0.05, 0.05, 2, List.of(), 2, 32, 0.925, 0, 0, 0.6, true);
    assertEquals(2, proposed(shared, mixed("security")));
  }

  @Test
  void theGroupIsResizedAndTheServicePlacedByPacking() {
    PackingAdvice advice = plan(plain(0), quarterFull());
    assertEquals(
        List.of(
            new Step.ResizeGroup(
                "general", "asg-general", List.of("m5.xlarge"), List.of("m5.xlarge"), 6, 2, 0)),
        advice.advice().resources().get(0).proposal().steps());
    PlacementRule zones = new PlacementRule("spread", "attribute:ecs.availability-zone");
    assertEquals(
        List.of(
            new Step.SetPlacement(List.of(), List.of(zones, new PlacementRule("binpack", "cpu")))),
        change(advice, "web").proposal().steps());
  }

  @Test
  void aSpareInstanceIsKeptAndItsCostShown() {
    PackingAdvice advice = plan(plain(1), quarterFull());
    PackedPool pool = advice.pools().get(0);
    assertEquals(3, pool.rows().get(0).instancesProposed());
    assertEquals(1, pool.rows().get(0).headroomInstances());
    assertEquals(3 * XLARGE_MONTH, pool.monthlyCostProposed(), 1e-6);
    assertEquals(2 * XLARGE_MONTH, pool.lowerBoundCost(), 1e-6);
    assertEquals(
        "146.00 USD a month",
        figure(advice.advice().resources().get(0).because(), "cost_of_spares"));
  }

  @Test
  void roomForADeploymentIsKept() {
    PackInstances.Settings surging =
        new PackInstances.Settings(20, 0.05, 0.05, 2, List.of(), 2, 32, 0.925, 0, 50, 0.6, false);
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("general", false, 100)
            .instances("general", "m5.xlarge", 8, 1, "a")
            .billed(PurchaseOption.ON_DEMAND, XLARGE_HOUR, 0.25)
            .runs("web", "general", 1024, 3072, 8, placed(100, 200, List.of()));
    PackingAdvice advice = plan(surging, fleet);
    assertEquals(3, advice.pools().get(0).rows().get(0).instancesProposed());
    assertEquals(
        "1", figure(advice.advice().resources().get(0).because(), "of_these_for_deployments"));
  }

  @Test
  void theGroupsTargetCapacityIsKept() {
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("general", false, 50)
            .instances("general", "m5.xlarge", 8, 1, "a")
            .billed(PurchaseOption.ON_DEMAND, XLARGE_HOUR, 0.25)
            .runs("web", "general", 1024, 3072, 8, placed(50, 100, List.of()));
    assertEquals(4, plan(plain(0), fleet).pools().get(0).rows().get(0).instancesProposed());
  }

  @Test
  void fullInstancesAreLeftAlone() {
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("general", false, 100)
            .instances("general", "m5.xlarge", 2, 4, "a")
            .billed(PurchaseOption.ON_DEMAND, XLARGE_HOUR, 0.25)
            .runs("web", "general", 1024, 3072, 8);
    PackingAdvice advice = plan(DEFAULTS, fleet);
    assertEquals(ReasonCode.PACKED, passes(advice, "web"));
    assertEquals(List.of(), advice.advice().resources());
    assertFalse(advice.pools().get(0).advised());
  }

  @Test
  void tasksStayInEvenPartsOverTheZones() {
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("general", false, 100)
            .instances("general", "m5.xlarge", 9, 1, "a", "b", "c")
            .billed(PurchaseOption.ON_DEMAND, XLARGE_HOUR, 0.25)
            .runs("web", "general", 1024, 3072, 8, placed(50, 100, List.of()));
    PackingAdvice advice = plan(plain(0), fleet);
    assertEquals(
        List.of(1, 1, 1),
        advice.pools().get(0).rows().stream().map(PackedPool.Row::instancesProposed).toList());
  }

  @Test
  void instancesWithoutTasksAreToldApart() {
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("general", false, 100)
            .instances("general", "m5.xlarge", 2, 4, "a")
            .instances("general", "m5.xlarge", 2, 0, "a")
            .billed(PurchaseOption.ON_DEMAND, XLARGE_HOUR, 0.25)
            .runs("web", "general", 1024, 3072, 8, placed(50, 100, List.of()));
    PackingAdvice advice = plan(plain(0), fleet);
    assertEquals(
        List.of(ReasonCode.HALF_EMPTY, ReasonCode.EMPTY_INSTANCES),
        change(advice, "web").proposal().reasonCodes());
  }

  @Test
  void aTypeThatFitsBetterIsToldApart() {
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("general", false, 100)
            .instances("general", "m5.xlarge", 8, 1, "a")
            .billed(PurchaseOption.ON_DEMAND, 0.192, 0.192)
            .runs("web", "general", 512, 12_000, 8, placed(50, 100, List.of()));
    PackInstances.Settings settings =
        new PackInstances.Settings(
            20, 0.05, 0.05, 1, List.of("r6i"), 2, 32, 0.925, 0, 0, 0.6, false);
    PackingAdvice advice = plan(settings, fleet);
    assertEquals(List.of(ReasonCode.INSTANCE_MIX), change(advice, "web").proposal().reasonCodes());
    PackedPool pool = advice.pools().get(0);
    assertTrue(pool.monthlyCostProposed() < pool.monthlyCostNow());
    assertTrue(
        pool.rows().stream()
            .filter(row -> row.instancesProposed() > 0)
            .allMatch(row -> row.instanceType().startsWith("r6i.")));
  }

  @Test
  void aSmallGainDoesNotChangeTheTypes() {
    PackInstances.Settings reluctant =
        new PackInstances.Settings(20, 0.05, 1, 1, List.of("r6i"), 2, 32, 0.925, 0, 0, 0.6, false);
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("general", false, 100)
            .instances("general", "m5.xlarge", 8, 1, "a")
            .billed(PurchaseOption.ON_DEMAND, 0.192, 0.192)
            .runs("web", "general", 512, 12_000, 8, placed(50, 100, List.of()));
    assertEquals(ReasonCode.PACKED, passes(plan(reluctant, fleet), "web"));
  }

  @Test
  void daemonsAreOnEveryInstanceAndShareItsVerdict() {
    InstanceFleet fleet = quarterFull();
    ServiceFacts agent =
        InstanceFleet.onEc2("agent", 1024, 1024, 6).daemon().provider("general", 0, 1).facts();
    fleet.with(
        agent,
        InstanceFleet.bridged(Objects.requireNonNull(agent.config())),
        new Reservation(1024, 1024),
        new Reservation(1024, 1024),
        6,
        0);
    PackingAdvice advice = plan(plain(0), fleet);
    assertEquals(2, advice.pools().get(0).rows().get(0).instancesProposed());
    assertEquals(List.of(), change(advice, "agent").proposal().steps());
  }

  @Test
  void tasksThatMustBeApartKeepTheirInstances() {
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("general", false, 100)
            .instances("general", "m5.xlarge", 6, 1, "a")
            .billed(PurchaseOption.ON_DEMAND, XLARGE_HOUR, 0.25)
            .runs(
                "web",
                "general",
                1024,
                3072,
                6,
                placed(50, 100, List.of(new PlacementRule("distinctInstance", ""))));
    assertEquals(ReasonCode.PACKED, passes(plan(plain(0), fleet), "web"));
  }

  @Test
  void tasksStayOnTypesThatTheirConstraintNames() {
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("general", false, 100)
            .instances("general", "m5.xlarge", 4, 1, "a")
            .instances("general", "c5.xlarge", 4, 1, "a")
            .billed(PurchaseOption.ON_DEMAND, XLARGE_HOUR, 0.25)
            .runs(
                "web",
                "general",
                1024,
                1024,
                8,
                placed(
                    50,
                    100,
                    List.of(
                        new PlacementRule(
                            "memberOf",
                            "attribute:ecs.instance-type =~ c5.* and attribute:stack == blue"))));
    PackedPool pool = plan(plain(0), fleet).pools().get(0);
    assertEquals(
        List.of("c5.xlarge 2", "m5.xlarge 0"),
        pool.rows().stream()
            .map(row -> row.instanceType() + " " + row.instancesProposed())
            .toList());
  }

  @Test
  void reservedInstancesThatWouldLieIdleAreSaid() {
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("general", false, 100)
            .instances("general", "m5.xlarge", 6, 1, "a")
            .runs("web", "general", 1024, 3072, 6, placed(50, 100, List.of()));
    for (int n = 0; n < 6; n++) {
      boolean isReserved = n < 4;
      fleet.bill(
          "i-%04d".formatted(n),
          isReserved ? PurchaseOption.RESERVED : PurchaseOption.ON_DEMAND,
          isReserved ? 0.12 : 0.2,
          0.2);
    }
    PackingAdvice advice = plan(plain(0), fleet);
    PackedPool pool = advice.pools().get(0);
    assertEquals((4 * 0.12 + 2 * 0.2) * Rates.HOURS_PER_MONTH, pool.monthlyCostNow(), 1e-6);
    assertEquals(2 * 0.12 * Rates.HOURS_PER_MONTH, pool.monthlyCostProposed(), 1e-6);
    assertEquals(2 * 0.12 * Rates.HOURS_PER_MONTH, pool.monthlyLocked(), 1e-6);
    assertEquals(
        "175.20 USD a month",
        figure(advice.advice().resources().get(0).because(), "locked_by_commitment"));
  }

  @Test
  void reservationsKeepTheirFamily() {
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("general", false, 100)
            .instances("general", "m5.2xlarge", 6, 1, "a")
            .billed(PurchaseOption.RESERVED, 0.24, 0.384)
            .runs(
                "web",
                "general",
                2048,
                8192,
                6,
                placed(50, 100, List.of(new PlacementRule("distinctInstance", ""))));
    PackInstances.Settings settings =
        new PackInstances.Settings(20, 0.05, 0, 1, List.of("m6a"), 2, 32, 0.925, 0, 0, 0.6, false);
    PackedPool pool = plan(settings, fleet).pools().get(0);
    assertEquals(pool.monthlyCostNow(), pool.monthlyCostProposed() + pool.monthlyLocked(), 1e-6);
    assertTrue(pool.rows().stream().allMatch(row -> row.instanceType().startsWith("m5.")));
  }

  @Test
  void moreTasksThanInterfacesMeanTrunking() {
    ServiceFacts web = InstanceFleet.onEc2("web", 256, 1024, 20).provider("general", 0, 1).facts();
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("general", false, 100)
            .instances("general", "m5.xlarge", 5, 4, "a")
            .billed(PurchaseOption.ON_DEMAND, XLARGE_HOUR, 0.25)
            .with(
                web,
                placed(50, 100, List.of()).apply(Objects.requireNonNull(web.config())),
                new Reservation(256, 1024),
                new Reservation(256, 1024),
                20,
                0);
    assertEquals(2, plan(plain(0), fleet).pools().get(0).rows().get(0).instancesProposed());
  }

  @Test
  void networkInterfacesLimitWhatPackingFrees() {
    ServiceFacts web = InstanceFleet.onEc2("web", 256, 1024, 12).provider("general", 0, 1).facts();
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("general", false, 100)
            .instances("general", "m5.xlarge", 6, 2, "a")
            .billed(PurchaseOption.ON_DEMAND, XLARGE_HOUR, 0.25)
            .with(
                web,
                placed(50, 100, List.of()).apply(Objects.requireNonNull(web.config())),
                new Reservation(256, 1024),
                new Reservation(256, 1024),
                12,
                0);
    assertEquals(4, plan(plain(0), fleet).pools().get(0).rows().get(0).instancesProposed());
  }

  @Test
  void smallerTasksSaveOnlyTogetherWithPacking() {
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("general", false, 100)
            .instances("general", "m5.xlarge", 4, 2, "a")
            .billed(PurchaseOption.ON_DEMAND, XLARGE_HOUR, 0.25);
    ServiceFacts web = InstanceFleet.onEc2("web", 2048, 3072, 8).provider("general", 0, 1).facts();
    fleet.with(
        web,
        placed(50, 100, List.of())
            .apply(InstanceFleet.bridged(Objects.requireNonNull(web.config()))),
        new Reservation(2048, 3072),
        new Reservation(1024, 3072),
        8,
        0.5);
    PackingAdvice advice = plan(plain(0), fleet);
    LeverCosts costs = advice.pools().get(0).leverCosts();
    double now = 4 * XLARGE_MONTH;
    assertEquals(ReasonCode.PACKED, passes(advice, "web"));
    assertEquals(now, costs.with(false, false, false), 1e-6);
    assertEquals(now, costs.with(true, false, false), 1e-6);
    assertEquals(now, costs.with(false, false, true), 1e-6);
    assertEquals(now / 2, costs.with(true, false, true), 1e-6);
    assertEquals(now * (1 - 0.5 * 0.6), costs.with(false, true, false), 1e-6);
    assertEquals(now / 2 * (1 - 0.5 * 0.6), costs.with(true, true, true), 1e-6);
  }

  @Test
  void instancesOfNoServiceKeepRoomForTheirTasks() {
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("general", false, 100)
            .instances("general", "m5.xlarge", 6, 2, "a")
            .billed(PurchaseOption.ON_DEMAND, XLARGE_HOUR, 0.25)
            .runs("web", "general", 1024, 3072, 6, placed(50, 100, List.of()));
    assertEquals(2, plan(plain(0), fleet).pools().get(0).rows().get(0).instancesProposed());
  }

  @Test
  void withoutABillThePriceFileAnswers() {
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("general", false, 100)
            .instances("general", "m5.xlarge", 6, 1, "a")
            .runs("web", "general", 1024, 3072, 6, placed(50, 100, List.of()));
    PackingAdvice advice = plan(plain(0), fleet);
    assertEquals(6 * 0.192 * Rates.HOURS_PER_MONTH, advice.pools().get(0).monthlyCostNow(), 1e-6);
    assertEquals(
        "price file, on demand",
        figure(advice.advice().resources().get(0).because(), "rate_source"));
  }

  @Test
  void otherTypesArePricedByTheBillsOwnRatio() {
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("general", false, 100)
            .instances("general", "m5.xlarge", 8, 1, "a")
            .billed(PurchaseOption.ON_DEMAND, 0.096, 0.192)
            .runs("web", "general", 512, 12_000, 8, placed(50, 100, List.of()));
    PackInstances.Settings settings =
        new PackInstances.Settings(
            20, 0.05, 0.05, 1, List.of("r6i"), 2, 32, 0.925, 0, 0, 0.6, false);
    PackedPool pool = plan(settings, fleet).pools().get(0);
    PackedPool.Row proposed =
        pool.rows().stream().filter(row -> row.instancesProposed() > 0).findFirst().orElseThrow();
    double filed =
        Objects.requireNonNull(InstancePrices.shipped().type(proposed.instanceType())).usdHour();
    assertEquals(
        proposed.instancesProposed() * filed * 0.5 * Rates.HOURS_PER_MONTH,
        proposed.monthlyCostProposed(),
        1e-6);
  }

  @Test
  void fargateIsNoQuestion() {
    ServiceFacts facts =
        InstanceFleet.onEc2("api", 256, 512, 1).launchedOn(LaunchType.FARGATE).facts();
    PackingAdvice advice =
        plan(plain(0), quarterFull().with(facts, facts.config(), null, null, 1, 0));
    assertEquals(
        ReasonCode.NOT_ON_EC2,
        assertInstanceOf(Advice.NotApplicable.class, verdict(advice, "api")).reason());
  }

  @Test
  void managedInstancesAreLeftAlone() {
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("managed", true, 100)
            .instances("managed", "m5.xlarge", 6, 1, "a")
            .runs("web", "managed", 1024, 3072, 6);
    PackingAdvice advice = plan(DEFAULTS, fleet);
    assertEquals(
        ReasonCode.MANAGED_INSTANCES,
        assertInstanceOf(Advice.NotApplicable.class, verdict(advice, "web")).reason());
    assertEquals(List.of(), advice.pools());
  }

  @Test
  void withoutInstancesThereIsNoAnswer() {
    InstanceFleet fleet =
        new InstanceFleet().provider("general", false, 100).runs("web", "general", 256, 512, 2);
    assertEquals(ReasonCode.INVENTORY_MISSING, lacks(plan(DEFAULTS, fleet), "web"));
  }

  @Test
  void withoutAServicesInventoryThereIsNoAnswer() {
    ServiceFacts facts = InstanceFleet.onEc2("gone", 256, 512, 1).facts();
    PackingAdvice advice = plan(DEFAULTS, quarterFull().with(facts, null, null, null, 0, 0));
    assertEquals(ReasonCode.INVENTORY_MISSING, lacks(advice, "gone"));
  }

  @Test
  void aPartOfTheInstancesIsNoAnswer() {
    InstanceFleet fleet =
        new InstanceFleet()
            .incomplete()
            .provider("general", false, 100)
            .instances("general", "m5.xlarge", 2, 1, "a")
            .runs("web", "general", 1024, 3072, 6);
    assertEquals(ReasonCode.INVENTORY_MISSING, lacks(plan(DEFAULTS, fleet), "web"));
  }

  @Test
  void aTaskOfUnknownSizeLeavesThePoolUnjudged() {
    ServiceFacts facts = InstanceFleet.onEc2("odd", 256, 512, 1).provider("general", 0, 1).facts();
    PackingAdvice advice =
        plan(DEFAULTS, quarterFull().with(facts, facts.config(), null, null, 1, 0));
    assertEquals(ReasonCode.TASK_SIZE_UNKNOWN, lacks(advice, "odd"));
    assertEquals(ReasonCode.TASK_SIZE_UNKNOWN, lacks(advice, "web"));
  }

  @Test
  void anUnknownTypeWithoutBillHasNoPrice() {
    InstanceFleet fleet =
        new InstanceFleet()
            .provider("general", false, 100)
            .instances("general", "zz9.xlarge", 6, 1, "a")
            .runs("web", "general", 1024, 3072, 6);
    assertEquals(ReasonCode.PRICE_UNKNOWN, lacks(plan(DEFAULTS, fleet), "web"));
  }

  @Test
  void settingsOutOfRangeAreNamed() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new PackInstances.Settings(
                    20, 0.05, 0.05, 0, List.of(), 2, 32, 0.925, 1, 25, 0.6, false));
    assertEquals("mostInstanceTypes must be at least 1, not 0", refused.getMessage());
  }
}
