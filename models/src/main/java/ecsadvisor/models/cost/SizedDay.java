package ecsadvisor.models.cost;

import ecsadvisor.models.fact.DayUsage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of a service in absolute terms.
 *
 * @param day the UTC day
 * @param cpu its CPU, or null
 * @param vcpuPerUnit vCPU that one unit of those figures stands for
 * @param memory its memory, or null
 * @param mibPerUnit MiB likewise
 * @param running its number of running tasks, or null
 */
record SizedDay(
    LocalDate day,
    @Nullable DayUsage cpu,
    double vcpuPerUnit,
    @Nullable DayUsage memory,
    double mibPerUnit,
    @Nullable DayUsage running) {

  /** Whether both CPU and memory are known. */
  boolean isComplete() {
    return cpu != null && memory != null;
  }

  /** The hottest task's 99th percentile in vCPU; 0 without CPU. */
  double cpuP99() {
    return cpu == null ? 0 : cpu.p99() * vcpuPerUnit;
  }

  /** The hottest task's highest memory in MiB; 0 without memory. */
  double memoryMax() {
    return memory == null ? 0 : memory.max() * mibPerUnit;
  }
}
