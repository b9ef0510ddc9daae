package ecsadvisor.models.cost.anomaly;

import java.util.List;

/** A series taken apart: pattern of the week, noise, spikes, levels and slopes. */
final class CostFit {
  private final WeekPattern pattern;
  private final double[] values;
  private final int[] marks;
  private final double far;
  private final List<Stretch> stretches;

  private CostFit(
      WeekPattern pattern, double[] values, int[] marks, double far, List<Stretch> stretches) {
    this.pattern = pattern;
    this.values = values;
    this.marks = marks;
    this.far = far;
    this.stretches = stretches;
  }

  static CostFit of(CostSeries series, double spikeDeviations, double penalty, double leastShare) {
    WeekPattern pattern = new WeekPattern(series);
    double[] values = pattern.rest();
    double far = Math.max(spikeDeviations * pattern.noise(), Math.log(1 + leastShare));
    int[] marks = new int[values.length];
    double[] calm = values.clone();
    for (int i = 0; i < values.length; i++) {
      double off = values[i] - WeekPattern.around(values, i);
      marks[i] = off > far ? 1 : off < -far ? -1 : 0;
      calm[i] = marks[i] == 0 ? values[i] : Double.NaN;
    }
    return new CostFit(pattern, values, marks, far, Stretches.of(calm, pattern.noise(), penalty));
  }

  /** The stretch that a day lies in. */
  Stretch around(int index) {
    for (Stretch stretch : stretches) {
      if (index < stretch.to()) {
        return stretch;
      }
    }
    return stretches.get(stretches.size() - 1);
  }

  /** Pattern of the week and noise. */
  WeekPattern pattern() {
    return pattern;
  }

  /** Number of days. */
  int size() {
    return values.length;
  }

  /** Whether a day is far above the week around it. */
  boolean isHigh(int index) {
    return marks[index] == 1;
  }

  /** Whether a day is as far above its level as a spike is. */
  boolean isSpike(int index) {
    return isHigh(index) && values[index] - around(index).at(index) > far;
  }

  /** Levels and slopes in order; empty where too few days are known. */
  List<Stretch> stretches() {
    return stretches;
  }
}
