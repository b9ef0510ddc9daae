package ecsadvisor.models.cost.packing;

import ecsadvisor.models.fact.CapacityProvider;
import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.ContainerInstance;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The active instances of one capacity provider of a cluster, and the services that run on them.
 *
 * @param cluster the cluster
 * @param name the capacity provider's name; empty for instances of none
 * @param provider the capacity provider, or null where the inventory lacks it
 * @param instances its active instances, by id
 * @param services what runs there, by key
 */
record Pool(
    ClusterFacts cluster,
    String name,
    @Nullable CapacityProvider provider,
    List<ContainerInstance> instances,
    List<PoolService> services) {
  Pool {
    instances = List.copyOf(instances);
    services = List.copyOf(services);
  }

  Pool with(List<PoolService> others) {
    return new Pool(cluster, name, provider, instances, others);
  }

  /** Its zones, sorted; one empty name where none is known. */
  List<String> zones() {
    return List.copyOf(
        instances.stream()
            .map(ContainerInstance::availabilityZone)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** A name that no other pool has. */
  String id() {
    return String.join("/", cluster.accountId(), cluster.region(), cluster.clusterName(), name);
  }

  List<PoolService> daemons() {
    return services.stream().filter(PoolService::isDaemon).toList();
  }

  /** Instances that run nothing but daemons. */
  List<ContainerInstance> empty() {
    int daemons = daemons().size();
    return instances.stream().filter(instance -> instance.runningTasks() <= daemons).toList();
  }

  boolean isOnSpot() {
    long spot = instances.stream().filter(ContainerInstance::spot).count();
    return 2 * spot > instances.size();
  }
}
