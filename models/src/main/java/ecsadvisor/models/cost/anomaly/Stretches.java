package ecsadvisor.models.cost.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Cuts a series into stretches of one level or one slope each, at least total squared error in
 * units of the noise plus a penalty per stretch.
 *
 * <p>Optimal partitioning (Jackson et al. 2005), exact: O(n<sup>2</sup>) with prefix sums. A slope
 * has to earn one parameter more and needs more days.
 */
final class Stretches {
  private static final int LEAST_LEVEL_DAYS = 4;
  private static final int LEAST_SLOPE_DAYS = 8;

  private final double noise;
  private final double penalty;
  private final double[] count;
  private final double[] x;
  private final double[] xx;
  private final double[] y;
  private final double[] yy;
  private final double[] xy;
  private final int size;

  private Stretches(double[] values, double noise, double penalty) {
    this.noise = noise;
    this.penalty = penalty * Math.log(Math.max(8, values.length));
    this.size = values.length;
    this.count = new double[size + 1];
    this.x = new double[size + 1];
    this.xx = new double[size + 1];
    this.y = new double[size + 1];
    this.yy = new double[size + 1];
    this.xy = new double[size + 1];
    for (int i = 0; i < size; i++) {
      boolean known = !Double.isNaN(values[i]);
      double value = known ? values[i] : 0;
      int one = known ? 1 : 0;
      count[i + 1] = count[i] + one;
      x[i + 1] = x[i] + one * i;
      xx[i + 1] = xx[i] + (double) one * i * i;
      y[i + 1] = y[i] + value;
      yy[i + 1] = yy[i] + value * value;
      xy[i + 1] = xy[i] + value * i;
    }
  }

  /**
   * The best cut.
   *
   * @param values one a day; NaN where there is none
   * @param noise standard deviation of a value about its stretch
   * @param penalty price of a stretch, in units of the logarithm of the number of days
   */
  static List<Stretch> of(double[] values, double noise, double penalty) {
    return new Stretches(values, noise, penalty).cut();
  }

  private List<Stretch> cut() {
    double[] best = new double[size + 1];
    int[] start = new int[size + 1];
    boolean[] sloped = new boolean[size + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = 0;
    for (int to = 1; to <= size; to++) {
      for (int from = 0; from < to; from++) {
        double days = count[to] - count[from];
        boolean whole = from == 0 && to == size;
        if (Double.isInfinite(best[from]) || (days < LEAST_LEVEL_DAYS && !whole)) {
          continue;
        }
        double level = best[from] + levelError(from, to) + penalty;
        if (level < best[to]) {
          best[to] = level;
          start[to] = from;
          sloped[to] = false;
        }
        double slope = best[from] + slopeError(from, to) + 1.5 * penalty;
        if (days >= LEAST_SLOPE_DAYS && slope < best[to]) {
          best[to] = slope;
          start[to] = from;
          sloped[to] = true;
        }
      }
    }
    if (Double.isInfinite(best[size])) {
      return List.of();
    }
    List<Stretch> stretches = new ArrayList<>();
    for (int to = size; to > 0; to = start[to]) {
      stretches.add(stretch(start[to], to, sloped[to]));
    }
    Collections.reverse(stretches);
    return stretches;
  }

  private Stretch stretch(int from, int to, boolean sloped) {
    double days = count[to] - count[from];
    double mean = (y[to] - y[from]) / Math.max(1, days);
    double slope = sloped ? slope(from, to) : 0;
    double centre = (x[to] - x[from]) / Math.max(1, days);
    return new Stretch(from, to, mean + slope * (from - centre), slope, (int) days);
  }

  private double levelError(int from, int to) {
    double days = count[to] - count[from];
    double sum = y[to] - y[from];
    return days == 0 ? 0 : Math.max(0, yy[to] - yy[from] - sum * sum / days) / (noise * noise);
  }

  private double slopeError(int from, int to) {
    double days = count[to] - count[from];
    if (days < 3) {
      return Double.POSITIVE_INFINITY;
    }
    double spread = xx[to] - xx[from] - square(x[to] - x[from]) / days;
    double gain = square(slope(from, to)) * spread / (noise * noise);
    return Math.max(0, levelError(from, to) - gain);
  }

  private double slope(int from, int to) {
    double days = count[to] - count[from];
    double sumX = x[to] - x[from];
    double spread = xx[to] - xx[from] - sumX * sumX / days;
    double product = xy[to] - xy[from] - sumX * (y[to] - y[from]) / days;
    return spread <= 0 ? 0 : product / spread;
  }

  private static double square(double value) {
    return value * value;
  }
}
