package ecsadvisor.models.security.fix;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.security.fix.SharedFixes.Demand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SharedFixesTest {
  private static ServiceKey key(String name) {
    return new ServiceKey("111122223333", "us-east-1", "main", name);
  }

  private static FixCost fix(String check, String fix, Range own, String thing, Range common) {
    return new FixCost(
        check, fix, own, common, thing, 0, true, "f", List.of(), "s", Effort.SMALL, "USD");
  }

  private static FixCost path(Range common) {
    return fix("no-public-address", "private-path", Range.ZERO, "vpc/vpc-1", common);
  }

  @Test
  void dividesByTaskHours() {
    Map<ServiceKey, List<FixCost>> divided =
        SharedFixes.divided(
            List.of(
                new Demand(key("a"), 730, List.of(path(Range.of(40)))),
                new Demand(key("b"), 2190, List.of(path(Range.of(40))))));

    assertEquals(10.00, cost(divided, "a"));
    assertEquals(30.00, cost(divided, "b"));
  }

  @Test
  void theThingIsPaidOnceAtItsHighestPrice() {
    Map<ServiceKey, List<FixCost>> divided =
        SharedFixes.divided(
            List.of(
                new Demand(key("a"), 1, List.of(path(Range.of(30)))),
                new Demand(key("b"), 1, List.of(path(Range.of(40))))));

    assertEquals(40.00, cost(divided, "a") + cost(divided, "b"));
  }

  @Test
  void twoChecksOfOneServiceShowTheSameShare() {
    FixCost subnets = fix("private-subnets", "private-path", Range.ZERO, "vpc/vpc-1", Range.of(40));
    List<FixCost> fixes =
        requireNonNull(
            SharedFixes.divided(
                    List.of(new Demand(key("a"), 1, List.of(path(Range.of(40)), subnets))))
                .get(key("a")));

    assertEquals(40.00, fixes.get(0).expectedMonthly());
    assertEquals(40.00, fixes.get(1).expectedMonthly());
    assertEquals(40.00, requireNonNull(FixTotal.of(fixes).get("USD")).monthly().expected());
  }

  @Test
  void withoutTaskHoursAllPayTheSame() {
    Map<ServiceKey, List<FixCost>> divided =
        SharedFixes.divided(
            List.of(
                new Demand(key("a"), 0, List.of(path(Range.of(1)))),
                new Demand(key("b"), 0, List.of(path(Range.of(1))))));

    assertEquals(0.50, cost(divided, "a"));
  }

  @Test
  void whatIsNotSharedStaysAsItIs() {
    FixCost own = fix("several-tasks", "second-task", Range.of(12.345), "", Range.ZERO);

    Map<ServiceKey, List<FixCost>> divided =
        SharedFixes.divided(List.of(new Demand(key("a"), 1, List.of(own))));

    assertEquals(List.of(own), divided.get(key("a")));
  }

  @Test
  void currenciesAreNeverAddedUp() {
    FixCost euros =
        new FixCost(
            "several-tasks",
            "second-task",
            Range.of(1),
            Range.ZERO,
            "",
            0,
            true,
            "f",
            List.of(),
            "s",
            Effort.SMALL,
            "EUR");

    assertEquals(2, FixTotal.of(List.of(euros, path(Range.of(1)))).size());
  }

  @Property(tries = 200, seed = "20261124")
  void sharesAddUpToTheCentInAnyOrder(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(max = 10_000) Double> hours,
      @ForAll @DoubleRange(max = 1_000) double low,
      @ForAll @DoubleRange(max = 1_000) double more,
      @ForAll @DoubleRange(max = 1_000) double most) {
    Range whole = new Range(low, low + more, low + more + most);
    List<Demand> demands = new ArrayList<>();
    for (int i = 0; i < hours.size(); i++) {
      demands.add(new Demand(key("s" + i), hours.get(i), List.of(path(whole))));
    }
    Map<ServiceKey, List<FixCost>> divided = SharedFixes.divided(demands);
    Collections.shuffle(demands, new Random(1));

    assertEquals(divided, SharedFixes.divided(demands));
    long[] cents = new long[3];
    for (List<FixCost> fixes : divided.values()) {
      Range share = fixes.get(0).common();
      cents[0] += Math.round(share.low() * 100);
      cents[1] += Math.round(share.expected() * 100);
      cents[2] += Math.round(share.high() * 100);
      assertTrue(share.low() <= share.expected() && share.expected() <= share.high());
    }
    assertEquals(Math.round(whole.low() * 100), cents[0]);
    assertEquals(Math.round(whole.expected() * 100), cents[1]);
    assertEquals(Math.round(whole.high() * 100), cents[2]);
  }

  private static double cost(Map<ServiceKey, List<FixCost>> divided, String name) {
    return requireNonNull(divided.get(key(name))).get(0).expectedMonthly();
  }
}
