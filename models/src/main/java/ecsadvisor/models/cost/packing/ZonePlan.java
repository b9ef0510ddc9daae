package ecsadvisor.models.cost.packing;

import ecsadvisor.models.packing.PackedBin;
import ecsadvisor.models.packing.Packing;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A zone's instances as proposed.
 *
 * @param zone the zone
 * @param packing where its tasks go; prices are those of a month without commitments
 * @param headroom what it has beside that, or null where it holds no tasks
 */
record ZonePlan(String zone, Packing packing, @Nullable Headroom headroom) {

  /** Instances that tasks fill, by type. */
  TreeMap<String, Integer> filled() {
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (PackedBin bin : packing.bins()) {
      counts.merge(bin.type().name(), 1, Integer::sum);
    }
    return counts;
  }

  /** Instances with headroom, by type. */
  TreeMap<String, Integer> all() {
    TreeMap<String, Integer> counts = filled();
    if (headroom != null && headroom.instances() > 0) {
      counts.merge(headroom.type().name(), headroom.instances(), Integer::sum);
    }
    return counts;
  }

  int spares() {
    return headroom == null ? 0 : headroom.spares();
  }

  int deployments() {
    return headroom == null ? 0 : headroom.deployments();
  }

  double spareCost() {
    return headroom == null ? 0 : headroom.spares() * headroom.type().price();
  }

  double deploymentCost() {
    return headroom == null ? 0 : headroom.deployments() * headroom.type().price();
  }

  double cost() {
    return packing.cost() + spareCost() + deploymentCost();
  }
}
