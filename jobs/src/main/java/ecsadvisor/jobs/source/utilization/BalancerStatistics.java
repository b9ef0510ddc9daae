package ecsadvisor.jobs.source.utilization;

import ecsadvisor.jobs.source.file.QualityCount;
import ecsadvisor.models.timeseries.DayPoints;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts the statistics of a load balancer's series, each asked for by its own query, together to
 * points. A count needs its sum; all others an average, or sum and sample count, or a maximum.
 */
final class BalancerStatistics {
  private static final int SECONDS_PER_MINUTE = 60;

  private record Key(BalancerStore.Series series, int periodSeconds) {}

  private static final class Point {
    private final Map<String, Double> byStatistic = new HashMap<>();

    double of(String statistic) {
      return byStatistic.getOrDefault(statistic, Double.NaN);
    }
  }

  private final Map<Key, Map<Long, Point>> table = new LinkedHashMap<>();

  /** Adds one value of one statistic. Repeated ones keep the largest, whatever their order. */
  void add(
      BalancerStore.Series series,
      int periodSeconds,
      String statistic,
      long epochMillis,
      double value) {
    table
        .computeIfAbsent(new Key(series, periodSeconds), ignored -> new HashMap<>())
        .computeIfAbsent(epochMillis, ignored -> new Point())
        .byStatistic
        .merge(statistic, value, Math::max);
  }

  /** Stores the points, and counts each of them. */
  void finish(BalancerStore store, QualityCount quality) {
    table.forEach(
        (key, points) ->
            points.forEach((millis, point) -> finish(key, millis, point, store, quality)));
    table.clear();
  }

  private static void finish(
      Key key, long epochMillis, Point point, BalancerStore store, QualityCount quality) {
    double value = value(key.series().metric(), point);
    if (Double.isNaN(value)) {
      quality.ignored(
          key.series().metric().count
              ? "count of a load balancer lacks its sum: ask for it"
              : "point of a load balancer lacks its average: ask for it");
      return;
    }
    int minutes = key.periodSeconds() / SECONDS_PER_MINUTE;
    if (key.periodSeconds() % SECONDS_PER_MINUTE != 0
        || minutes < 1
        || minutes > DayPoints.LONGEST_PERIOD_MINUTES) {
      quality.ignored("period of a load balancer's metric is not 1 to 60 whole minutes");
      return;
    }
    double maximum = point.of("Maximum");
    String problem =
        store.add(
            key.series(),
            epochMillis,
            minutes,
            value,
            Double.isNaN(maximum) ? value : maximum,
            point.of("SampleCount"));
    if (problem != null) {
      quality.bad(problem);
      return;
    }
    quality.used(epochMillis);
  }

  private static double value(BalancerMetric metric, Point point) {
    if (metric.count) {
      return point.of("Sum");
    }
    double count = point.of("SampleCount");
    double sum = point.of("Sum");
    if (count > 0 && !Double.isNaN(sum)) {
      return sum / count;
    }
    double average = point.of("Average");
    return Double.isNaN(average) ? point.of("Maximum") : average;
  }
}
