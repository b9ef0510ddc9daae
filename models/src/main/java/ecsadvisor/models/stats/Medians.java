package ecsadvisor.models.stats;

import java.util.Arrays;

/** Medians of unsorted values. */
public final class Medians {
  private Medians() {}

  /** The median of the values that are numbers; NaN where none is. The values stay as they are. */
  public static double of(double[] values) {
    double[] sorted = values.clone();
    // NaN sorts last.
    Arrays.sort(sorted);
    int count = sorted.length;
    while (count > 0 && Double.isNaN(sorted[count - 1])) {
      count--;
    }
    if (count == 0) {
      return Double.NaN;
    }
    int middle = count / 2;
    return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
