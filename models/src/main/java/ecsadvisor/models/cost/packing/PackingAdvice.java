package ecsadvisor.models.cost.packing;

import ecsadvisor.models.cost.FleetAdvice;
import java.util.List;

/**
 * What packing says: advice for services and capacity providers, and the figures of every pool.
 *
 * @param advice the advice
 * @param pools the pools that could be judged, ordered by account, region, cluster and provider
 */
public record PackingAdvice(FleetAdvice advice, List<PackedPool> pools) {
  public PackingAdvice {
    pools = List.copyOf(pools);
  }
}
