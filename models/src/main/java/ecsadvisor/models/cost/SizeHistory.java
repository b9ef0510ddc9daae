package ecsadvisor.models.cost;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.finding.Confidence;
import ecsadvisor.models.price.TaskSize;
import ecsadvisor.models.stats.DayTail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the service's tasks used, in vCPU and MiB, on the days whose task size is known.
 *
 * <p>Absolute figures of a task are preferred where they cover at least as many days; else shares
 * of the reservation are multiplied by the size of their day.
 *
 * @param days the days with CPU or memory, ascending
 * @param cpuMetric where CPU comes from, or null without any
 * @param memoryMetric where memory comes from, or null without any
 * @param daysOfUnknownSize days left out because their task size is not known
 */
record SizeHistory(
    List<SizedDay> days,
    @Nullable Metric cpuMetric,
    @Nullable Metric memoryMetric,
    int daysOfUnknownSize) {

  SizeHistory {
    days = List.copyOf(days);
  }

  /**
   * The history.
   *
   * @param isBursting whether tasks reserve no CPU, so that a share of it means nothing
   */
  static SizeHistory of(ServiceFacts service, SizeTimeline timeline, boolean isBursting) {
    Window window = service.window();
    Metric cpuShare = isBursting ? Metric.CPU_UNITS : Metric.CPU_SHARE;
    Series cpu = Series.of(service, Metric.CPU_UNITS, cpuShare);
    Series memory = Series.of(service, Metric.MEMORY_MIB, Metric.MEMORY_SHARE);
    Series running = Series.of(service, Metric.RUNNING_TASKS, Metric.RUNNING_TASKS);
    TreeSet<LocalDate> dates = new TreeSet<>(cpu.days().keySet());
    dates.addAll(memory.days().keySet());
    List<SizedDay> days = new ArrayList<>();
    int unknown = 0;
    for (LocalDate date : dates) {
      if (!window.contains(date)) {
        continue;
      }
      TaskSize size = timeline.on(date);
      DayUsage dayCpu = size == null && cpu.isShare() ? null : cpu.days().get(date);
      DayUsage dayMemory = size == null && memory.isShare() ? null : memory.days().get(date);
      if (dayCpu == null && dayMemory == null) {
        unknown++;
        continue;
      }
      days.add(
          new SizedDay(
              date,
              dayCpu,
              cpu.isShare() && size != null ? size.vcpu() : 1 / 1024.0,
              dayMemory,
              memory.isShare() && size != null ? size.memoryMiB() : 1,
              running.days().get(date)));
    }
    return new SizeHistory(days, cpu.metric(), memory.metric(), unknown);
  }

  /** The days before that one. */
  SizeHistory before(LocalDate end) {
    return with(days.stream().filter(day -> day.day().isBefore(end)).toList());
  }

  /** The days from that one on. */
  SizeHistory from(LocalDate start) {
    return with(days.stream().filter(day -> !day.day().isBefore(start)).toList());
  }

  /** The last so many days up to the newest one. */
  SizeHistory last(int count) {
    return days.isEmpty() ? this : from(days.get(days.size() - 1).day().minusDays(count - 1L));
  }

  /** Mean CPU of a task over the minutes with data, in vCPU; 0 without any. */
  double meanVcpu() {
    double work = 0;
    double minutes = 0;
    for (SizedDay day : days) {
      DayUsage cpu = day.cpu();
      if (cpu != null) {
        work += cpu.mean() * day.vcpuPerUnit() * cpu.minutes();
        minutes += cpu.minutes();
      }
    }
    return minutes == 0 ? 0 : work / minutes;
  }

  /** Number of days on which both CPU and memory are known. */
  int completeDays() {
    return (int) days.stream().filter(SizedDay::isComplete).count();
  }

  /** Minutes with data over minutes expected, the lesser of CPU and memory. */
  double coverage() {
    ScheduledGaps gaps = ScheduledGaps.of(days);
    return Math.min(coverage(gaps, SizedDay::cpu), coverage(gaps, SizedDay::memory));
  }

  /** The confidence that this much history gives. */
  Confidence confidence(Window window) {
    double coverage = coverage();
    double ofWindow = Math.min(1, (double) completeDays() / window.lookbackDays());
    return new Confidence(Math.min(ofWindow, coverage), completeDays(), coverage);
  }

  /** Share of the minutes in which the hottest task used more than that many vCPU. */
  double minutesAbove(double vcpu, ToDoubleFunction<SizedDay> loadFactor) {
    double minutes = 0;
    double above = 0;
    for (SizedDay day : days) {
      DayUsage cpu = day.cpu();
      if (cpu == null) {
        continue;
      }
      double level = vcpu / (day.vcpuPerUnit() * loadFactor.applyAsDouble(day));
      minutes += cpu.minutes();
      above += cpu.minutes() * DayTail.shareAbove(cpu, level);
    }
    return minutes == 0 ? 0 : above / minutes;
  }

  double[] cpu(ToDoubleFunction<SizedDay> value) {
    return days.stream().filter(day -> day.cpu() != null).mapToDouble(value).toArray();
  }

  double[] memory(ToDoubleFunction<SizedDay> value) {
    return days.stream().filter(day -> day.memory() != null).mapToDouble(value).toArray();
  }

  private SizeHistory with(List<SizedDay> some) {
    return new SizeHistory(some, cpuMetric, memoryMetric, daysOfUnknownSize);
  }

  private interface Figure {
    @Nullable DayUsage of(SizedDay day);
  }

  private double coverage(ScheduledGaps gaps, Figure figure) {
    double expected = 0;
    double minutes = 0;
    for (SizedDay day : days) {
      DayUsage usage = figure.of(day);
      if (usage != null) {
        double dayExpected = gaps.expectedMinutes(day.day());
        expected += dayExpected;
        minutes += Math.min(usage.minutes(), dayExpected);
      }
    }
    return expected == 0 ? 0 : minutes / expected;
  }

  private record Series(Metric best, boolean isShare, Map<LocalDate, DayUsage> days) {
    static Series of(ServiceFacts service, Metric absolute, Metric share) {
      List<DayUsage> absoluteDays = inWindow(service, absolute);
      List<DayUsage> shareDays = inWindow(service, share);
      boolean isShare = shareDays.size() > absoluteDays.size();
      Map<LocalDate, DayUsage> days = new HashMap<>();
      for (DayUsage day : isShare ? shareDays : absoluteDays) {
        days.put(day.day(), day);
      }
      return new Series(isShare ? share : absolute, isShare, days);
    }

    @Nullable Metric metric() {
      return days.isEmpty() ? null : best;
    }

    private static List<DayUsage> inWindow(ServiceFacts service, Metric metric) {
      return service.usage().days(metric).stream()
          .filter(day -> service.window().contains(day.day()) && day.minutes() > 0)
          .toList();
    }
  }
}
