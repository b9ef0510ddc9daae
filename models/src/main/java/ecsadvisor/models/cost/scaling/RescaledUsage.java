package ecsadvisor.models.cost.scaling;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.MetricDays;
import ecsadvisor.models.fact.Usage;
import ecsadvisor.models.replay.LoadHours;
import ecsadvisor.models.stats.DayScaling;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The telemetry of a service as it would read with another number of tasks in each hour: the same
 * work, divided by other counts. Memory of a task is taken to grow with its work and not to shrink
 * with less.
 */
public final class RescaledUsage {
  private static final int HOURS = 24;

  private final LoadHours hours;
  private final double[] tasks;

  /**
   * The change of counts.
   *
   * @param tasks tasks in each hour of {@code hours}; NaN where they stay as they were
   */
  public RescaledUsage(LoadHours hours, double[] tasks) {
    this.hours = hours;
    this.tasks = tasks.clone();
  }

  /** The telemetry with those counts. */
  public Usage usage(Usage before) {
    List<MetricDays> metrics = new ArrayList<>();
    for (MetricDays metric : before.metrics()) {
      if (metric.metric() != Metric.RUNNING_TASKS) {
        metrics.add(
            metric.container().isEmpty()
                ? new MetricDays(
                    metric.metric(),
                    "",
                    metric.days().stream().map(day -> used(metric.metric(), day)).toList())
                : metric);
      }
    }
    metrics.add(new MetricDays(Metric.RUNNING_TASKS, "", running()));
    metrics.sort(Comparator.comparing(MetricDays::metric).thenComparing(MetricDays::container));
    return new Usage(metrics);
  }

  private DayUsage used(Metric metric, DayUsage day) {
    boolean isMemory = metric == Metric.MEMORY_SHARE || metric == Metric.MEMORY_MIB;
    int from = (int) ChronoUnit.DAYS.between(hours.firstDay(), day.day()) * HOURS;
    if (from < 0 || from >= tasks.length || day.hourMeans().size() != HOURS) {
      return day;
    }
    List<Double> means = new ArrayList<>();
    int busiest = from;
    for (int hour = 0; hour < HOURS; hour++) {
      double factor = factor(from + hour);
      means.add(day.hourMeans().get(hour) * (isMemory ? Math.max(1, factor) : factor));
      busiest = hours.demand(from + hour) > hours.demand(busiest) ? from + hour : busiest;
    }
    double peak = factor(busiest);
    return DayScaling.times(day, isMemory ? Math.max(1, peak) : peak, means);
  }

  /** Work of a task then over now. */
  private double factor(int hour) {
    double now = hours.tasks()[hour];
    return now > 0 && tasks[hour] > 0 ? now / tasks[hour] : 1;
  }

  private List<DayUsage> running() {
    List<DayUsage> days = new ArrayList<>();
    for (int from = 0; from < tasks.length; from += HOURS) {
      List<Double> counts = new ArrayList<>();
      double sum = 0;
      double max = 0;
      int known = 0;
      for (int hour = from; hour < from + HOURS; hour++) {
        double count = Double.isNaN(tasks[hour]) ? hours.tasks()[hour] : tasks[hour];
        counts.add(count);
        sum += count > 0 ? count : 0;
        max = Math.max(max, count > 0 ? count : 0);
        known += count > 0 ? 1 : 0;
      }
      if (known > 0) {
        LocalDate day = hours.firstDay().plusDays(from / HOURS);
        days.add(running(day, known, sum / known, max, counts));
      }
    }
    return days;
  }

  private static DayUsage running(
      LocalDate day, int known, double mean, double max, List<Double> counts) {
    return new DayUsage(
        day, known * 60, known, mean, max, mean, max, max, List.of(), List.of(), counts, counts);
  }
}
