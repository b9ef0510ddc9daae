package ecsadvisor.models.stats;

import ecsadvisor.models.fact.DayUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A day of utilization as it would read in another unit, such as shares of another task size. */
public final class DayScaling {
  private DayScaling() {}

  /**
   * The day with all its values times a factor. Buckets move by whole buckets, so they are off by
   * at most half a bucket (0.5 % of the value).
   *
   * @param factor above 0
   */
  public static DayUsage times(DayUsage day, double factor) {
    return times(day, factor, scaled(day.hourMeans(), factor));
  }

  /** The same, with hourly means of its own. */
  public static DayUsage times(DayUsage day, double factor, List<Double> hourMeans) {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("Factor must be above 0, not " + factor);
    }
    int shift = (int) Math.round(Math.log(factor) / Math.log(LogBuckets.GROWTH));
    TreeMap<Integer, Integer> buckets = new TreeMap<>();
    for (int i = 0; i < day.bucketIndexes().size(); i++) {
      int index = Math.min(LogBuckets.COUNT - 1, Math.max(0, day.bucketIndexes().get(i) + shift));
      buckets.merge(index, day.bucketMinutes().get(i), Integer::sum);
    }
    return new DayUsage(
        day.day(),
        day.minutes(),
        day.points(),
        day.mean() * factor,
        day.max() * factor,
        day.p50() * factor,
        day.p95() * factor,
        day.p99() * factor,
        List.copyOf(buckets.keySet()),
        List.copyOf(buckets.values()),
        hourMeans,
        scaled(day.hourMaxima(), factor));
  }

  private static List<Double> scaled(List<Double> values, double factor) {
    List<Double> scaled = new ArrayList<>(values.size());
    for (double value : values) {
      scaled.add(value * factor);
    }
    return scaled;
  }
}
