package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.DailyUtilizationRow;
import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Usage;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.stats.LogBuckets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Utilization of a service in the window as shares of its reservation, for the tables. */
final class ServiceUtilization {
  private static final double MINUTES_PER_DAY = 1440;

  private final Usage usage;
  private final Window window;
  private final @Nullable Double cpuUnits;
  private final @Nullable Double memoryMiB;

  /**
   * @param cpuUnits CPU units of a task, or null where unknown
   * @param memoryMiB memory of a task, or null where unknown
   */
  ServiceUtilization(
      Usage usage, Window window, @Nullable Integer cpuUnits, @Nullable Integer memoryMiB) {
    this.usage = usage;
    this.window = window;
    this.cpuUnits = cpuUnits == null ? null : (double) cpuUnits;
    this.memoryMiB = memoryMiB == null ? null : (double) memoryMiB;
  }

  /** Percentiles of CPU as shares of the reservation, or null without data. */
  @Nullable Shares cpu() {
    return shares(Metric.CPU_SHARE, Metric.CPU_UNITS, cpuUnits);
  }

  /** Percentiles of memory as shares of the reservation, or null without data. */
  @Nullable Shares memory() {
    return shares(Metric.MEMORY_SHARE, Metric.MEMORY_MIB, memoryMiB);
  }

  /** Mean number of running tasks over the minutes with data, or null without such a metric. */
  @Nullable Double runningTasks() {
    double sum = 0;
    long minutes = 0;
    for (DayUsage day : inWindow(Metric.RUNNING_TASKS)) {
      sum += day.mean() * day.minutes();
      minutes += day.minutes();
    }
    return minutes == 0 ? null : sum / minutes;
  }

  /** Days of the window on which CPU or memory has data. */
  int daysObserved() {
    TreeSet<java.time.LocalDate> days = new TreeSet<>();
    for (Metric metric :
        List.of(Metric.CPU_SHARE, Metric.MEMORY_SHARE, Metric.CPU_UNITS, Metric.MEMORY_MIB)) {
      inWindow(metric).forEach(day -> days.add(day.day()));
    }
    return days.size();
  }

  /** Minutes with data over the minutes of the window, for the better covered of CPU and memory. */
  double coverage() {
    long most = 0;
    for (Metric metric :
        List.of(Metric.CPU_SHARE, Metric.MEMORY_SHARE, Metric.CPU_UNITS, Metric.MEMORY_MIB)) {
      most = Math.max(most, inWindow(metric).stream().mapToLong(DayUsage::minutes).sum());
    }
    return most / (MINUTES_PER_DAY * window.lookbackDays());
  }

  /** One row per day of CPU and memory. */
  List<DailyUtilizationRow> daily(ServiceKey key) {
    List<DailyUtilizationRow> rows = new ArrayList<>();
    addDaily(rows, key, Metric.CPU_SHARE, Metric.CPU_UNITS, cpuUnits);
    addDaily(rows, key, Metric.MEMORY_SHARE, Metric.MEMORY_MIB, memoryMiB);
    return rows;
  }

  /**
   * Shares of the reservation over the window.
   *
   * @param p50 median over the minutes, from value buckets (within 1 %)
   * @param p95 likewise
   * @param p99 likewise
   * @param max exact
   */
  record Shares(double p50, double p95, double p99, double max) {}

  private void addDaily(
      List<DailyUtilizationRow> rows,
      ServiceKey key,
      Metric share,
      Metric absolute,
      @Nullable Double size) {
    List<DayUsage> days = inWindow(share);
    double divisor = 1;
    if (days.isEmpty()) {
      if (size == null) {
        return;
      }
      days = inWindow(absolute);
      divisor = size;
    }
    for (DayUsage day : days) {
      rows.add(
          new DailyUtilizationRow(
              key.accountId(),
              key.region(),
              key.clusterName(),
              key.serviceName(),
              share.name(),
              day.day(),
              day.minutes(),
              day.mean() / divisor,
              day.p50() / divisor,
              day.p95() / divisor,
              day.p99() / divisor,
              day.max() / divisor));
    }
  }

  private @Nullable Shares shares(Metric share, Metric absolute, @Nullable Double size) {
    List<DayUsage> days = inWindow(share);
    double divisor = 1;
    if (days.isEmpty()) {
      if (size == null) {
        return null;
      }
      days = inWindow(absolute);
      divisor = size;
    }
    if (days.isEmpty()) {
      return null;
    }
    SortedMap<Integer, Integer> minutes = new TreeMap<>();
    double max = 0;
    for (DayUsage day : days) {
      for (int i = 0; i < day.bucketIndexes().size(); i++) {
        minutes.merge(day.bucketIndexes().get(i), day.bucketMinutes().get(i), Integer::sum);
      }
      max = Math.max(max, day.max());
    }
    List<Integer> indexes = List.copyOf(minutes.keySet());
    List<Integer> weights = List.copyOf(minutes.values());
    return new Shares(
        Math.min(LogBuckets.percentile(indexes, weights, 0.50), max) / divisor,
        Math.min(LogBuckets.percentile(indexes, weights, 0.95), max) / divisor,
        Math.min(LogBuckets.percentile(indexes, weights, 0.99), max) / divisor,
        max / divisor);
  }

  private List<DayUsage> inWindow(Metric metric) {
    return usage.days(metric).stream().filter(day -> window.contains(day.day())).toList();
  }
}
