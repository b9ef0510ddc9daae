package ecsadvisor.models.cost.anomaly;

import ecsadvisor.models.stats.Medians;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Log costs without the pattern of the week.
 *
 * <p>The effect of a weekday is the median of its distances from the centred median of seven days,
 * which no pattern of the week, no spike and no single step moves. An effect that its own standard
 * error could explain is shrunk towards none (James and Stein). Noise is the median absolute first
 * difference, which steps and drifts do not raise.
 */
final class WeekPattern {
  private static final int WEEK = 7;
  private static final int HALF = 3;

  /** Costs below this share of the usual one count as this much: logarithms need a floor. */
  private static final double FLOOR = 0.02;

  private static final double LEAST_NOISE = 0.02;

  private final CostSeries series;
  private final double[] logs;
  private final double[] effects = new double[WEEK];
  private double noise;

  WeekPattern(CostSeries series) {
    this.series = series;
    this.logs = logs(series);
    this.noise = noise(logs);
    if (series.size() >= 2 * WEEK) {
      estimate(logs);
      estimate(rest());
      this.noise = noise(rest());
    }
  }

  /** Standard deviation of the logarithms' noise from day to day. */
  double noise() {
    return noise;
  }

  /** The effect of a day's weekday on the logarithm. */
  double effect(int index) {
    return effects[series.weekday(index)];
  }

  /** The effect of the weekday of any date. */
  double effectOf(LocalDate day) {
    return effects[day.getDayOfWeek().getValue() - 1];
  }

  /** Logarithms less the effects; NaN on days without a cost. */
  double[] rest() {
    double[] rest = new double[logs.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = logs[i] - effect(i);
    }
    return rest;
  }

  /** The median of the days around one, itself included. */
  static double around(double[] values, int index) {
    int from = Math.max(0, Math.min(index - HALF, values.length - WEEK));
    int to = Math.min(values.length, Math.max(index + HALF + 1, WEEK));
    return Medians.of(Arrays.copyOfRange(values, from, to));
  }

  private void estimate(double[] base) {
    double[][] distances = new double[WEEK][];
    double[] found = new double[WEEK];
    double mean = 0;
    for (int weekday = 0; weekday < WEEK; weekday++) {
      double[] own = new double[logs.length];
      int count = 0;
      for (int i = HALF; i < logs.length - HALF; i++) {
        if (series.weekday(i) == weekday && !Double.isNaN(logs[i])) {
          own[count++] = logs[i] - around(base, i);
        }
      }
      distances[weekday] = Arrays.copyOf(own, count);
      found[weekday] = count < 2 ? 0 : Medians.of(distances[weekday]);
      mean += found[weekday] / WEEK;
    }
    for (int weekday = 0; weekday < WEEK; weekday++) {
      double effect = found[weekday] - mean;
      // The median of n values has 1.25 times the standard error of their mean.
      double variance = 1.57 * noise * noise / Math.max(1, distances[weekday].length);
      double keep = effect == 0 ? 0 : Math.max(0, 1 - variance / (effect * effect));
      effects[weekday] = effect * keep;
    }
  }

  private static double[] logs(CostSeries series) {
    double[] positive = new double[series.size()];
    int count = 0;
    for (int i = 0; i < series.size(); i++) {
      if (series.cost(i) > 0) {
        positive[count++] = series.cost(i);
      }
    }
    double floor = count == 0 ? 1 : FLOOR * Medians.of(Arrays.copyOf(positive, count));
    double[] logs = new double[series.size()];
    for (int i = 0; i < logs.length; i++) {
      logs[i] =
          Double.isNaN(series.cost(i)) ? Double.NaN : Math.log(Math.max(floor, series.cost(i)));
    }
    return logs;
  }

  private static double noise(double[] values) {
    double[] steps = new double[values.length];
    int count = 0;
    for (int i = 1; i < values.length; i++) {
      double step = values[i] - values[i - 1];
      if (!Double.isNaN(step)) {
        steps[count++] = step;
      }
    }
    if (count < 2) {
      return LEAST_NOISE;
    }
    double[] known = Arrays.copyOf(steps, count);
    double median = Medians.of(known);
    for (int i = 0; i < count; i++) {
      known[i] = Math.abs(known[i] - median);
    }
    return Math.max(LEAST_NOISE, 1.4826 * Medians.of(known) / Math.sqrt(2));
  }
}
