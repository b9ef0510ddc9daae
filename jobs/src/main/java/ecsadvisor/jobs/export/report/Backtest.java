package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.models.finding.BacktestResult;

/** What the held-out days said of a proposal, in words. */
final class Backtest {
  private Backtest() {}

  static String sentence(RecommendationRow row) {
    if (row.backtestDays() == 0) {
      return "Not judged on held-out days: the history is too short.";
    }
    Double over = row.backtestCpuOverShare();
    Integer outOfMemory = row.backtestOomDays();
    return "Judged on %s: CPU over %s, %s."
        .formatted(
            Figures.count(row.backtestDays(), "held-out day"),
            over == null ? "not known" : Figures.percent(over) + " of the time",
            outOfMemory == null ? "memory not known" : memory(outOfMemory));
  }

  /** {@code holds}, {@code fails} or {@code none}. */
  static String tone(RecommendationRow row) {
    Double over = row.backtestCpuOverShare();
    Integer outOfMemory = row.backtestOomDays();
    if (row.backtestDays() == 0 || over == null || outOfMemory == null) {
      return "none";
    }
    return new BacktestResult(row.backtestDays(), 0, 0, over, outOfMemory).holds()
        ? "holds"
        : "fails";
  }

  private static String memory(int days) {
    return days == 0 ? "no day out of memory" : Figures.count(days, "day") + " out of memory";
  }
}
