package ecsadvisor.models.fact;

import java.io.Serializable;
import java.util.List;

/**
 * An EC2 instance that a cluster places tasks on.
 *
 * @param instanceId the EC2 instance's id
 * @param capacityProvider the capacity provider it belongs to; empty where to none
 * @param availabilityZone its zone; empty where not known
 * @param instanceType its type; empty where not known
 * @param spot whether it was bought on Spot
 * @param status ACTIVE or DRAINING
 * @param registeredCpuUnits CPU units that tasks may reserve
 * @param registeredMemoryMiB memory that tasks may reserve
 * @param registeredGpus GPUs likewise
 * @param remainingCpuUnits CPU units that no task reserves
 * @param remainingMemoryMiB memory likewise
 * @param runningTasks number of tasks on it
 * @param networkTrunking whether tasks get branch network interfaces
 * @param attributes the instance's attributes, ECS's own and custom ones
 */
public record ContainerInstance(
    String instanceId,
    String capacityProvider,
    String availabilityZone,
    String instanceType,
    boolean spot,
    String status,
    int registeredCpuUnits,
    int registeredMemoryMiB,
    int registeredGpus,
    int remainingCpuUnits,
    int remainingMemoryMiB,
    int runningTasks,
    boolean networkTrunking,
    List<Tag> attributes)
    implements Serializable {
  public ContainerInstance {
    attributes = List.copyOf(attributes);
  }
}
