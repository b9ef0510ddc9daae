package ecsadvisor.jobs.fact;

import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.models.fact.HourlyMetric;
import ecsadvisor.models.timeseries.DayPoints;
import ecsadvisor.models.timeseries.PackedPoints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * One day of one series of a load balancer or target group, hour by hour.
 *
 * <p>A day can be covered by a stream of 1-minute points and by queries of other periods; the
 * period that covers most minutes counts alone, of equals the shortest, so nothing is added twice.
 * A point that spans two hours counts in both for its part.
 */
final class BalancerDay {
  private static final Set<String> COUNTS =
      Set.of("RequestCount", "NewFlowCount", "ProcessedBytes");
  private static final RecordCodec<HourlyMetric> CODEC = RecordCodec.of(HourlyMetric.class);

  static final StructType SCHEMA = CODEC.schema();

  private static final int HOURS = 24;
  private static final int MINUTES_PER_HOUR = 60;

  private final DayPoints points;
  private final boolean count;
  private final double[] sums = new double[HOURS];
  private final int[] minutes = new int[HOURS];
  private final double[] maxima = new double[HOURS];

  private BalancerDay(DayPoints points, boolean count) {
    this.points = points;
    this.count = count;
    Arrays.fill(maxima, Double.NaN);
  }

  /** The row of a grouped row; one, as Spark wants it. */
  static Iterator<Row> rows(Row grouped) {
    return List.of(CODEC.toRow(of(grouped))).iterator();
  }

  /**
   * The metric of a grouped row: account, region, load balancer, target group, metric, day, points.
   */
  private static HourlyMetric of(Row grouped) {
    String metric = grouped.getString(4);
    DayPoints points = new DayPoints();
    List<byte[]> parts = grouped.getList(6);
    parts.forEach(packed -> PackedPoints.unpackInto(packed, points));
    BalancerDay day = new BalancerDay(points, COUNTS.contains(metric));
    day.fold(day.bestPeriod());
    List<Double> hours = day.hours();
    return new HourlyMetric(
        grouped.getString(0),
        grouped.getString(1),
        grouped.getString(2),
        grouped.getString(3),
        metric,
        LocalDate.ofEpochDay(grouped.getInt(5)),
        hours,
        day.count ? hours : boxed(day.maxima));
  }

  private int bestPeriod() {
    int[] covered = new int[DayPoints.LONGEST_PERIOD_MINUTES + 1];
    int[] ends = new int[DayPoints.LONGEST_PERIOD_MINUTES + 1];
    for (int i = 0; i < points.size(); i++) {
      int period = points.periodMinutes(i);
      if (points.minute(i) >= ends[period]) {
        ends[period] = points.minute(i) + period;
        covered[period] += minutesOf(i);
      }
    }
    int best = 1;
    for (int period = 1; period < covered.length; period++) {
      best = covered[period] > covered[best] ? period : best;
    }
    return best;
  }

  private int minutesOf(int i) {
    return Math.min(points.periodMinutes(i), DayPoints.MINUTES_PER_DAY - points.minute(i));
  }

  private void fold(int period) {
    int end = 0;
    for (int i = 0; i < points.size(); i++) {
      if (points.periodMinutes(i) == period && points.minute(i) >= end) {
        end = points.minute(i) + period;
        add(i, points.minute(i), points.minute(i) + minutesOf(i));
      }
    }
  }

  private void add(int i, int start, int end) {
    for (int from = start; from < end; ) {
      int hour = from / MINUTES_PER_HOUR;
      int to = Math.min(end, (hour + 1) * MINUTES_PER_HOUR);
      double part = to - from;
      sums[hour] += points.average(i) * (count ? part / points.periodMinutes(i) : part);
      minutes[hour] += to - from;
      maxima[hour] =
          Double.isNaN(maxima[hour])
              ? points.maximum(i)
              : Math.max(maxima[hour], points.maximum(i));
      from = to;
    }
  }

  private List<Double> hours() {
    double[] hours = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      double divisor = count ? 1 : minutes[hour];
      hours[hour] = minutes[hour] == 0 ? Double.NaN : sums[hour] / divisor;
    }
    return boxed(hours);
  }

  private static List<Double> boxed(double[] values) {
    List<Double> boxed = new ArrayList<>(values.length);
    for (double value : values) {
      boxed.add(value);
    }
    return List.copyOf(boxed);
  }
}
