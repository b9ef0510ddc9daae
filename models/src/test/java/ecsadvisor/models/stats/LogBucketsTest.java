package ecsadvisor.models.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LogBucketsTest {

  @Test
  void valueLiesBetweenTheEdgesOfItsBucket() {
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      double value = Math.exp(random.nextDouble() * 28 - 8);
      int index = LogBuckets.index(value);
      assertTrue(LogBuckets.lower(index) <= value && value < LogBuckets.upper(index), "" + value);
    }
  }

  @Test
  void everyEdgeOpensItsOwnBucket() {
    for (int i = 1; i < LogBuckets.COUNT; i++) {
      assertEquals(i, LogBuckets.index(LogBuckets.lower(i)));
      assertEquals(i - 1, LogBuckets.index(Math.nextDown(LogBuckets.lower(i))));
    }
  }

  @Test
  void zeroAndTheFloorShareTheFirstBucket() {
    assertEquals(0, LogBuckets.index(0));
    assertEquals(0, LogBuckets.index(LogBuckets.FLOOR));
    assertEquals(0, LogBuckets.lower(0));
  }

  @Test
  void hugeValuesShareTheLastBucket() {
    assertEquals(LogBuckets.COUNT - 1, LogBuckets.index(Double.POSITIVE_INFINITY));
    assertTrue(LogBuckets.lower(LogBuckets.COUNT - 1) > 1e9);
  }

  @Test
  void nanHasNoBucket() {
    assertThrows(IllegalArgumentException.class, () -> LogBuckets.index(Double.NaN));
  }

  @Test
  void percentileIsAtMostOnePercentAboveTheExactOne() {
    Random random = new Random(11);
    double[] values = new double[5_000];
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp(random.nextGaussian());
      counts.merge(LogBuckets.index(values[i]), 1, Integer::sum);
    }
    Arrays.sort(values);
    for (double share : new double[] {0.01, 0.5, 0.95, 0.99, 0.995, 1}) {
      double exact = values[(int) Math.ceil(share * values.length - 1e-6) - 1];
      double estimate =
          LogBuckets.percentile(List.copyOf(counts.keySet()), List.copyOf(counts.values()), share);
      assertTrue(estimate > exact && estimate <= exact * LogBuckets.GROWTH * (1 + 1e-12));
    }
  }

  @Test
  void percentileOfNothingIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> LogBuckets.percentile(List.of(), List.of(), 0.5));
    assertThrows(
        IllegalArgumentException.class, () -> LogBuckets.percentile(List.of(1), List.of(1), 0));
  }
}
