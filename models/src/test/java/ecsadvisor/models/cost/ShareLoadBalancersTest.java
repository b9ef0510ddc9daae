package ecsadvisor.models.cost;

import static ecsadvisor.models.fixture.BalancerFleet.WINDOW;
import static ecsadvisor.models.fixture.BalancerFleet.fleet;
import static ecsadvisor.models.fixture.BalancerFleet.groupArn;
import static ecsadvisor.models.fixture.BalancerFleet.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.fixture.BalancerFleet;
import ecsadvisor.models.fixture.BalancerFleet.Shape;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.price.Rates;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShareLoadBalancersTest {
  private static final ShareLoadBalancers.Settings SETTINGS =
      ShareLoadBalancers.Settings.defaults();
  private static final double HOUR = SETTINGS.balancerHourPrice() * Rates.HOURS_PER_MONTH;

  private static FleetAdvice advise(BalancerFleet fleet) {
    return new ShareLoadBalancers(SETTINGS).advise(fleet.facts());
  }

  private static Advice verdict(BalancerFleet fleet, String service) {
    return Objects.requireNonNull(advise(fleet).verdicts().get(key(service)));
  }

  private static ReasonCode fails(BalancerFleet fleet, String service) {
    return assertInstanceOf(Advice.Change.class, verdict(fleet, service))
        .proposal()
        .reasonCodes()
        .get(0);
  }

  private static void isUsed(BalancerFleet fleet, String... services) {
    for (String service : services) {
      assertEquals(
          ReasonCode.USED,
          assertInstanceOf(Advice.AsIs.class, verdict(fleet, service), service).reason());
    }
  }

  private static BalancerFleet pair(Shape one, Shape other) {
    return fleet()
        .balancer("one", one)
        .balancer("other", other)
        .requests("one", 500)
        .requests("other", 400)
        .lcus("one", 0.1)
        .lcus("other", 0.1);
  }

  @Test
  void withoutRequestsItIsIdle() {
    BalancerFleet fleet =
        fleet()
            .balancer("quiet")
            .requests("quiet", 0)
            .lcus("quiet", 0)
            .balancer("busy")
            .requests("busy", 900);
    assertEquals(ReasonCode.IDLE, fails(fleet, "quiet"));
    isUsed(fleet, "busy");
    ResourceAdvice advice = advise(fleet).resources().get(0);
    assertEquals("Delete", advice.proposal().actionType());
    assertEquals("DeleteIdleLoadBalancer", advice.proposal().actionTypeExtended());
    assertEquals(
        List.of(new Step.Delete("LOAD_BALANCER", fleet.arnOf("quiet"), "quiet")),
        advice.proposal().steps());
    assertEquals(HOUR, advice.saving().monthly(), 1e-9);
    assertEquals(List.of(key("quiet")), advice.services());
  }

  @Test
  void idleOneSavesWhatTheBillSays() {
    BalancerFleet fleet = fleet().balancer("quiet").requests("quiet", 0).lcus("quiet", 0);
    fleet
        .billed(fleet.arnOf("quiet"), UsageKind.LOAD_BALANCER_HOURS, 480, 480 * 0.02)
        .billed(fleet.arnOf("quiet"), UsageKind.LOAD_BALANCER_CAPACITY, 48, 48 * 0.007);
    ResourceAdvice advice = advise(fleet).resources().get(0);
    assertEquals(730 * (0.02 + 0.1 * 0.007), advice.saving().monthly(), 1e-9);
    assertEquals("999900001111", advice.payerAccountId());
  }

  @Test
  void oneRequestTooManyIsUse() {
    BalancerFleet fleet = fleet().balancer("a").requests("a", 100.0 / 168 + 0.001).lcus("a", 0);
    isUsed(fleet, "a");
  }

  @Test
  void redirectsAreUseThoughNoRequests() {
    BalancerFleet fleet = fleet().balancer("a").requests("a", 0).lcus("a", 0.3);
    isUsed(fleet, "a");
  }

  @Test
  void withoutTargetGroupsRedirectsMustBeRuledOut() {
    BalancerFleet fleet =
        fleet().balancer("redirect", new Shape().withoutTargetGroup()).requests("redirect", 0);
    assertEquals(List.of(), advise(fleet).resources());
    assertEquals(1, advise(fleet.lcus("redirect", 0)).resources().size());
  }

  @Test
  void withoutListenersItIsIdle() {
    BalancerFleet fleet = fleet().balancer("a", new Shape().withoutListeners());
    assertEquals(ReasonCode.IDLE, fails(fleet, "a"));
  }

  @Test
  void withoutHealthyTargetsItIsIdleUnlessRequestsCome() {
    BalancerFleet fleet = fleet().balancer("a").metric("a", "HealthyHostCount", 0, 0);
    assertEquals(ReasonCode.IDLE, fails(fleet, "a"));
    isUsed(fleet.requests("a", 50), "a");
  }

  @Test
  void serviceWithoutTasksLeavesItIdle() {
    BalancerFleet fleet = fleet().balancer("a", new Shape().tasks(0));
    assertEquals(ReasonCode.IDLE, fails(fleet, "a"));
  }

  @Test
  void aMissingSeriesIsZeroOnlyWhereNeighboursHaveIt() {
    BalancerFleet fleet = fleet().balancer("a").lcus("a", 0).balancer("b").lcus("b", 0.2);
    assertInstanceOf(Advice.NoData.class, verdict(fleet, "a"));
    assertEquals(ReasonCode.IDLE, fails(fleet.requests("b", 800), "a"));
  }

  @Test
  void youngOnesAreLeftToGrow() {
    BalancerFleet fleet =
        fleet()
            .balancer("a", new Shape().createdAt("2026-11-18T00:00:00Z"))
            .requests("a", 0)
            .lcus("a", 0);
    assertInstanceOf(Advice.NoData.class, verdict(fleet, "a"));
  }

  @Test
  void withoutMetricsNothingIsKnown() {
    Advice.NoData none = assertInstanceOf(Advice.NoData.class, verdict(fleet().balancer("a"), "a"));
    assertEquals("utilization", none.missing().get(0).input());
  }

  @Test
  void withoutInventoryNothingIsKnown() {
    BalancerFleet fleet = fleet().service(ServiceBuilder.service().named("a").withoutInventory());
    assertEquals(
        List.of(ReasonCode.INVENTORY_MISSING),
        assertInstanceOf(Advice.NoData.class, verdict(fleet, "a")).reasons());
    assertInstanceOf(Advice.NoData.class, verdict(fleet().plainService("b", false), "b"));
  }

  @Test
  void aServiceWithoutTargetGroupsIsNotAsked() {
    assertEquals(
        ReasonCode.NO_LOAD_BALANCER,
        assertInstanceOf(Advice.NotApplicable.class, verdict(fleet().plainService("a", true), "a"))
            .reason());
  }

  @Test
  void twoLittleUsedOnesBecomeOne() {
    BalancerFleet fleet = pair(new Shape(), new Shape());
    assertEquals(ReasonCode.MERGEABLE, fails(fleet, "one"));
    assertEquals(ReasonCode.MERGEABLE, fails(fleet, "other"));
    List<ResourceAdvice> advice = advise(fleet).resources();
    assertEquals(1, advice.size());
    assertEquals(
        List.of(
            new Step.MergeLoadBalancer(
                fleet.arnOf("other"), fleet.arnOf("one"), List.of(groupArn("other")))),
        advice.get(0).proposal().steps());
    Saving saving = advice.get(0).saving();
    assertEquals(HOUR, saving.monthly(), 1e-9, "hours only");
    assertEquals(saving.monthly(), saving.spread().p50(), 1e-9);
    double relief = (0.2 - 0.1) * SETTINGS.lcuHourPrice() * Rates.HOURS_PER_MONTH;
    assertEquals(HOUR + relief, saving.spread().p90(), 1e-9);
  }

  @Test
  void verdictsCarryNoMoneyOfTheirOwn() {
    FleetAdvice advice = advise(pair(new Shape(), new Shape()));
    advice
        .verdicts()
        .values()
        .forEach(
            verdict ->
                assertEquals(Saving.NONE, assertInstanceOf(Advice.Change.class, verdict).saving()));
  }

  @Test
  void whatMustBeAlikeKeepsThemApart() {
    List<Shape> different =
        List.of(
            new Shape().vpc("vpc-2"),
            new Shape().scheme("internet-facing"),
            new Shape().webAcl("arn:aws:wafv2:x"),
            new Shape().in("staging", Profile.DEV),
            new Shape().in("dev", Profile.PROD),
            new Shape().in("", Profile.DEV),
            new Shape().idleTimeout(120),
            new Shape().type("network"));
    for (Shape shape : different) {
      BalancerFleet fleet = pair(new Shape(), shape);
      if (fleet.arnOf("other").contains("/net/")) {
        fleet.metric("other", "NewFlowCount", 500, 500);
      }
      isUsed(fleet, "one", "other");
    }
  }

  @Test
  void collidingRulesKeepThemApart() {
    isUsed(
        pair(
            new Shape().routes("shop.example.com|/api/*"),
            new Shape().routes("*.example.com|/api/v1/*")),
        "one",
        "other");
    assertEquals(
        ReasonCode.MERGEABLE,
        fails(
            pair(
                new Shape().routes("shop.example.com|/api/*"),
                new Shape().routes("blog.example.com|/api/*")),
            "one"));
  }

  @Test
  void anOddPortOfBothKeepsThemApart() {
    isUsed(pair(new Shape().ports(443, 8443), new Shape().ports(8443)), "one", "other");
    assertEquals(
        ReasonCode.MERGEABLE,
        fails(pair(new Shape().ports(80), new Shape().ports(80, 443)), "one"));
  }

  @Test
  void quotaOfRulesKeepsThemApart() {
    isUsed(pair(new Shape().rules(60), new Shape().rules(40)), "one", "other");
    assertEquals(
        ReasonCode.MERGEABLE, fails(pair(new Shape().rules(59), new Shape().rules(40)), "one"));
  }

  @Test
  void busyOnesStayAlone() {
    BalancerFleet fleet =
        fleet().balancer("one").balancer("other").requests("one", 9e5).requests("other", 9e5);
    isUsed(fleet.lcus("one", 3).lcus("other", 2), "one", "other");
  }

  @Test
  void aBusyOneMayTakeAQuietOneIn() {
    BalancerFleet fleet =
        fleet().balancer("big").balancer("small").requests("big", 9e5).requests("small", 90);
    fleet.lcus("big", 3).lcus("small", 0.01);
    assertEquals(fleet.arnOf("small"), advise(fleet).resources().get(0).resourceArn());
  }

  @Test
  void noMoreServicesShareOneThanAllowed() {
    BalancerFleet fleet = fleet();
    for (int i = 0; i < 12; i++) {
      fleet.balancer("b" + i).requests("b" + i, 100).lcus("b" + i, 0.01);
    }
    List<ResourceAdvice> advice = advise(fleet).resources();
    assertEquals(10, advice.size(), "12 services need two of at most 10");
  }

  @Test
  void extraRulesAreSubtracted() {
    BalancerFleet fleet =
        pair(new Shape().rules(50), new Shape().rules(40)).requests("one", 9e5).lcus("one", 0.1);
    int rules = 50 + 40 + 1;
    double evaluations = (9e5 + 400) / 3600 * (rules - 10) / 1000;
    assertTrue(evaluations > 0.2, "more than both have now");
    double growth = (evaluations - 0.2) * SETTINGS.lcuHourPrice() * Rates.HOURS_PER_MONTH;
    List<ResourceAdvice> advice = advise(fleet).resources();
    assertFalse(HOUR - growth >= SETTINGS.minimumSavingMonthly(), "not worth it");
    assertEquals(List.of(), advice);
  }

  @Test
  void publicAddressesCountWithoutABillOrWhereItsHoursAreEnough() {
    Shape open = new Shape().scheme("internet-facing");
    BalancerFleet fleet = fleet().balancer("a", open).requests("a", 0).lcus("a", 0);
    double addresses = 2 * SETTINGS.addressHourPrice() * Rates.HOURS_PER_MONTH;
    Saving saving = advise(fleet).resources().get(0).saving();
    assertEquals(HOUR + addresses, saving.monthly(), 1e-9);
    assertEquals(HOUR, saving.spread().p10(), 1e-9);
    fleet.billed(fleet.arnOf("a"), UsageKind.LOAD_BALANCER_HOURS, 480, 480 * 0.0225);
    assertEquals(HOUR, advise(fleet).resources().get(0).saving().monthly(), 1e-9);
    fleet.billed("arn:aws:ec2:x:eni-1", UsageKind.PUBLIC_IPV4, 2000, 2000 * 0.004);
    assertEquals(HOUR + 2 * 0.004 * 730, advise(fleet).resources().get(0).saving().monthly(), 1e-9);
  }

  @Test
  void targetGroupsOfNobodyAreToldWithoutMoney() {
    BalancerFleet fleet =
        fleet().balancer("a").requests("a", 900).orphanGroup("old").complete("ecs-service");
    assertEquals(List.of(), advise(fleet).resources(), "not known whether all are there");
    ResourceAdvice advice = advise(fleet.complete("elbv2-target-group")).resources().get(0);
    assertEquals("DeleteOrphanTargetGroup", advice.proposal().actionTypeExtended());
    assertEquals(0, advice.saving().monthly());
    assertEquals("111122223333", advice.accountId());
    assertEquals(
        List.of(new Step.Delete("TARGET_GROUP", groupArn("old"), "old")),
        advice.proposal().steps());
  }

  @Test
  void oldUnattachedVolumesCostWhatTheBillSays() {
    Instant old = Instant.parse("2026-11-06T23:59:59Z");
    Instant young = Instant.parse("2026-11-07T00:00:00Z");
    BalancerFleet fleet =
        fleet()
            .volume("vol-1", false, old)
            .volume("vol-2", false, young)
            .volume("vol-3", true, old)
            .volume("vol-4", false, null)
            .billed("vol-1", UsageKind.EBS_STORAGE, 65, 5.2);
    List<ResourceAdvice> advice = advise(fleet).resources();
    assertEquals(1, advice.size());
    double monthly = 5.2 / (20 * 24) * 730;
    assertEquals(monthly * 0.375, advice.get(0).saving().monthly(), 1e-9);
    assertEquals(monthly, advice.get(0).saving().spread().p90(), 1e-9);
    assertEquals("DeleteUnattachedVolume", advice.get(0).proposal().actionTypeExtended());
  }

  @Test
  void settingsNameTheirMistake() {
    IllegalArgumentException mistake =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new ShareLoadBalancers.Settings(
                    0, 100, 0.002, 100, 1, 14, 10, 25, 100, 100, 25, 50, 1000, 5, 14, 0.6, 1, 1,
                    1));
    assertEquals("idleDays is out of range: 0.0", mistake.getMessage());
    assertEquals(32, WINDOW.lookbackDays());
  }
}
