package ecsadvisor.models.cost.packing;

import ecsadvisor.models.cost.Fleet;
import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.fact.CapacityProvider;
import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.ReasonCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which services run in which pool, and an answer for those that run in none.
 *
 * @param pools the pools that services run in, ordered by account, region, cluster and provider
 * @param answers the answers for services that are in no pool
 */
public record Pools(List<Pool> pools, SortedMap<ServiceKey, Advice> answers) {
  private static final Missing INSTANCES =
      new Missing(
          "ecs-container-instance",
          "ecs:ListContainerInstances and ecs:DescribeContainerInstances of the cluster");

  /** Finds them. */
  public static Pools of(Fleet fleet) {
    Map<String, List<Pool>> byCluster = new TreeMap<>();
    for (ClusterFacts cluster : fleet.clusters()) {
      byCluster.putIfAbsent(
          name(cluster.accountId(), cluster.region(), cluster.clusterName()), pools(cluster));
    }
    SortedMap<ServiceKey, Advice> answers = new TreeMap<>();
    Map<String, List<PoolService>> members = new TreeMap<>();
    for (FleetService service : fleet.services()) {
      ServiceKey key = service.key();
      List<Pool> pools =
          byCluster.getOrDefault(name(key.accountId(), key.region(), key.clusterName()), List.of());
      Advice answer = assign(service, pools, members);
      if (answer != null) {
        answers.put(key, answer);
      }
    }
    List<Pool> filled = new ArrayList<>();
    for (List<Pool> pools : byCluster.values()) {
      for (Pool pool : pools) {
        List<PoolService> services = members.getOrDefault(pool.id(), List.of());
        if (!services.isEmpty()) {
          filled.add(pool.with(services));
        }
      }
    }
    return new Pools(filled, answers);
  }

  private static String name(String accountId, String region, String clusterName) {
    return accountId + "/" + region + "/" + clusterName;
  }

  private static List<Pool> pools(ClusterFacts cluster) {
    TreeMap<String, List<ContainerInstance>> byProvider = new TreeMap<>();
    List<ContainerInstance> ordered = new ArrayList<>(cluster.instances());
    ordered.sort(Comparator.comparing(ContainerInstance::instanceId));
    for (ContainerInstance instance : ordered) {
      if (instance.status().equals("ACTIVE") && !instance.instanceType().isEmpty()) {
        byProvider
            .computeIfAbsent(instance.capacityProvider(), provider -> new ArrayList<>())
            .add(instance);
      }
    }
    List<Pool> pools = new ArrayList<>();
    byProvider.forEach(
        (name, instances) ->
            pools.add(new Pool(cluster, name, provider(cluster, name), instances, List.of())));
    return pools;
  }

  private static @Nullable CapacityProvider provider(ClusterFacts cluster, String name) {
    for (CapacityProvider provider : cluster.capacityProviders()) {
      if (provider.name().equals(name)) {
        return provider;
      }
    }
    return null;
  }

  /** Puts a service into its pools; or says why it is in none. */
  private static @Nullable Advice assign(
      FleetService service, List<Pool> pools, Map<String, List<PoolService>> members) {
    ServiceConfig config = service.config();
    if (config == null) {
      return new Advice.NoData(
          List.of(ReasonCode.INVENTORY_MISSING),
          List.of(new Missing("ecs-service", "ecs:DescribeServices of the cluster")),
          List.of());
    }
    LaunchType launchType =
        config.launchType() == LaunchType.UNKNOWN ? service.launchType() : config.launchType();
    if (launchType == LaunchType.MANAGED_INSTANCES || isManaged(config, pools)) {
      return new Advice.NotApplicable(
          ReasonCode.MANAGED_INSTANCES,
          List.of(new Evidence("capacity_provider", providers(config))));
    }
    if (launchType == LaunchType.UNKNOWN) {
      return new Advice.NoData(
          List.of(ReasonCode.INVENTORY_MISSING),
          List.of(new Missing("ecs-service", "the launch type or capacity provider strategy")),
          List.of());
    }
    if (launchType != LaunchType.EC2) {
      return new Advice.NotApplicable(
          ReasonCode.NOT_ON_EC2, List.of(new Evidence("launch_type", launchType.name())));
    }
    boolean isPlaced = place(service, config, pools, members);
    return isPlaced
        ? null
        : new Advice.NoData(List.of(ReasonCode.INVENTORY_MISSING), List.of(INSTANCES), List.of());
  }

  private static boolean isManaged(ServiceConfig config, List<Pool> pools) {
    for (Pool pool : pools) {
      for (CapacityProvider provider : pool.cluster().capacityProviders()) {
        if (provider.managedInstances()
            && config.capacityProviders().stream()
                .anyMatch(item -> item.capacityProvider().equals(provider.name()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String providers(ServiceConfig config) {
    return String.join(
        ", ",
        config.capacityProviders().stream().map(CapacityProviderItem::capacityProvider).toList());
  }

  private static boolean place(
      FleetService service,
      ServiceConfig config,
      List<Pool> pools,
      Map<String, List<PoolService>> members) {
    int weights = 0;
    for (CapacityProviderItem item : config.capacityProviders()) {
      weights += Math.max(0, item.weight());
    }
    boolean isPlaced = false;
    for (CapacityProviderItem item : config.capacityProviders()) {
      for (Pool pool : pools) {
        boolean takesTasks = item.weight() > 0 || item.base() > 0;
        if (takesTasks && pool.name().equals(item.capacityProvider())) {
          double share = weights == 0 ? 0 : (double) Math.max(0, item.weight()) / weights;
          add(members, pool, new PoolService(service, config, share, Math.max(0, item.base())));
          isPlaced = true;
        }
      }
    }
    if (!config.capacityProviders().isEmpty() || pools.isEmpty()) {
      return isPlaced;
    }
    if (config.schedulingStrategy().equals("DAEMON")) {
      pools.forEach(pool -> add(members, pool, new PoolService(service, config, 1, 0)));
      return true;
    }
    add(members, free(pools), new PoolService(service, config, 1, 0));
    return true;
  }

  /** Where tasks without a capacity provider go: to instances of none, else to the most. */
  private static Pool free(List<Pool> pools) {
    Pool most = pools.get(0);
    for (Pool pool : pools) {
      if (pool.name().isEmpty()) {
        return pool;
      }
      if (pool.instances().size() > most.instances().size()) {
        most = pool;
      }
    }
    return most;
  }

  private static void add(Map<String, List<PoolService>> members, Pool pool, PoolService service) {
    members.computeIfAbsent(pool.id(), key -> new ArrayList<>()).add(service);
  }
}
