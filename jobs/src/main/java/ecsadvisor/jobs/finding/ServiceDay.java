package ecsadvisor.jobs.finding;

import ecsadvisor.models.ledger.ResourceDay;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of a service's compute on the bill, of which savings are measured.
 *
 * @param cost effective cost
 * @param vcpuHours vCPU-hours that its tasks reserved
 * @param memoryGiBHours likewise
 * @param taskHours hours of its tasks as measured on the whole day; null where they were not
 * @param load requests, else vCPU-hours used; null where unknown
 * @param architecture empty where unknown, several with {@code +}
 * @param launchType likewise
 * @param spotShare share of the vCPU-hours on Spot; null on EC2
 * @param coveredShare share of the list cost not on Spot that commitments cover; null without any
 * @param listRate list price of a vCPU-hour on Fargate not on Spot; null without any
 * @param autoScaled whether the number of tasks follows the load
 */
public record ServiceDay(
    LocalDate day,
    double cost,
    double vcpuHours,
    double memoryGiBHours,
    @Nullable Double taskHours,
    @Nullable Double load,
    String architecture,
    String launchType,
    @Nullable Double spotShare,
    @Nullable Double coveredShare,
    @Nullable Double listRate,
    boolean autoScaled)
    implements Serializable {
  private static final double SNAP = 0.15;
  private static final int SMALLEST = 256;
  private static final int LARGEST = 16384;

  /**
   * The day as savings are measured on.
   *
   * @param knownCpuUnits CPU units of a task on that day, where tasks were not counted; null where
   *     not known either
   */
  public ResourceDay toResourceDay(@Nullable Integer knownCpuUnits) {
    Integer cpuUnits = measuredCpuUnits();
    Double hours = taskHours;
    if (hours == null) {
      cpuUnits = knownCpuUnits;
      hours = cpuUnits == null ? 0 : vcpuHours / (cpuUnits / 1024.0);
    }
    return new ResourceDay(
        day,
        cost,
        hours,
        0,
        load,
        launchType.equals("FARGATE") && cpuUnits != null ? size(cpuUnits) : "",
        architecture,
        launchType,
        spotShare,
        coveredShare,
        listRate,
        autoScaled);
  }

  /** The task's CPU units that vCPU-hours and task-hours make; null where they make none. */
  private @Nullable Integer measuredCpuUnits() {
    if (taskHours == null || !(taskHours > 0)) {
      return null;
    }
    double units = vcpuHours / taskHours * 1024;
    for (int size = SMALLEST; size <= LARGEST; size *= 2) {
      if (Math.abs(units - size) <= SNAP * size) {
        return size;
      }
    }
    return null;
  }

  /** The bill's ratio of memory to CPU is exact, so memory follows from the CPU units. */
  private String size(int cpuUnits) {
    return vcpuHours > 0 ? cpuUnits + "/" + Math.round(memoryGiBHours / vcpuHours * cpuUnits) : "";
  }
}
