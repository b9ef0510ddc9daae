package ecsadvisor.models.fact;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a task definition.
 *
 * @param arn the revision's ARN
 * @param family its family
 * @param revision its number
 * @param cpuUnits task-level CPU units, or null (allowed on EC2 only)
 * @param memoryMiB task-level memory in MiB, or null (allowed on EC2 only)
 * @param platform architecture and operating system; UNKNOWN where the source does not say
 * @param ephemeralStorageGiB ephemeral storage in GiB; 20 is included in the price
 * @param containers its containers in order
 * @param networkMode awsvpc, bridge, host or none; empty where the source does not say
 * @param volumes its volumes
 */
public record TaskDefinition(
    String arn,
    String family,
    int revision,
    @Nullable Integer cpuUnits,
    @Nullable Integer memoryMiB,
    Platform platform,
    int ephemeralStorageGiB,
    List<Container> containers,
    String networkMode,
    List<Volume> volumes)
    implements Serializable {
  public TaskDefinition {
    containers = List.copyOf(containers);
    volumes = List.copyOf(volumes);
  }

  /** The same revision with another task-level size and other containers. */
  public TaskDefinition withSize(
      @Nullable Integer cpu, @Nullable Integer memory, List<Container> others) {
    return new TaskDefinition(
        arn,
        family,
        revision,
        cpu,
        memory,
        platform,
        ephemeralStorageGiB,
        others,
        networkMode,
        volumes);
  }

  /** The same revision on another platform. */
  public TaskDefinition withPlatform(Platform other) {
    return new TaskDefinition(
        arn,
        family,
        revision,
        cpuUnits,
        memoryMiB,
        other,
        ephemeralStorageGiB,
        containers,
        networkMode,
        volumes);
  }
}
