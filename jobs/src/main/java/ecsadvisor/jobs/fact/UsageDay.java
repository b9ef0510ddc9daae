package ecsadvisor.jobs.fact;

import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.jobs.source.utilization.UsageSource;
import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.timeseries.DayFold;
import ecsadvisor.models.timeseries.DayPoints;
import ecsadvisor.models.timeseries.PackedPoints;
import ecsadvisor.models.timeseries.TaskPoints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * One day of one service or of one of its containers: its series merged, tasks combined, and each
 * metric folded.
 *
 * <p>Points of single tasks are merged task by task before they are combined, so it does not matter
 * which file had which task's minute. The number of running tasks is taken from its own points and
 * from the sample counts behind the CPU's points, whichever cover more of the day.
 */
final class UsageDay {
  private static final RecordCodec<DayUsage> DAY_USAGE = RecordCodec.of(DayUsage.class);

  static final StructType SCHEMA =
      new StructType()
          .add("account_id", DataTypes.StringType)
          .add("region", DataTypes.StringType)
          .add("cluster_name", DataTypes.StringType)
          .add("service_name", DataTypes.StringType)
          .add("container", DataTypes.StringType)
          .add("metric", DataTypes.StringType)
          .add("metric_order", DataTypes.IntegerType)
          .add("day_usage", DAY_USAGE.schema());

  private static final int CONTAINER = 4;
  private static final int EPOCH_DAY = 5;
  private static final int SERIES = 6;

  private final SortedMap<Metric, SortedMap<UsageSource, SortedMap<String, DayPoints>>> series =
      new TreeMap<>();

  UsageDay() {}

  /** The rows of a grouped row of account, region, cluster, service, container, day, series. */
  static Iterator<Row> rows(Row grouped) {
    UsageDay usage = new UsageDay();
    List<Row> parts = grouped.getList(SERIES);
    for (Row part : parts) {
      usage.add(
          Metric.valueOf(part.getString(0)),
          UsageSource.valueOf(part.getString(1)),
          part.getString(2),
          part.getAs(3));
    }
    String container = grouped.getString(CONTAINER);
    List<Row> rows = new ArrayList<>();
    usage
        .fold(LocalDate.ofEpochDay(grouped.getInt(EPOCH_DAY)), container.isEmpty())
        .forEach(
            (metric, day) ->
                rows.add(
                    RowFactory.create(
                        grouped.get(0),
                        grouped.get(1),
                        grouped.get(2),
                        grouped.get(3),
                        container,
                        metric.name(),
                        metric.compareTo(Metric.CPU_SHARE),
                        DAY_USAGE.toRow(day))));
    return rows.iterator();
  }

  private void add(Metric metric, UsageSource source, String task, byte[] packed) {
    PackedPoints.unpackInto(packed, points(metric, source, task));
  }

  /** The points of a series, to be added to; the task is empty where they are the service's. */
  DayPoints points(Metric metric, UsageSource source, String task) {
    return series
        .computeIfAbsent(metric, ignored -> new TreeMap<>())
        .computeIfAbsent(source, ignored -> new TreeMap<>())
        .computeIfAbsent(task, ignored -> new DayPoints());
  }

  /** The day's usage by metric. */
  Map<Metric, DayUsage> fold(LocalDate day, boolean wholeTask) {
    Map<Metric, DayUsage> usages = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      List<DayPoints> sources = sources(metric);
      if (wholeTask && metric == Metric.RUNNING_TASKS) {
        sources.addAll(runningTasks());
      }
      @Nullable DayUsage usage = DayFold.fold(day, sources);
      if (usage != null) {
        usages.put(metric, usage);
      }
    }
    return usages;
  }

  /** The service's points of each source, preferred sources first. */
  private List<DayPoints> sources(Metric metric) {
    List<DayPoints> sources = new ArrayList<>();
    SortedMap<UsageSource, SortedMap<String, DayPoints>> bySource = series.get(metric);
    if (bySource == null) {
      return sources;
    }
    bySource.forEach(
        (source, byTask) ->
            sources.add(
                source == UsageSource.TASK_EVENTS
                    ? TaskPoints.combine(byTask.values())
                    : byTask.get("")));
    return sources;
  }

  private List<DayPoints> runningTasks() {
    List<DayPoints> sources = new ArrayList<>();
    for (Metric metric : List.of(Metric.CPU_SHARE, Metric.CPU_UNITS)) {
      for (DayPoints cpu : sources(metric)) {
        sources.add(TaskPoints.runningTasks(cpu));
      }
    }
    return sources;
  }
}
