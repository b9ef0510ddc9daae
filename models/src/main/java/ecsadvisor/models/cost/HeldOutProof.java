package ecsadvisor.models.cost;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.finding.BacktestResult;
import ecsadvisor.models.price.TaskSize;
import ecsadvisor.models.stats.DayTail;
import java.time.LocalDate;

/**
 * Would the rule have held on this very service? Sized on its history without the last days, judged
 * on those.
 */
final class HeldOutProof {
  private HeldOutProof() {}

  /** The result; {@link BacktestResult#NONE} where too few days remain to size on. */
  static BacktestResult of(SizingCase sizing) {
    SizeHistory history = sizing.history();
    LocalDate last = history.days().get(history.days().size() - 1).day();
    LocalDate first = last.minusDays(sizing.settings().heldOutDays() - 1L);
    SizeHistory fitted = history.before(first);
    SizeHistory judged = history.from(first);
    if (fitted.completeDays() < sizing.settings().minimumDays()) {
      return BacktestResult.NONE;
    }
    SizeChoice choice =
        sizing.rule().choose(sizing.options(fitted), sizing.present(), sizing.present());
    return judge(sizing, judged, choice.option().size());
  }

  private static BacktestResult judge(SizingCase sizing, SizeHistory judged, TaskSize size) {
    double minutes = 0;
    double over = 0;
    int killed = 0;
    for (SizedDay day : judged.days()) {
      DayUsage cpu = day.cpu();
      if (cpu != null) {
        double factor = sizing.model().cpuFactor(day, size) * sizing.demandFactor();
        minutes += cpu.minutes();
        over += cpu.minutes() * DayTail.shareAbove(cpu, size.vcpu() / (factor * day.vcpuPerUnit()));
      }
      killed += day.memoryMax() * sizing.model().memoryFactor(day, size) > size.memoryMiB() ? 1 : 0;
    }
    double share = minutes == 0 ? 0 : over / minutes;
    return new BacktestResult(
        judged.days().size(), size.cpuUnits(), size.memoryMiB(), share, killed);
  }
}
