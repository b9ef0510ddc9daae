package ecsadvisor.models.cost.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CommitmentCurveTest {

  @Test
  void oneRateGivesTheQuantileOfTheNewsvendor() {
    double[] hours = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    CommitmentCurve curve = curve(new double[] {0.75}, hours);
    // At a discount of 25 % the third smallest of ten hours is the last that pays.
    assertEquals(0.75 * 3, curve.optimum(), 1e-12);
  }

  @Test
  void steadyUsageIsCoveredInFull() {
    CommitmentCurve curve = curve(new double[] {0.8}, new double[] {2, 2, 2});
    assertEquals(1.6, curve.optimum(), 1e-12);
    assertEquals(1, curve.at(1.6).utilization(), 1e-12);
    assertEquals(3 * (2 - 1.6), curve.at(1.6).saved(), 1e-12);
  }

  @Test
  void usageInFewHoursIsNotCovered() {
    assertEquals(0, curve(new double[] {0.8}, new double[] {0, 0, 0, 0, 9}).optimum());
  }

  @Test
  void noHoursNeedNoCommitment() {
    assertEquals(0, curve(new double[] {0.8}, new double[0]).optimum());
  }

  @Test
  void greatestDiscountIsUsedFirst() {
    CommitmentCurve curve = curve(new double[] {0.5, 0.9}, new double[] {10}, new double[] {10});
    assertEquals(1, curve.at(5).coveredShare(0), 1e-12);
    assertEquals(0, curve.at(5).coveredShare(1), 1e-12);
    assertEquals(0.5, curve.at(5).breakEven(), 1e-12);
  }

  @Property(tries = 300)
  void optimumCostsNoMoreThanAnyOther(
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 0, max = 50) Double> first,
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 0, max = 50) Double> second,
      @ForAll @DoubleRange(min = 0.3, max = 0.7) double low,
      @ForAll @DoubleRange(min = 0.71, max = 0.99) double high) {
    int hours = Math.min(first.size(), second.size());
    double[] one = first.stream().limit(hours).mapToDouble(Double::doubleValue).toArray();
    double[] two = second.stream().limit(hours).mapToDouble(Double::doubleValue).toArray();
    CommitmentCurve curve = curve(new double[] {low, high}, one, two);
    double best = curve.cost(curve.optimum());
    TreeSet<Double> candidates = new TreeSet<>();
    for (int hour = 0; hour < hours; hour++) {
      candidates.add(one[hour] * low);
      candidates.add(one[hour] * low + two[hour] * high);
    }
    for (int step = 0; step <= 200; step++) {
      candidates.add(step * 0.5);
    }
    double least = candidates.stream().mapToDouble(curve::cost).min().orElseThrow();
    assertTrue(best <= least * 1.001 + 1e-9, () -> best + " against " + least);
    assertTrue(best >= least - 1e-6 * (1 + least), () -> best + " against " + least);
  }

  @Property(tries = 200)
  void optimumNeverCostsMoreThanNothing(
      @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0, max = 9) Double> usage,
      @ForAll @DoubleRange(min = 0.3, max = 0.99) double rate) {
    double[] hours = usage.stream().mapToDouble(Double::doubleValue).toArray();
    CommitmentCurve curve = curve(new double[] {rate}, hours);
    CommitmentCurve.Outcome outcome = curve.at(curve.optimum());
    assertTrue(outcome.saved() >= -1e-9);
    assertTrue(outcome.saved() <= Arrays.stream(hours).sum());
    assertTrue(curve.optimum() == 0 || outcome.utilization() >= rate - 1e-9);
  }

  private static CommitmentCurve curve(double[] rates, double[]... usage) {
    double[][] own = new double[usage.length][];
    for (int i = 0; i < usage.length; i++) {
      own[i] = usage[i].clone();
    }
    return new CommitmentCurve(rates, usage, own);
  }
}
