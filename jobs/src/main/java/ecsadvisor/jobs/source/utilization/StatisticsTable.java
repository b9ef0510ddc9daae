package ecsadvisor.jobs.source.utilization;

import ecsadvisor.jobs.source.file.QualityCount;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts the statistics of a series, each asked for by its own query, together to points. */
final class StatisticsTable {
  private static final long MILLIS_PER_MINUTE = 60_000;
  private static final int SECONDS_PER_MINUTE = 60;

  private record Series(
      String accountId,
      String region,
      String clusterName,
      String serviceName,
      MetricSelection selection,
      int periodSeconds) {}

  private static final class Point {
    private double average = Double.NaN;
    private double maximum = Double.NaN;
    private double sum = Double.NaN;
    private double count = Double.NaN;
  }

  private final Map<Series, Map<Long, Point>> table = new LinkedHashMap<>();

  /** Adds one value of one statistic. Repeated ones keep the largest, whatever their order. */
  void add(
      MetricQuery query,
      MetricSelection selection,
      String statistic,
      long epochMillis,
      double value) {
    Series series =
        new Series(
            query.accountId(),
            query.region(),
            query.clusterName(),
            query.serviceName(),
            selection,
            query.periodSeconds());
    Point point =
        table
            .computeIfAbsent(series, ignored -> new HashMap<>())
            .computeIfAbsent(epochMillis, ignored -> new Point());
    switch (statistic) {
      case "Average" -> point.average = larger(point.average, value);
      case "Maximum" -> point.maximum = larger(point.maximum, value);
      case "Sum" -> point.sum = larger(point.sum, value);
      case "SampleCount" -> point.count = larger(point.count, value);
      default -> {
        // The minimum is not used.
      }
    }
  }

  /** Stores the points, and counts each of them. */
  void finish(PointStore store, QualityCount quality) {
    table.forEach(
        (series, points) ->
            points.forEach((millis, point) -> finish(series, millis, point, store, quality)));
    table.clear();
  }

  private static void finish(
      Series series, long epochMillis, Point point, PointStore store, QualityCount quality) {
    if (point.count == 0) {
      quality.ignored("no samples");
      return;
    }
    double divisor = series.selection.divisor;
    double average =
        Double.isNaN(point.sum) || Double.isNaN(point.count)
            ? point.average / divisor
            : point.sum / point.count / divisor;
    double maximum = point.maximum / divisor;
    if (Double.isNaN(average) || Double.isNaN(maximum)) {
      quality.bad("point lacks an average (or sum and sample count) or a maximum: ask for both");
      return;
    }
    int minutes =
        series.periodSeconds % SECONDS_PER_MINUTE == 0
            ? series.periodSeconds / SECONDS_PER_MINUTE
            : 0;
    String problem = PointCheck.problem(epochMillis, minutes, average, maximum);
    if (problem != null) {
      quality.bad(problem);
      return;
    }
    store.add(
        store
            .probe()
            .service(series.accountId, series.region, series.clusterName, series.serviceName)
            .metric(series.selection.source, series.selection.metric),
        Math.floorDiv(epochMillis, MILLIS_PER_MINUTE),
        minutes,
        Math.min(average, maximum),
        maximum,
        PointCheck.samples(point.count));
    quality.used(epochMillis);
  }

  private static double larger(double known, double value) {
    return Double.isNaN(known) || value > known ? value : known;
  }
}
