package ecsadvisor.jobs.finding;

import ecsadvisor.models.finding.Spread;
import java.util.List;

/**
 * The instances of a cluster, whose cost the levers of its services only move together.
 *
 * @param accountId the account
 * @param region the region
 * @param clusterName the cluster
 * @param currency currency of the costs
 * @param costBySubset monthly cost of the instances when a subset of the levers is pulled: bit 0 of
 *     the index stands for right-sizing, bit 1 for Spot, bit 2 for packing
 * @param relative how sure the savings are, as multiples of them
 */
public record InstancePool(
    String accountId,
    String region,
    String clusterName,
    String currency,
    List<Double> costBySubset,
    Spread relative) {
  public InstancePool {
    costBySubset = List.copyOf(costBySubset);
  }

  /** Cost as it is. */
  public double monthlyCost() {
    return costBySubset.get(0);
  }
}
