package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.util.List;

/**
 * An instance that a cluster places tasks on.
 *
 * @param instanceId the instance's id; {@code mi-…} outside AWS
 * @param zone its zone; empty where not known
 * @param tenancy default, dedicated or host; empty where not known
 * @param spot whether it was bought on Spot
 * @param outpost whether it stands on an Outpost
 * @param described whether the inventory has EC2's description of it
 * @param disks its volumes
 * @param disksKnown whether the inventory has them all
 */
public record MachineSecurity(
    String instanceId,
    String zone,
    String tenancy,
    boolean spot,
    boolean outpost,
    boolean described,
    List<Disk> disks,
    boolean disksKnown)
    implements Serializable {
  public MachineSecurity {
    disks = List.copyOf(disks);
  }
}
