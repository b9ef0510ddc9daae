package ecsadvisor.models.fact;

import java.io.Serializable;
import java.util.List;

/**
 * What the inventory says of an EC2 instance type.
 *
 * @param name such as {@code m5.2xlarge}
 * @param vcpus virtual CPUs
 * @param memoryMiB nominal memory
 * @param gpus GPUs
 * @param networkInterfaces most network interfaces
 * @param architectures x86_64, arm64
 * @param currentGeneration whether AWS still calls it current
 */
public record InstanceTypeFacts(
    String name,
    int vcpus,
    int memoryMiB,
    int gpus,
    int networkInterfaces,
    List<String> architectures,
    boolean currentGeneration)
    implements Serializable {
  public InstanceTypeFacts {
    architectures = List.copyOf(architectures);
  }
}
