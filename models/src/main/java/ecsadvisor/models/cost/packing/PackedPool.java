package ecsadvisor.models.cost.packing;

import ecsadvisor.models.fact.ServiceKey;
import java.util.List;

/**
 * The instances of one capacity provider of a cluster: as they are, and as they could be.
 *
 * @param accountId the account
 * @param region the region
 * @param clusterName the cluster
 * @param capacityProvider the capacity provider; empty for instances of none
 * @param currency currency of all costs
 * @param services the services that run there, ordered
 * @param advised whether the saving is worth the change, so that advice is given
 * @param rows one per availability zone and instance type, now or proposed, ordered
 * @param monthlyCostNow cost of the instances a month
 * @param monthlyCostProposed cost as proposed, headroom included
 * @param lowerBoundCost no placement of these tasks on the proposed types costs less
 * @param monthlyLocked what commitments that would lie idle cost a month until they end
 * @param leverCosts costs under each set of levers
 */
public record PackedPool(
    String accountId,
    String region,
    String clusterName,
    String capacityProvider,
    String currency,
    List<ServiceKey> services,
    boolean advised,
    List<Row> rows,
    double monthlyCostNow,
    double monthlyCostProposed,
    double lowerBoundCost,
    double monthlyLocked,
    LeverCosts leverCosts) {
  public PackedPool {
    services = List.copyOf(services);
    rows = List.copyOf(rows);
  }

  /**
   * One instance type in one zone.
   *
   * @param availabilityZone the zone; empty where not known
   * @param instanceType the type
   * @param instancesNow instances now
   * @param instancesProposed instances proposed, headroom included
   * @param monthlyCostNow their cost a month
   * @param monthlyCostProposed the same as proposed
   * @param lowerBoundCost the type's part of the zone's lower bound, without headroom
   * @param gap how much more than its bound the zone's packing costs, as a share
   * @param headroomInstances instances of the proposal that are spare: for the loss of one, and for
   *     deployments
   */
  public record Row(
      String availabilityZone,
      String instanceType,
      int instancesNow,
      int instancesProposed,
      double monthlyCostNow,
      double monthlyCostProposed,
      double lowerBoundCost,
      double gap,
      int headroomInstances) {}
}
