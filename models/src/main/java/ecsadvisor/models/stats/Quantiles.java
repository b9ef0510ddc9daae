package ecsadvisor.models.stats;

import java.util.Arrays;

/** Quantiles of small sets of figures. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * The quantile with linear interpolation between the neighbouring order statistics: position
   * {@code q (n - 1)} in the ascending order (type 7 of Hyndman and Fan, 1996).
   *
   * @param values the figures in any order, at least one; left as they are
   * @param q 0..1
   * @throws IllegalArgumentException if there is no figure or {@code q} is out of range
   */
  public static double linear(double[] values, double q) {
    check(values.length, q);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double position = q * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /**
   * The nearest-rank quantile of figures that are already ascending: the smallest figure that at
   * least the share {@code q} of the figures does not exceed.
   *
   * @throws IllegalArgumentException if there is no figure or {@code q} is out of range
   */
  public static double nearestRankOfSorted(float[] sorted, double q) {
    check(sorted.length, q);
    int rank = (int) Math.ceil(q * sorted.length - 1e-9);
    return sorted[Math.max(0, rank - 1)];
  }

  private static void check(int length, double q) {
    if (length == 0) {
      throw new IllegalArgumentException("No figures to take a quantile of");
    }
    if (!(q >= 0 && q <= 1)) {
      throw new IllegalArgumentException("Quantile must be in 0..1, not " + q);
    }
  }
}
