package ecsadvisor.models.stats;

import java.util.Arrays;
import java.util.List;

/**
 * Buckets of values whose edges grow by 1 %: what a value was, to 1 %, in a whole number.
 *
 * <p>Bucket {@code i} holds the values {@code edge(i) <= v < edge(i + 1)} with {@code edge(i) =
 * 0.001 * 1.01^i}. Bucket 0 also holds everything below 0.001 (a tenth of a percent of a
 * reservation, a thousandth of a CPU unit), and the last bucket everything above its edge, which
 * lies beyond 10<sup>9</sup>. The index follows from the table of edges, not from a rounded
 * logarithm, so it is the same on every machine.
 *
 * <p>A percentile read from bucket counts is the upper edge of the bucket that the exact
 * nearest-rank percentile falls in: never below it, and at most 1 % above it for values from 0.001
 * on; 0.00101 stands for everything smaller.
 */
public final class LogBuckets {
  /** Values up to here share bucket 0. */
  public static final double FLOOR = 0.001;

  /** Ratio of two neighbouring edges. */
  public static final double GROWTH = 1.01;

  /** Number of buckets. */
  public static final int COUNT = 2800;

  private static final double[] EDGES = edges();
  private static final double LOG_GROWTH = StrictMath.log(GROWTH);

  private LogBuckets() {}

  /**
   * The bucket of a value.
   *
   * @throws IllegalArgumentException when the value is not a number
   */
  public static int index(double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("No bucket holds NaN");
    }
    if (value <= FLOOR) {
      return 0;
    }
    if (value >= EDGES[COUNT - 1]) {
      return COUNT - 1;
    }
    int guess = (int) (Math.log(value / FLOOR) / LOG_GROWTH);
    int index = Math.min(Math.max(guess, 0), COUNT - 2);
    while (EDGES[index] > value) {
      index--;
    }
    while (EDGES[index + 1] <= value) {
      index++;
    }
    return index;
  }

  /** The lowest value of the bucket; 0 for bucket 0. */
  public static double lower(int index) {
    return index == 0 ? 0 : EDGES[index];
  }

  /** The value at which the next bucket begins. */
  public static double upper(int index) {
    return EDGES[index + 1];
  }

  /**
   * The nearest-rank percentile of bucketed values, as the upper edge of its bucket.
   *
   * @param indexes bucket indexes, ascending
   * @param weights how often (or for how many minutes) each bucket was met
   * @param share which percentile, above 0 and at most 1
   * @throws IllegalArgumentException when there are no values, or the share is out of range
   */
  public static double percentile(List<Integer> indexes, List<Integer> weights, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("A percentile is above 0 and at most 1, not " + share);
    }
    long total = 0;
    for (int weight : weights) {
      total += weight;
    }
    if (total == 0 || indexes.size() != weights.size()) {
      throw new IllegalArgumentException("No values to take a percentile of");
    }
    // 0.95 * 100 must be rank 95, although the product may be a hair above it.
    long rank = Math.max(1, (long) Math.ceil(share * total - 1e-6));
    long seen = 0;
    for (int i = 0; i < indexes.size(); i++) {
      seen += weights.get(i);
      if (seen >= rank) {
        return upper(indexes.get(i));
      }
    }
    throw new AssertionError("Rank " + rank + " of " + total);
  }

  private static double[] edges() {
    double[] edges = new double[COUNT + 1];
    Arrays.setAll(edges, i -> FLOOR * StrictMath.pow(GROWTH, i));
    return edges;
  }
}
