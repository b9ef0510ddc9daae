package ecsadvisor.models.finding;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to change, in words and figures that the exports carry.
 *
 * @param actionType the word of AWS's Cost Optimization Hub where one has this meaning, such as
 *     {@code Rightsize}
 * @param actionTypeExtended our finer word, such as {@code Rightsize} or {@code Upsize}
 * @param finding Overprovisioned, Underprovisioned or Optimized
 * @param reasonCodes why, most important first
 * @param risk the performance risk of the proposal
 * @param currentSummary the size now, such as {@code 1 vCPU / 2048 MiB}
 * @param recommendedSummary the size proposed
 * @param cpuUnits proposed task CPU units, or null where it stays
 * @param memoryMiB proposed task memory, or null where it stays
 * @param desiredCount proposed number of tasks, or null where it stays
 * @param containers proposed container limits, where the task has several
 * @param steps what to do, in order; empty where no command does it
 * @param effort effort word of the Cost Optimization Hub, VeryLow to VeryHigh
 * @param restartNeeded whether tasks are replaced
 * @param rollbackPossible whether the change can be undone
 */
public record Proposal(
    String actionType,
    String actionTypeExtended,
    String finding,
    List<ReasonCode> reasonCodes,
    PerformanceRisk risk,
    String currentSummary,
    String recommendedSummary,
    @Nullable Integer cpuUnits,
    @Nullable Integer memoryMiB,
    @Nullable Integer desiredCount,
    List<ContainerProposal> containers,
    List<Step> steps,
    String effort,
    boolean restartNeeded,
    boolean rollbackPossible)
    implements Serializable {
  public Proposal {
    reasonCodes = List.copyOf(reasonCodes);
    containers = List.copyOf(containers);
    steps = List.copyOf(steps);
  }
}
