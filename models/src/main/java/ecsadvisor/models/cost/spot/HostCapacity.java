package ecsadvisor.models.cost.spot;

import ecsadvisor.models.cost.spot.InstancePools.InstancePool;
import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The instances that a service on EC2 runs on now.
 *
 * @param provider the capacity provider that has most of the tasks; the cluster's name stands for
 *     none
 * @param pool its instances, or null where the inventory has none
 * @param spotShare share of the service's instances on Spot: of its providers' instances, else by
 *     the providers' names
 */
public record HostCapacity(String provider, @Nullable InstancePool pool, double spotShare) {

  /** The capacity of a service. */
  public static HostCapacity of(ServiceKey key, ServiceConfig config, InstancePools pools) {
    CapacityProviderItem most = null;
    double spot = 0;
    double weights = 0;
    for (CapacityProviderItem item : config.capacityProviders()) {
      InstancePool pool = pools.of(key, item.capacityProvider());
      double weight = Math.max(item.weight(), item.base() > 0 ? 1 : 0);
      weights += weight;
      spot += weight * (pool == null ? byName(item.capacityProvider()) : pool.spotShare());
      most = most == null || item.weight() > most.weight() ? item : most;
    }
    if (most == null) {
      InstancePool pool = pools.of(key, "");
      return new HostCapacity(key.clusterName(), pool, pool == null ? 0 : pool.spotShare());
    }
    return new HostCapacity(
        most.capacityProvider(),
        pools.of(key, most.capacityProvider()),
        weights > 0 ? spot / weights : 0);
  }

  /** Zones that its instances are in, at least 1; where they are not known, that many. */
  public int zones(int unknown) {
    return pool == null ? unknown : Math.max(1, pool.zones());
  }

  /** Its instances in words. */
  public List<Evidence> evidence() {
    if (pool == null) {
      return List.of(
          new Evidence("instance_types_now", "not known"),
          new Evidence("instances_drain_at_spot_notice", "not known"));
    }
    return List.of(
        new Evidence("instance_types_now", String.join(", ", pool.instanceTypes())),
        new Evidence("instances_drain_at_spot_notice", pool.drains() ? "yes" : "not known to"));
  }

  /**
   * The eligibility with the blocker of instances that do not drain. Draining at a notice is the
   * instances' own setting; managed draining of the provider does the same.
   */
  public SpotEligibility drained(SpotEligibility eligibility) {
    if (pool == null || pool.drains()) {
      return eligibility;
    }
    String change = "managed draining of the provider, or ECS_ENABLE_SPOT_INSTANCE_DRAINING=true";
    List<SpotBlocker> blockers = new ArrayList<>(eligibility.blockers());
    blockers.add(new SpotBlocker(ReasonCode.FIX_SPOT_DRAINING, change, List.of()));
    List<Evidence> because = new ArrayList<>(eligibility.because());
    because.add(new Evidence("eligible_after", change));
    return new SpotEligibility(eligibility.veto(), blockers, eligibility.zones(), because);
  }

  private static double byName(String provider) {
    List<String> words = List.of(provider.toLowerCase(Locale.ROOT).split("[^a-z]+"));
    return Set.copyOf(words).contains("spot") ? 1 : 0;
  }
}
