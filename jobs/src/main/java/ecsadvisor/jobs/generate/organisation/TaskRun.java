package ecsadvisor.jobs.generate.organisation;

import org.jspecify.annotations.Nullable;

/**
 * One task over the whole hours that it ran.
 *
 * @param service its service
 * @param slot its place among the service's tasks
 * @param id 32 hexadecimal digits
 * @param firstHour first hour
 * @param endHour hour after the last
 * @param cpuUnits its CPU units
 * @param memoryMiB its memory
 * @param spot whether it ran on Fargate Spot
 * @param zone its availability zone
 * @param instance the instance that it ran on, or null on Fargate
 */
public record TaskRun(
    Service service,
    int slot,
    String id,
    int firstHour,
    int endHour,
    int cpuUnits,
    int memoryMiB,
    boolean spot,
    String zone,
    @Nullable Instance instance) {

  /** The task's ARN. */
  public String arn() {
    return service.cluster().arn("ecs", "task/" + service.cluster().name() + "/" + id);
  }

  /** Its vCPUs. */
  public double vcpus() {
    return cpuUnits / 1024.0;
  }

  /** Its memory in GB as the bill counts them (GiB). */
  public double gigabytes() {
    return memoryMiB / 1024.0;
  }
}
