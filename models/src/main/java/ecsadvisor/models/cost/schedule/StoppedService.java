package ecsadvisor.models.cost.schedule;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.MetricDays;
import ecsadvisor.models.fact.Usage;
import ecsadvisor.models.replay.LoadHours;
import ecsadvisor.models.stats.LogBuckets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The telemetry of a service as it would read had it been stopped in its windows all along: no
 * tasks in those hours, and nothing of what they used, as ECS publishes nothing then.
 */
public final class StoppedService {
  private static final int HOURS = 24;
  private static final int HOUR_MINUTES = 60;

  private final LoadHours hours;
  private final boolean[] isOff;

  public StoppedService(LoadHours hours, OffWeek week, ZoneId zone) {
    this.hours = hours;
    this.isOff = new boolean[hours.size()];
    Instant start = hours.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
    for (int hour = 0; hour < isOff.length; hour++) {
      ZonedDateTime local = start.plusSeconds(hour * 3600L).atZone(zone);
      isOff[hour] = week.isOff((local.getDayOfWeek().getValue() - 1) * HOURS + local.getHour());
    }
  }

  /** The telemetry without the stopped hours. */
  public Usage usage(Usage before) {
    List<MetricDays> metrics = new ArrayList<>();
    for (MetricDays metric : before.metrics()) {
      if (metric.metric() != Metric.RUNNING_TASKS) {
        metrics.add(new MetricDays(metric.metric(), metric.container(), used(metric.days())));
      }
    }
    metrics.add(new MetricDays(Metric.RUNNING_TASKS, "", running()));
    metrics.sort(Comparator.comparing(MetricDays::metric).thenComparing(MetricDays::container));
    return new Usage(metrics);
  }

  private List<DayUsage> used(List<DayUsage> days) {
    List<DayUsage> kept = new ArrayList<>();
    for (DayUsage day : days) {
      DayUsage used = used(day);
      if (used != null) {
        kept.add(used);
      }
    }
    return kept;
  }

  private @Nullable DayUsage used(DayUsage day) {
    List<Double> means = new ArrayList<>();
    List<Double> maxima = new ArrayList<>();
    int from = (int) ChronoUnit.DAYS.between(hours.firstDay(), day.day()) * HOURS;
    int off = 0;
    for (int hour = 0; hour < day.hourMeans().size(); hour++) {
      int index = from + hour;
      boolean stopped = index >= 0 && index < isOff.length && isOff[index];
      off += stopped && !day.hourMeans().get(hour).isNaN() ? 1 : 0;
      means.add(stopped ? Double.valueOf(Double.NaN) : day.hourMeans().get(hour));
      maxima.add(stopped ? Double.valueOf(Double.NaN) : day.hourMaxima().get(hour));
    }
    if (off == 0) {
      return day;
    }
    int minutes = Math.max(0, day.minutes() - off * HOUR_MINUTES);
    double mean = mean(means);
    return minutes == 0 || Double.isNaN(mean) ? null : without(day, minutes, mean, means, maxima);
  }

  /** Idle minutes are the lowest of the day, so they leave the lowest buckets. */
  private static DayUsage without(
      DayUsage day, int minutes, double mean, List<Double> means, List<Double> maxima) {
    TreeMap<Integer, Integer> buckets = new TreeMap<>();
    int leave = day.bucketMinutes().stream().mapToInt(Integer::intValue).sum() - minutes;
    for (int i = 0; i < day.bucketIndexes().size(); i++) {
      int left = Math.max(0, day.bucketMinutes().get(i) - Math.max(0, leave));
      leave -= day.bucketMinutes().get(i);
      if (left > 0) {
        buckets.put(day.bucketIndexes().get(i), left);
      }
    }
    List<Integer> indexes = List.copyOf(buckets.keySet());
    List<Integer> counts = List.copyOf(buckets.values());
    return new DayUsage(
        day.day(),
        minutes,
        Math.max(1, day.points() * minutes / Math.max(1, day.minutes())),
        mean,
        day.max(),
        percentile(indexes, counts, 0.5, day.p50(), day.max()),
        percentile(indexes, counts, 0.95, day.p95(), day.max()),
        percentile(indexes, counts, 0.99, day.p99(), day.max()),
        indexes,
        counts,
        means,
        maxima);
  }

  private static double percentile(
      List<Integer> indexes, List<Integer> counts, double share, double before, double max) {
    return indexes.isEmpty()
        ? before
        : Math.min(max, Math.max(before, LogBuckets.percentile(indexes, counts, share)));
  }

  private List<DayUsage> running() {
    List<DayUsage> days = new ArrayList<>();
    for (int from = 0; from < isOff.length; from += HOURS) {
      List<Double> tasks = new ArrayList<>();
      for (int hour = from; hour < from + HOURS; hour++) {
        double now = hours.tasks()[hour];
        tasks.add(isOff[hour] && !Double.isNaN(now) ? 0.0 : now);
      }
      if (tasks.stream().anyMatch(value -> !Double.isNaN(value))) {
        days.add(running(hours.firstDay().plusDays(from / HOURS), tasks));
      }
    }
    return days;
  }

  /** The day's figures are over the minutes with tasks; its hours say 0 where there are none. */
  private static DayUsage running(LocalDate day, List<Double> tasks) {
    double[] known =
        tasks.stream().mapToDouble(Double::doubleValue).filter(value -> value > 0).toArray();
    double sum = 0;
    double max = 0;
    for (double value : known) {
      sum += value;
      max = Math.max(max, value);
    }
    double mean = known.length == 0 ? 0 : sum / known.length;
    return new DayUsage(
        day,
        known.length * HOUR_MINUTES,
        known.length,
        mean,
        max,
        mean,
        max,
        max,
        List.of(),
        List.of(),
        tasks,
        tasks);
  }

  private static double mean(List<Double> values) {
    return values.stream()
        .filter(value -> !value.isNaN())
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.NaN);
  }
}
