package ecsadvisor.models.savings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Spread;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class WaterfallTest {
  private static final ServiceKey WEB = new ServiceKey("111122223333", "us-east-1", "prod", "web");

  private static final Spread SURE = Spread.certain(1);

  private static Pool pool(double cost, List<Pool.Rate> rates, List<Pool.Amount> amounts) {
    return new Pool(WEB, "USD", cost, rates, amounts);
  }

  @Test
  void secondLeverSavesOfWhatTheFirstLeft() {
    Waterfall waterfall =
        Waterfall.of(
            pool(
                100,
                List.of(
                    new Pool.Rate(Lever.RIGHT_SIZE, 100, 50, 0.5, SURE),
                    new Pool.Rate(Lever.FARGATE_SPOT, 100, 60, 0.6, SURE)),
                List.of()));
    assertEquals(5000, waterfall.savingCents(Lever.RIGHT_SIZE));
    assertEquals(3000, waterfall.savingCents(Lever.FARGATE_SPOT));
    assertEquals(
        new Waterfall.Step(Lever.FARGATE_SPOT, 6000, 3000, SURE),
        waterfall.step(Lever.FARGATE_SPOT));
  }

  @Test
  void costThatNoLeverAddressesStays() {
    Waterfall waterfall =
        Waterfall.of(
            pool(100, List.of(new Pool.Rate(Lever.STOP_IDLE, 80, 80, 1, SURE)), List.of()));
    assertEquals(8000, waterfall.savingCents());
  }

  @Test
  void nothingIsSavedWithoutLevers() {
    assertEquals(0, Waterfall.of(pool(100, List.of(), List.of())).savingCents());
  }

  @Test
  void savingsAboveTheCostAreCutToIt() {
    Waterfall waterfall =
        Waterfall.of(
            pool(
                10,
                List.of(new Pool.Rate(Lever.RIGHT_SIZE, 500, 400, 0.8, SURE)),
                List.of(new Pool.Amount(Lever.PACK, 90, 90, SURE))));
    assertEquals(800, waterfall.savingCents(Lever.RIGHT_SIZE));
    assertEquals(200, waterfall.savingCents(Lever.PACK));
  }

  @Test
  void negativeSavingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Pool.Amount(Lever.PACK, 0, -1, SURE));
    assertThrows(IllegalArgumentException.class, () -> new Pool.Rate(Lever.ARM, 1, 1, 1.1, SURE));
  }

  @Property
  void stepsAreNotNegativeAndNeverAboveTheCost(@ForAll("pools") Pool pool) {
    Waterfall waterfall = Waterfall.of(pool);
    assertTrue(waterfall.steps().stream().allMatch(step -> step.savingCents() >= 0));
    assertTrue(waterfall.savingCents() <= waterfall.costCents());
    assertEquals(Lever.values().length, waterfall.steps().size());
  }

  @Property
  void oneMoreLeverNeverLowersTheSum(@ForAll("pools") Pool pool, @ForAll("rates") Pool.Rate extra) {
    List<Pool.Rate> more = new ArrayList<>(pool.rates());
    more.removeIf(rate -> rate.lever() == extra.lever());
    Pool without = pool(pool.monthlyCost(), more, pool.amounts());
    more.add(
        new Pool.Rate(extra.lever(), pool.monthlyCost(), extra.standalone(), extra.rate(), SURE));
    Pool with = pool(pool.monthlyCost(), more, pool.amounts());
    // Whole cents: each of the levers may round by half a cent.
    assertTrue(
        Waterfall.of(with).savingCents()
            >= Waterfall.of(without).savingCents() - Lever.values().length);
  }

  @Property
  void sharesSumToWhatIsDividedAndKeepToTheirLimits(
      @ForAll @DoubleRange(min = 0, max = 1e5) double sum,
      @ForAll List<@DoubleRange(min = 0, max = 1e4) Double> values) {
    double[] weights = values.stream().mapToDouble(value -> value % 7).toArray();
    double[] limits = values.stream().mapToDouble(value -> value).toArray();
    double[] parts = LimitedShares.of(sum, weights, limits);
    double given = 0;
    double most = 0;
    for (int i = 0; i < parts.length; i++) {
      assertTrue(parts[i] >= 0 && parts[i] <= limits[i] + 1e-9);
      assertTrue(weights[i] > 0 || parts[i] == 0);
      given += parts[i];
      most += weights[i] > 0 ? limits[i] : 0;
    }
    assertEquals(Math.min(sum, most), given, 1e-6 * Math.max(1, most));
  }

  @Property
  void shapleyPartsSumToTheJointSaving(
      @ForAll @DoubleRange(min = 0, max = 100) double right,
      @ForAll @DoubleRange(min = 0, max = 100) double pack,
      @ForAll @DoubleRange(min = 0, max = 100) double both) {
    double[] credit = Shapley.credit(new double[] {100, right, pack, both});
    assertEquals(100 - both, credit[0] + credit[1], 1e-9);
  }

  @Test
  void leverThatFreesNothingAloneSharesWhatItFreesWithTheOther() {
    // Right-sizing alone leaves the instances; packing saves 30; both together save 50.
    double[] credit = Shapley.credit(new double[] {100, 100, 70, 50});
    assertEquals(10, credit[0], 1e-9);
    assertEquals(40, credit[1], 1e-9);
  }

  @Provide
  Arbitrary<Pool> pools() {
    Arbitrary<Double> cost = Arbitraries.doubles().between(0, 1e5);
    return Combinators.combine(cost, rates().list().ofMaxSize(6), amounts().list().ofMaxSize(3))
        .as((money, rates, amounts) -> pool(money, distinct(rates, money), amounts));
  }

  private static List<Pool.Rate> distinct(List<Pool.Rate> rates, double cost) {
    List<Pool.Rate> distinct = new ArrayList<>();
    for (Pool.Rate rate : rates) {
      if (distinct.stream().noneMatch(other -> other.lever() == rate.lever())) {
        distinct.add(new Pool.Rate(rate.lever(), cost, rate.standalone(), rate.rate(), SURE));
      }
    }
    return distinct;
  }

  @Provide
  Arbitrary<Pool.Rate> rates() {
    return Combinators.combine(
            Arbitraries.of(Lever.values()),
            Arbitraries.doubles().between(0, 1e5),
            Arbitraries.doubles().between(0, 1))
        .as((lever, cost, rate) -> new Pool.Rate(lever, cost, cost * rate, rate, SURE));
  }

  private static Arbitrary<Pool.Amount> amounts() {
    return Combinators.combine(
            Arbitraries.of(Lever.values()), Arbitraries.doubles().between(0, 1e4))
        .as((lever, saving) -> new Pool.Amount(lever, saving, saving, SURE));
  }
}
