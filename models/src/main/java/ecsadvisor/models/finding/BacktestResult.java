package ecsadvisor.models.finding;

import java.io.Serializable;

/**
 * A proposal proved on days that it has not seen: sized on the history without the last days,
 * judged on those.
 *
 * @param days days judged; 0 where the history was too short to hold any out
 * @param cpuUnits CPU units that the rule proposed without those days
 * @param memoryMiB memory likewise
 * @param cpuOverShare share of the judged minutes in which the hottest task needed more CPU
 * @param outOfMemoryDays judged days on which memory went above the proposed limit
 */
public record BacktestResult(
    int days, int cpuUnits, int memoryMiB, double cpuOverShare, int outOfMemoryDays)
    implements Serializable {
  public static final BacktestResult NONE = new BacktestResult(0, 0, 0, 0, 0);

  /** Whether the proposal would have held: CPU over for at most 1 % of the time, memory never. */
  public boolean holds() {
    return cpuOverShare <= 0.01 && outOfMemoryDays == 0;
  }
}
