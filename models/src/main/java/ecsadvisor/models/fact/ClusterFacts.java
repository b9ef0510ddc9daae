package ecsadvisor.models.fact;

import java.io.Serializable;
import java.util.List;

/**
 * What the inventory says of a cluster.
 *
 * @param accountId the account
 * @param region the region
 * @param clusterName the cluster's short name
 * @param tags its tags
 * @param capacityProviders its capacity providers, by name
 * @param instances its instances, by id
 * @param instancesKnown whether the inventory has them all; if not, an absent one says nothing
 */
public record ClusterFacts(
    String accountId,
    String region,
    String clusterName,
    List<Tag> tags,
    List<CapacityProvider> capacityProviders,
    List<ContainerInstance> instances,
    boolean instancesKnown)
    implements Serializable {
  public ClusterFacts {
    tags = List.copyOf(tags);
    capacityProviders = List.copyOf(capacityProviders);
    instances = List.copyOf(instances);
  }
}
