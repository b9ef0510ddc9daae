package ecsadvisor.models.cost.packing;

import ecsadvisor.models.cost.PackInstances;
import ecsadvisor.models.fact.CapacityProvider;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.packing.BinType;
import ecsadvisor.models.packing.Effort;
import ecsadvisor.models.packing.PackedBin;
import ecsadvisor.models.packing.Packer;
import ecsadvisor.models.packing.Packing;
import ecsadvisor.models.packing.TaskShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plans a pool's instances: packs each zone, adds headroom, prices the whole.
 *
 * <p>Which other types are worth it is found by packing all zones together on all types; of those
 * at most a few are kept, as each needs a capacity provider of its own.
 */
final class PoolPlanner {
  private static final Effort SELECTION = new Effort(400, 200, 400, 0, 0);

  private final Pool pool;
  private final PoolTypes types;
  private final PoolPrices prices;
  private final PackInstances.Settings settings;
  private final Map<String, Packing> known = new HashMap<>();

  PoolPlanner(Pool pool, PoolTypes types, PoolPrices prices, PackInstances.Settings settings) {
    this.pool = pool;
    this.types = types;
    this.prices = prices;
    this.settings = settings;
  }

  /** The plan on those types. */
  PoolPlan plan(PoolTasks tasks, List<String> names) {
    List<BinType> bins = bins(tasks, names);
    List<ZonePlan> zones = new ArrayList<>();
    tasks
        .byZone()
        .forEach(
            (zone, shapes) -> {
              Packing packing = pack(shapes, bins, Effort.NORMAL);
              zones.add(new ZonePlan(zone, packing, headroom(packing, shapes, tasks)));
            });
    return PoolPlan.of(pool, names, zones, prices);
  }

  /**
   * The cheapest plan on few of all types, with what commitments cost that it leaves idle. As the
   * packer knows prices without commitments only, the families that are committed to are tried by
   * themselves.
   */
  PoolPlan planOnAny(PoolTasks tasks) {
    List<List<String>> choices = new ArrayList<>();
    addChoices(choices, tasks, types.all());
    if (isCommitted()) {
      addChoices(choices, tasks, types.ofFamiliesInUse());
    }
    PoolPlan best = plan(tasks, types.inUse());
    for (List<String> choice : choices) {
      PoolPlan plan = plan(tasks, choice);
      if (plan.isComplete() && (!best.isComplete() || plan.outlay() < best.outlay())) {
        best = plan;
      }
    }
    return best;
  }

  private void addChoices(List<List<String>> choices, PoolTasks tasks, List<String> names) {
    List<TaskShape> together = tasks.together();
    List<BinType> bins = bins(tasks, names);
    choices.add(mostUsed(pack(together, bins, SELECTION)));
    String single = bestSingle(together, bins);
    if (!single.isEmpty()) {
      choices.add(List.of(single));
    }
  }

  private boolean isCommitted() {
    return pool.instances().stream()
        .anyMatch(instance -> prices.share(instance, PurchaseOption.RESERVED) > 0);
  }

  private List<String> mostUsed(Packing packing) {
    TreeMap<String, Double> cost = new TreeMap<>();
    for (PackedBin bin : packing.bins()) {
      cost.merge(bin.type().name(), bin.type().price(), Double::sum);
    }
    return cost.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(settings.mostInstanceTypes())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private String bestSingle(List<TaskShape> together, List<BinType> bins) {
    String best = "";
    double least = Double.POSITIVE_INFINITY;
    for (BinType type : bins) {
      Packing packing = pack(together, List.of(type), Effort.GREEDY);
      if (packing.unplaced().isEmpty() && packing.cost() < least) {
        least = packing.cost();
        best = type.name();
      }
    }
    return best;
  }

  private List<BinType> bins(PoolTasks tasks, List<String> names) {
    List<BinType> bins = new ArrayList<>();
    for (String name : names) {
      PoolTypes.Room room = types.room(name);
      BinType whole =
          new BinType(
              name,
              room.cpuUnits(),
              room.memoryMiB(),
              room.gpus(),
              room.interfaces(),
              List.of(),
              prices.monthlyAnew(name));
      BinType left = whole.lessDaemons(tasks.daemons());
      if (left != null) {
        bins.add(left);
      }
    }
    return bins;
  }

  /** Packs, once for zones that hold the same. */
  private Packing pack(List<TaskShape> shapes, List<BinType> bins, Effort effort) {
    String problem = effort + " " + shapes + " " + bins;
    Packing packing = known.get(problem);
    if (packing == null) {
      packing = new Packer(effort).pack(shapes, bins);
      known.put(problem, packing);
    }
    return packing;
  }

  private @Nullable Headroom headroom(Packing packing, List<TaskShape> shapes, PoolTasks tasks) {
    if (packing.bins().isEmpty()) {
      return null;
    }
    Headroom headroom =
        Headroom.of(packing.bins(), shapes, tasks.surges(), settings.spareInstancesPerZone());
    int filled = packing.bins().size();
    int asked = (int) Math.ceil(filled * 100.0 / targetCapacity() - 1e-9) - filled;
    return asked <= headroom.instances()
        ? headroom
        : new Headroom(headroom.type(), asked - headroom.deployments(), headroom.deployments());
  }

  private int targetCapacity() {
    CapacityProvider provider = pool.provider();
    if (provider == null
        || !provider.managedScaling()
        || provider.targetCapacityPercent() < 1
        || provider.targetCapacityPercent() > 100) {
      return 100;
    }
    return provider.targetCapacityPercent();
  }
}
