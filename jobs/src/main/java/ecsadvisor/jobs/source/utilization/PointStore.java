package ecsadvisor.jobs.source.utilization;

import ecsadvisor.models.timeseries.DayPoints;
import ecsadvisor.models.timeseries.PackedPoints;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Collects the points of many series by day, and the services that tasks belong to; those of load
 * balancers in a store of their own.
 */
final class PointStore {
  private static final int MINUTES_PER_DAY = DayPoints.MINUTES_PER_DAY;

  /** A task of a service, as its events name it. */
  record Task(
      String accountId, String region, String clusterName, String serviceName, String taskId) {}

  private static final class Days {
    private final Map<Integer, DayPoints> byDay = new TreeMap<>();
    private int lastDay = Integer.MIN_VALUE;
    private DayPoints last = new DayPoints();

    DayPoints of(int day) {
      if (day != lastDay) {
        last = byDay.computeIfAbsent(day, ignored -> new DayPoints());
        lastDay = day;
      }
      return last;
    }
  }

  private final Map<SeriesKey, Days> series = new LinkedHashMap<>();
  private final Set<Task> tasks = new LinkedHashSet<>();
  private final BalancerStore balancers = new BalancerStore();
  private final SeriesKey probe = new SeriesKey();
  private long points;

  /** A key to fill and to pass to {@link #add}, which does not keep it. */
  SeriesKey probe() {
    return probe;
  }

  /**
   * Adds a point that {@link PointCheck} has let through.
   *
   * @param epochMinute minutes since 1970 at which the period begins
   */
  void add(
      SeriesKey key,
      long epochMinute,
      int periodMinutes,
      double average,
      double maximum,
      int sampleCount) {
    @Nullable Days days = series.get(key);
    if (days == null) {
      days = new Days();
      series.put(key.copy(), days);
    }
    int day = (int) Math.floorDiv(epochMinute, MINUTES_PER_DAY);
    days.of(day)
        .add(
            (int) (epochMinute - (long) day * MINUTES_PER_DAY),
            periodMinutes,
            average,
            maximum,
            sampleCount);
    points++;
  }

  /** The points of load balancers. */
  BalancerStore balancers() {
    return balancers;
  }

  /** Notes which service a task belongs to. */
  void task(Task task) {
    tasks.add(task);
  }

  /** Points added since the last {@link #drain}, duplicates included. */
  long points() {
    return points + balancers.points();
  }

  /** Hands everything out as rows and forgets it. */
  void drain(Consumer<Row> rows) {
    series.forEach(
        (key, days) ->
            days.byDay.forEach(
                (day, dayPoints) ->
                    rows.accept(UtilizationRows.points(key, day, PackedPoints.pack(dayPoints)))));
    tasks.forEach(task -> rows.accept(UtilizationRows.task(task)));
    balancers.drain(rows);
    series.clear();
    tasks.clear();
    points = 0;
  }

  /** Moves everything to another store, where account or region is empty with the place found. */
  void moveInto(PointStore target, Places places) {
    series.forEach(
        (key, days) -> {
          SeriesKey home = places.locate(key);
          Days there = target.series.computeIfAbsent(home, ignored -> new Days());
          days.byDay.forEach((day, dayPoints) -> there.of(day).addAll(dayPoints));
        });
    target.tasks.addAll(tasks);
    target.points += points;
    series.clear();
    tasks.clear();
    points = 0;
  }
}
