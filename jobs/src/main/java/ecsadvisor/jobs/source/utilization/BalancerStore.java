package ecsadvisor.jobs.source.utilization;

import ecsadvisor.models.timeseries.DayPoints;
import ecsadvisor.models.timeseries.PackedPoints;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Collects the points of load balancers and target groups by day. A point's value is the sum over
 * its period for counts, the mean for all others; both fill the average of {@link DayPoints}, which
 * keeps each (minute, period) once.
 */
final class BalancerStore {
  private static final long MILLIS_PER_MINUTE = 60_000;
  private static final int MINUTES_PER_DAY = DayPoints.MINUTES_PER_DAY;

  /**
   * A series.
   *
   * @param loadBalancer the dimension's value; empty for a target group alone
   * @param targetGroup likewise; empty for the whole load balancer
   */
  record Series(
      String accountId,
      String region,
      String loadBalancer,
      String targetGroup,
      BalancerMetric metric) {}

  private final Map<Series, Map<Integer, DayPoints>> series = new LinkedHashMap<>();
  private long points;

  /** Adds a point; says why when it is none. */
  @Nullable String add(
      Series key,
      long epochMillis,
      int periodMinutes,
      double value,
      double maximum,
      double sampleCount) {
    double highest = key.metric().count ? value : Math.max(value, maximum);
    String problem = PointCheck.problem(epochMillis, periodMinutes, value, highest);
    if (problem != null) {
      return problem;
    }
    long minute = Math.floorDiv(epochMillis, MILLIS_PER_MINUTE);
    int day = (int) Math.floorDiv(minute, MINUTES_PER_DAY);
    series
        .computeIfAbsent(key, ignored -> new TreeMap<>())
        .computeIfAbsent(day, ignored -> new DayPoints())
        .add(
            (int) (minute - (long) day * MINUTES_PER_DAY),
            periodMinutes,
            value,
            highest,
            PointCheck.samples(sampleCount));
    points++;
    return null;
  }

  /** Points added since the last {@link #drain}, duplicates included. */
  long points() {
    return points;
  }

  /** Hands everything out as rows and forgets it. */
  void drain(Consumer<Row> rows) {
    series.forEach(
        (key, days) ->
            days.forEach(
                (day, dayPoints) ->
                    rows.accept(UtilizationRows.balancer(key, day, PackedPoints.pack(dayPoints)))));
    series.clear();
    points = 0;
  }
}
