package ecsadvisor.models.cost;

import ecsadvisor.models.price.TaskSize;
import ecsadvisor.models.setting.Setting;
import ecsadvisor.models.stats.Quantiles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the sizes that would have held the history is worth its money?
 *
 * <pre>
 * C = quantile over the days of the day's 99th CPU percentile, linear between days
 * M = highest memory of the days;  U = quantile over the days of the day's highest memory
 * allowed: c &gt;= C, m &gt;= floor M, and c &gt;= the last days' highest 99th percentile where the
 *          service uses CPU in earnest; within the present size if that is allowed
 * score(c, m) = monthly cost + Vc (C/c)^e + Vm (U/m)^e
 * Vm = max(memory risk, share x cost of the cheapest allowed size)
 * </pre>
 *
 * <p>The allowed size with the lowest score is taken; the size that the service has is kept while
 * it is allowed and at most the keep band worse. With no allowed size, the largest possible one. A
 * cheap step of memory is bought this way, a doubling of dear vCPUs is not. Memory above the usual
 * daily peak is cheaper insurance than it looks where a single day stands out: a history whose
 * highest day is far above the others seldom sees a higher one, so the risk is measured from U, and
 * M only bounds the size from below.
 */
public record SizeRule(
    @Setting("quantile over the days for C, the CPU that the task needs, 0..1")
        double dailyCpuQuantile,
    @Setting("last days whose highest CPU bounds services that use CPU in earnest") int recentDays,
    @Setting("mean CPU in use from which a service uses CPU in earnest, vCPU") double earnestVcpu,
    @Setting("least memory as a multiple of the highest seen, at least 1") double memoryFloorFactor,
    @Setting("quantile over the days for U, the usual daily peak of memory, 0..1")
        double usualPeakQuantile,
    @Setting(
            "what the risk of too little CPU is worth a month at exactly C, USD at the prices of"
                + " us-east-1")
        double cpuRiskMonthly,
    @Setting(
            "what the risk of a kill is worth a month at exactly U, USD at the prices of us-east-1")
        double memoryRiskMonthly,
    @Setting("least memory risk as a share of the cheapest allowed size's monthly cost")
        double largeServiceShare,
    @Setting("how fast the risk falls with headroom: power of need over size") double exponent,
    @Setting("how much worse a score the present size may have, USD a month as above")
        double keepBandMonthly) {

  public SizeRule {
    require(dailyCpuQuantile >= 0 && dailyCpuQuantile <= 1, "dailyCpuQuantile", dailyCpuQuantile);
    require(recentDays >= 0, "recentDays", recentDays);
    require(earnestVcpu >= 0, "earnestVcpu", earnestVcpu);
    require(memoryFloorFactor >= 1, "memoryFloorFactor", memoryFloorFactor);
    require(
        usualPeakQuantile >= 0 && usualPeakQuantile <= 1, "usualPeakQuantile", usualPeakQuantile);
    require(cpuRiskMonthly >= 0, "cpuRiskMonthly", cpuRiskMonthly);
    require(memoryRiskMonthly >= 0, "memoryRiskMonthly", memoryRiskMonthly);
    require(largeServiceShare >= 0, "largeServiceShare", largeServiceShare);
    require(exponent > 0, "exponent", exponent);
    require(keepBandMonthly >= 0, "keepBandMonthly", keepBandMonthly);
  }

  /** The same rule with all its money times a factor: another price level or currency. */
  public SizeRule atPriceLevel(double factor) {
    return new SizeRule(
        dailyCpuQuantile,
        recentDays,
        earnestVcpu,
        memoryFloorFactor,
        usualPeakQuantile,
        cpuRiskMonthly * factor,
        memoryRiskMonthly * factor,
        largeServiceShare,
        exponent,
        keepBandMonthly * factor);
  }

  /** What a task needs; the days must have at least one figure each of CPU and memory. */
  SizeNeed need(NeedDays days) {
    double vcpu = cpuNeed(days.cpuP99());
    boolean hasRecent = days.recentCpuP99().length > 0 && days.meanVcpu() >= earnestVcpu;
    double recent = hasRecent ? Quantiles.linear(days.recentCpuP99(), 1) : 0;
    return new SizeNeed(
        vcpu,
        Math.max(vcpu, recent),
        Quantiles.linear(days.memoryMaxMiB(), 1),
        Quantiles.linear(days.memoryMaxMiB(), usualPeakQuantile));
  }

  /** C of one figure per day. */
  double cpuNeed(double[] dailyP99) {
    return Quantiles.linear(dailyP99, dailyCpuQuantile);
  }

  /**
   * The option to take.
   *
   * @param options at least one, in any order
   * @param present the size that the service has, which bounds CPU and memory while it holds; or
   *     null
   * @param kept the size to keep while it is nearly as good: the present one, or last time's advice
   */
  SizeChoice choose(List<SizeOption> options, @Nullable TaskSize present, @Nullable TaskSize kept) {
    SizeOption floor = cheapestAllowed(options);
    if (floor == null) {
      SizeOption largest = largest(options);
      return new SizeChoice(largest, largest, false, riskMonthly(largest, largest));
    }
    SizeOption now = allowed(options, present);
    SizeOption best = now == null ? floor : now;
    for (SizeOption option : options) {
      if (option.holds(memoryFloorFactor) && isWithin(option, now) && better(option, best, floor)) {
        best = option;
      }
    }
    SizeOption old = allowed(options, kept);
    if (old != null
        && isWithin(old, now)
        && score(old, floor) - score(best, floor) <= keepBandMonthly) {
      best = old;
    }
    return new SizeChoice(best, floor, true, riskMonthly(best, floor));
  }

  /** Monthly cost plus risk of an option. */
  double score(SizeOption option, SizeOption floor) {
    return option.monthlyCost() + riskMonthly(option, floor);
  }

  /** What the remaining risk of an option is worth a month. */
  double riskMonthly(SizeOption option, SizeOption floor) {
    double memoryRisk = Math.max(memoryRiskMonthly, largeServiceShare * floor.monthlyCost());
    SizeNeed need = option.need();
    return cpuRiskMonthly * Math.pow(need.vcpu() / option.size().vcpu(), exponent)
        + memoryRisk * Math.pow(need.usualPeakMiB() / option.size().memoryMiB(), exponent);
  }

  private @Nullable SizeOption cheapestAllowed(List<SizeOption> options) {
    SizeOption cheapest = null;
    for (SizeOption option : options) {
      if (option.holds(memoryFloorFactor) && (cheapest == null || cheaper(option, cheapest))) {
        cheapest = option;
      }
    }
    return cheapest;
  }

  private @Nullable SizeOption allowed(List<SizeOption> options, @Nullable TaskSize size) {
    for (SizeOption option : options) {
      if (option.size().equals(size) && option.holds(memoryFloorFactor)) {
        return option;
      }
    }
    return null;
  }

  private static SizeOption largest(List<SizeOption> options) {
    SizeOption largest = options.get(0);
    for (SizeOption option : options) {
      boolean isLarger = option.size().compareTo(largest.size()) > 0;
      if (option.possible() && (isLarger || !largest.possible())) {
        largest = option;
      }
    }
    return largest;
  }

  private static boolean isWithin(SizeOption option, @Nullable SizeOption bound) {
    return bound == null || bound.size().holds(option.size().vcpu(), option.size().memoryMiB());
  }

  private boolean better(SizeOption option, SizeOption best, SizeOption floor) {
    int order = Double.compare(score(option, floor), score(best, floor));
    return order < 0 || (order == 0 && option.size().compareTo(best.size()) < 0);
  }

  private static boolean cheaper(SizeOption option, SizeOption other) {
    int order = Double.compare(option.monthlyCost(), other.monthlyCost());
    return order < 0 || (order == 0 && option.size().compareTo(other.size()) < 0);
  }

  private static void require(boolean holds, String name, double value) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is out of range: " + value);
    }
  }
}
