package ecsadvisor.models.fact;

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
 */
public record TaskDefinition(
    String arn,
    String family,
    int revision,
    @Nullable Integer cpuUnits,
    @Nullable Integer memoryMiB,
    Platform platform,
    int ephemeralStorageGiB,
    List<Container> containers) {
  public TaskDefinition {
    containers = List.copyOf(containers);
  }
}
