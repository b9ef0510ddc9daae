package ecsadvisor.models.cost.spot;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.Usage;
import ecsadvisor.models.price.TaskSize;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The hours of the window in which a service ran tasks, with their number and their CPU.
 *
 * @param hours the hours, ascending; one of unknown CPU where telemetry has none
 * @param daysWithCpu days behind the CPU figures
 */
public record TaskHours(List<TaskHour> hours, int daysWithCpu) {
  private static final double LEAST_TASKS = 0.5;
  private static final int HOURS_PER_DAY = 24;

  /** No service has more; a figure beyond it is none. */
  private static final double MOST_TASKS = 1_000_000;

  public TaskHours {
    hours = List.copyOf(hours);
  }

  /**
   * The hours. Where telemetry does not count the tasks, the fewest that scaling allows stand for
   * them, else the number that the inventory has.
   */
  public static TaskHours of(ServiceFacts service, ServiceConfig config, TaskSize size) {
    Map<LocalDate, DayUsage> running = inWindow(service, Metric.RUNNING_TASKS);
    Cpu cpu = Cpu.of(service, size);
    TreeSet<LocalDate> dates = new TreeSet<>(running.keySet());
    dates.addAll(cpu.days().keySet());
    int assumed = assumedTasks(config);
    List<TaskHour> hours = new ArrayList<>();
    for (LocalDate date : dates) {
      DayUsage count = running.get(date);
      for (int hour = 0; hour < HOURS_PER_DAY; hour++) {
        double share = cpu.share(date, hour);
        double tasks = value(count, hour);
        if (Double.isNaN(tasks) && count == null && !Double.isNaN(share)) {
          tasks = assumed;
        }
        if (tasks >= LEAST_TASKS && tasks <= MOST_TASKS) {
          hours.add(new TaskHour(tasks, share));
        }
      }
    }
    if (hours.isEmpty() && dates.isEmpty() && assumed > 0) {
      hours.add(new TaskHour(assumed, Double.NaN));
    }
    return new TaskHours(hours, cpu.days().size());
  }

  /**
   * The hours that decide how many tasks must stay: once a day's worth of hours has CPU, those; an
   * hour that telemetry missed says nothing then.
   */
  List<TaskHour> deciding() {
    List<TaskHour> known = hours.stream().filter(hour -> !Double.isNaN(hour.cpuShare())).toList();
    return known.size() >= HOURS_PER_DAY ? known : hours;
  }

  /** Most tasks in any hour, rounded; 0 without any. */
  public int most() {
    return (int) Math.round(hours.stream().mapToDouble(TaskHour::tasks).max().orElse(0));
  }

  /** Highest CPU share of any hour; NaN where none is known. */
  public double peakCpuShare() {
    return hours.stream()
        .mapToDouble(TaskHour::cpuShare)
        .filter(share -> !Double.isNaN(share))
        .max()
        .orElse(Double.NaN);
  }

  private static int assumedTasks(ServiceConfig config) {
    Scaling scaling = config.scaling();
    if (scaling != null && scaling.minCapacity() > 0) {
      return scaling.minCapacity();
    }
    return Math.max(config.runningCount(), config.desiredCount());
  }

  private static double value(@Nullable DayUsage day, int hour) {
    return day == null || day.hourMeans().size() <= hour ? Double.NaN : day.hourMeans().get(hour);
  }

  private static Map<LocalDate, DayUsage> inWindow(ServiceFacts service, Metric metric) {
    Map<LocalDate, DayUsage> days = new HashMap<>();
    for (DayUsage day : service.usage().days(metric)) {
      if (service.window().contains(day.day())) {
        days.put(day.day(), day);
      }
    }
    return days;
  }

  /** Days of CPU, and what their figures have to be divided by to be shares. */
  private record Cpu(Map<LocalDate, DayUsage> days, double unit) {
    static Cpu of(ServiceFacts service, TaskSize size) {
      if (size.cpuUnits() <= 0) {
        return new Cpu(Map.of(), 1);
      }
      Usage usage = service.usage();
      boolean shares = usage.days(Metric.CPU_SHARE).size() >= usage.days(Metric.CPU_UNITS).size();
      return shares
          ? new Cpu(inWindow(service, Metric.CPU_SHARE), 1)
          : new Cpu(inWindow(service, Metric.CPU_UNITS), size.cpuUnits());
    }

    double share(LocalDate date, int hour) {
      return value(days.get(date), hour) / unit;
    }
  }
}
