package ecsadvisor.jobs.finding;

import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.cost.packing.LeverCosts;
import ecsadvisor.models.cost.packing.PackedPool;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Spread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The pools of a cluster's capacity providers as one: a service may use several of them. */
final class InstancePools {
  /** Instances are whole: one more or less of them is what the figure may be off by. */
  private static final double ONE_INSTANCE = 1;

  /** The bit of Spot in an index of a subset. */
  private static final int SPOT = 2;

  private InstancePools() {}

  /**
   * The pools of each cluster.
   *
   * @param services the services; what Spot saves of theirs alone is all that Spot is credited
   *     with, since the empty part of instances is packing's
   */
  static List<InstancePool> of(List<PackedPool> pools, List<FleetService> services) {
    Map<String, Double> spotAlone = new HashMap<>();
    for (FleetService service : services) {
      Double now = service.monthlyCostNow();
      Double after = service.monthlyCostAfter();
      if (service.launchType() == LaunchType.EC2 && now != null && after != null) {
        ServiceKey key = service.key();
        spotAlone.merge(
            String.join("/", key.accountId(), key.region(), key.clusterName(), service.currency()),
            Math.max(0, now - after),
            Double::sum);
      }
    }
    SortedMap<String, List<PackedPool>> clusters = new TreeMap<>();
    for (PackedPool pool : pools) {
      String key =
          String.join("/", pool.accountId(), pool.region(), pool.clusterName(), pool.currency());
      clusters.computeIfAbsent(key, name -> new ArrayList<>()).add(pool);
    }
    List<InstancePool> all = new ArrayList<>();
    clusters.forEach((key, own) -> all.add(cluster(own, spotAlone.getOrDefault(key, 0.0))));
    return all;
  }

  private static InstancePool cluster(List<PackedPool> pools, double spotAlone) {
    PackedPool first = pools.get(0);
    List<Double> costs = new ArrayList<>();
    for (int subset = 0; subset < 8; subset++) {
      double cost = 0;
      for (PackedPool pool : pools) {
        cost += cost(pool, (subset & 1) != 0, (subset & 2) != 0, (subset & 4) != 0);
      }
      costs.add(cost);
    }
    limitSpot(costs, spotAlone);
    return new InstancePool(
        first.accountId(),
        first.region(),
        first.clusterName(),
        first.currency(),
        costs,
        relative(pools, costs));
  }

  /** Scales what Spot takes off every subset to what it saves alone. */
  private static void limitSpot(List<Double> costs, double spotAlone) {
    double priced = costs.get(0) - costs.get(SPOT);
    double scale = priced <= 0 ? 0 : Math.min(1, spotAlone / priced);
    for (int subset = 0; subset < costs.size(); subset++) {
      if ((subset & SPOT) != 0) {
        double without = costs.get(subset & ~SPOT);
        costs.set(subset, without - scale * (without - costs.get(subset)));
      }
    }
  }

  /** Packing that is not advised is not counted either. */
  private static double cost(PackedPool pool, boolean rightSize, boolean spot, boolean pack) {
    LeverCosts costs = pool.leverCosts();
    return costs.with(rightSize && pool.advised(), spot, pack && pool.advised());
  }

  private static Spread relative(List<PackedPool> pools, List<Double> costs) {
    double saving = costs.get(0) - costs.get(7);
    int instances = 0;
    for (PackedPool pool : pools) {
      instances += pool.rows().stream().mapToInt(PackedPool.Row::instancesNow).sum();
    }
    if (saving <= 0 || instances == 0) {
      return Spread.certain(1);
    }
    double one = ONE_INSTANCE * costs.get(0) / instances / saving;
    return new Spread(Math.max(0, 1 - one), 1, 1 + Math.min(1, one));
  }
}
