package ecsadvisor.models.cost.idle;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.price.TaskSize;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much the hottest task of a service computed on the days of the window.
 *
 * @param days days with CPU
 * @param lastDay the newest of them, or the day before the window without any
 * @param coverage minutes with data over minutes of those days
 * @param shareP99 highest 99th percentile of any day, as a share of the reservation
 * @param vcpuP99 the same in vCPU
 * @param spikeDays days on which any minute went above the share of a spike
 */
public record CpuActivity(
    int days, LocalDate lastDay, double coverage, double shareP99, double vcpuP99, int spikeDays) {
  private static final double MINUTES = 24 * 60;

  /**
   * The activity, from shares of the reservation where they have at least as many days, else from
   * CPU units.
   *
   * @param size what a task reserves, CPU included
   * @param spikeShare share of the reservation from which a minute is a spike
   */
  public static CpuActivity of(ServiceFacts service, TaskSize size, double spikeShare) {
    List<DayUsage> shares = inWindow(service, Metric.CPU_SHARE);
    List<DayUsage> units = inWindow(service, Metric.CPU_UNITS);
    boolean byShare = shares.size() >= units.size();
    List<DayUsage> days = byShare ? shares : units;
    double unit = byShare ? 1 : size.cpuUnits();
    double share = highest(days) / unit;
    double minutes = days.stream().mapToDouble(DayUsage::minutes).sum();
    return new CpuActivity(
        days.size(),
        days.isEmpty() ? service.window().firstDay().minusDays(1) : days.get(days.size() - 1).day(),
        days.isEmpty() ? 0 : Math.min(1, minutes / (MINUTES * days.size())),
        share,
        share * size.vcpu(),
        (int) days.stream().filter(day -> day.max() / unit > spikeShare).count());
  }

  private static double highest(List<DayUsage> days) {
    OptionalDouble highest = days.stream().mapToDouble(DayUsage::p99).max();
    return highest.orElse(0);
  }

  private static List<DayUsage> inWindow(ServiceFacts service, Metric metric) {
    return service.usage().days(metric).stream()
        .filter(day -> service.window().contains(day.day()) && day.minutes() > 0)
        .toList();
  }
}
