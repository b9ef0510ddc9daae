package ecsadvisor.jobs.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.fixture.FleetServices;
import ecsadvisor.jobs.fixture.ServiceRows;
import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.cost.ResourceAdvice;
import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.SpendHours;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.finding.Confidence;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.PerformanceRisk;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.savings.Waterfall;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SavingsPoolsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Spread SURE = Spread.certain(1);

  private static ServiceKey key(String service) {
    return new ServiceKey("1", "eu-west-1", "c", service);
  }

  private static ServiceFinding finding(FleetService fleet, LeverAdvice... advice) {
    Double cost = fleet.monthlyCostNow();
    return new ServiceFinding(
        ServiceRows.service("c", fleet.key().serviceName(), cost),
        List.of(advice),
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>(),
        List.of(),
        fleet,
        ServiceBill.NONE);
  }

  private static ResourceAdvice resource(String cluster, double now, double saving) {
    Proposal proposal =
        new Proposal(
            "Delete",
            "Delete",
            "",
            List.of(),
            PerformanceRisk.LOW,
            "now",
            "then",
            null,
            null,
            null,
            List.of(),
            List.of(),
            "Low",
            false,
            true);
    return new ResourceAdvice(
        "1",
        "eu-west-1",
        cluster,
        "LoadBalancer",
        "lb",
        "",
        "USD",
        "999988887777",
        "",
        "",
        List.of(),
        proposal,
        new Saving(
            now, now - saving, now, now - saving, RateSource.SERVICE_BILL, Spread.certain(saving)),
        Confidence.NONE,
        List.of());
  }

  private static ResourceFinding found(Lever lever, ResourceAdvice advice) {
    return new ResourceFinding(
        lever, advice, ResourceRows.row(lever.controlId(), advice, new Window(DAY, 32)));
  }

  private static InstancePool pool(Double... costs) {
    return new InstancePool("1", "eu-west-1", "c", "USD", List.of(costs), SURE);
  }

  private static Waterfall of(List<Waterfall> all, String service) {
    return all.stream()
        .filter(waterfall -> waterfall.key().equals(key(service)))
        .findFirst()
        .orElseThrow();
  }

  private static long savings(List<Waterfall> all, Lever lever) {
    return all.stream().mapToLong(waterfall -> waterfall.savingCents(lever)).sum();
  }

  @Test
  void instancesAreCountedOnceBesideTheSplitCostOfTheirServices() {
    List<Waterfall> all =
        SavingsPools.waterfalls(
            List.of(finding(FleetServices.ec2(key("a"), 60, 4096, 4096, 0))),
            List.of(),
            List.of(pool(100.0, 100.0, 100.0, 100.0, 100.0, 100.0, 100.0, 100.0)),
            List.of());
    assertEquals(6000, of(all, "a").costCents());
    assertEquals(4000, of(all, "").costCents());
  }

  @Test
  void smallerTasksOnInstancesAreCreditedWithHalfOfWhatOnlyBothFree() {
    // Packing alone frees 30, packing smaller tasks 50; smaller tasks alone nothing.
    List<Waterfall> all =
        SavingsPools.waterfalls(
            List.of(
                finding(FleetServices.ec2(key("big"), 30, 8192, 2048, 0)),
                finding(FleetServices.ec2(key("fit"), 30, 2048, 2048, 0))),
            List.of(),
            List.of(pool(100.0, 100.0, 100.0, 100.0, 70.0, 50.0, 70.0, 50.0)),
            List.of());
    assertEquals(1000, of(all, "big").savingCents(Lever.RIGHT_SIZE));
    assertEquals(0, of(all, "fit").savingCents(Lever.RIGHT_SIZE));
    assertEquals(4000, savings(all, Lever.PACK));
    assertEquals(4000, of(all, "").savingCents(Lever.PACK));
  }

  @Test
  void commitmentsAreCreditedByWhatIsStillPaidOnDemand() {
    SpendHours hours =
        new SpendHours(
            DAY,
            PurchaseOption.ON_DEMAND,
            Collections.nCopies(24, MoneyUnits.PER_CURRENCY_UNIT / 10));
    List<Waterfall> all =
        SavingsPools.waterfalls(
            List.of(
                finding(FleetServices.fargate(key("steady"), 73, List.of(hours))),
                finding(FleetServices.fargate(key("spot"), 50, List.of()))),
            List.of(),
            List.of(),
            List.of(found(Lever.COMMIT, resource("", 73, 20))));
    assertEquals(2000, of(all, "steady").savingCents(Lever.COMMIT));
    assertEquals(0, of(all, "spot").savingCents(Lever.COMMIT));
  }

  @Test
  void aServiceThatHasGoneIsCreditedWithNoCommitment() {
    List<Long> list = Collections.nCopies(24, MoneyUnits.PER_CURRENCY_UNIT / 10);
    SpendHours before = new SpendHours(DAY.minusDays(9), PurchaseOption.ON_DEMAND, list);
    SpendHours last = new SpendHours(DAY, PurchaseOption.ON_DEMAND, list);
    List<Waterfall> all =
        SavingsPools.waterfalls(
            List.of(
                finding(FleetServices.fargate(key("gone"), 73, List.of(before))),
                finding(FleetServices.fargate(key("here"), 73, List.of(before, last)))),
            List.of(),
            List.of(),
            List.of(found(Lever.COMMIT, resource("", 73, 20))));
    assertEquals(0, of(all, "gone").savingCents(Lever.COMMIT));
    assertEquals(2000, of(all, "here").savingCents(Lever.COMMIT));
  }

  @Test
  void adviceOnASharedThingTakesOffWhatThatThingCosts() {
    List<Waterfall> all =
        SavingsPools.waterfalls(
            List.of(finding(FleetServices.fargate(key("web"), 10, List.of()))),
            List.of(new SharedCost(key(""), "USD", 18)),
            List.of(),
            List.of(found(Lever.LOAD_BALANCERS, resource("c", 18, 16))));
    assertEquals(1800, of(all, "").costCents());
    assertEquals(1600, of(all, "").savingCents(Lever.LOAD_BALANCERS));
    assertEquals(0, of(all, "web").savingCents());
  }

  @Test
  void savingsWithoutACostToTakeThemOffAreNotCounted() {
    List<Waterfall> all =
        SavingsPools.waterfalls(
            List.of(),
            List.of(),
            List.of(),
            List.of(found(Lever.LOAD_BALANCERS, resource("c", 18, 16))));
    assertEquals(0, savings(all, Lever.LOAD_BALANCERS));
  }

  @Test
  void permutingServicesChangesNothing() {
    List<ServiceFinding> services =
        List.of(
            finding(FleetServices.ec2(key("a"), 20, 8192, 2048, 0.5)),
            finding(FleetServices.ec2(key("b"), 30, 4096, 2048, 0.25)));
    InstancePool pool = pool(100.0, 100.0, 80.0, 80.0, 70.0, 50.0, 60.0, 40.0);
    List<Waterfall> one = SavingsPools.waterfalls(services, List.of(), List.of(pool), List.of());
    List<ServiceFinding> turned = List.of(services.get(1), services.get(0));
    assertEquals(one, SavingsPools.waterfalls(turned, List.of(), List.of(pool), List.of()));
    long saved = one.stream().mapToLong(Waterfall::savingCents).sum();
    assertEquals(6000, saved);
    assertTrue(one.stream().allMatch(each -> each.savingCents() <= each.costCents()));
  }
}
