package ecsadvisor.models.cost.spot;

import ecsadvisor.models.fact.CapacityProvider;
import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.ServiceKey;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory says of the instances behind each capacity provider, small enough to be with
 * every service that is judged.
 *
 * @param pools one entry per capacity provider with instances; one of the empty name for the
 *     instances of a cluster without one
 */
public record InstancePools(List<InstancePool> pools) implements Serializable {
  private static final Comparator<InstancePool> ORDER =
      Comparator.comparing(InstancePool::accountId)
          .thenComparing(InstancePool::region)
          .thenComparing(InstancePool::clusterName)
          .thenComparing(InstancePool::capacityProvider);

  /** No inventory of instances. */
  public static final InstancePools NONE = new InstancePools(List.of());

  public InstancePools {
    pools = pools.stream().sorted(ORDER).toList();
  }

  /**
   * The instances of a capacity provider.
   *
   * @param spotShare share of the instances bought on Spot, 0..1
   * @param instanceTypes their types, sorted
   * @param zones number of their zones
   * @param drains whether tasks are moved before an instance goes
   */
  public record InstancePool(
      String accountId,
      String region,
      String clusterName,
      String capacityProvider,
      double spotShare,
      List<String> instanceTypes,
      int zones,
      boolean drains)
      implements Serializable {
    public InstancePool {
      instanceTypes = List.copyOf(instanceTypes);
    }
  }

  /** The pools of the clusters. */
  public static InstancePools of(List<ClusterFacts> clusters) {
    List<InstancePool> pools = new ArrayList<>();
    for (ClusterFacts cluster : clusters) {
      TreeSet<String> names = new TreeSet<>();
      cluster.instances().forEach(instance -> names.add(instance.capacityProvider()));
      names.forEach(name -> pools.add(pool(cluster, name)));
    }
    return new InstancePools(pools);
  }

  /** The pool of a service's capacity provider, or null where the inventory has none. */
  public @Nullable InstancePool of(ServiceKey service, String capacityProvider) {
    InstancePool wanted =
        new InstancePool(
            service.accountId(),
            service.region(),
            service.clusterName(),
            capacityProvider,
            0,
            List.of(),
            0,
            false);
    int at = Collections.binarySearch(pools, wanted, ORDER);
    return at < 0 ? null : pools.get(at);
  }

  private static InstancePool pool(ClusterFacts cluster, String name) {
    TreeSet<String> types = new TreeSet<>();
    TreeSet<String> zones = new TreeSet<>();
    int all = 0;
    int spot = 0;
    for (ContainerInstance instance : cluster.instances()) {
      if (instance.capacityProvider().equals(name)) {
        all++;
        spot += instance.spot() ? 1 : 0;
        types.add(instance.instanceType());
        zones.add(instance.availabilityZone());
      }
    }
    types.remove("");
    zones.remove("");
    boolean drains =
        cluster.capacityProviders().stream()
            .filter(provider -> provider.name().equals(name))
            .anyMatch(CapacityProvider::managedDraining);
    return new InstancePool(
        cluster.accountId(),
        cluster.region(),
        cluster.clusterName(),
        name,
        (double) spot / all,
        List.copyOf(types),
        zones.size(),
        drains);
  }
}
