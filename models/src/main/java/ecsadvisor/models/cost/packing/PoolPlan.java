package ecsadvisor.models.cost.packing;

import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.price.InstanceType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * A pool as proposed.
 *
 * @param types the types it is made of
 * @param zones its zones
 * @param monthlyCost what it costs: commitments that cover it at their amortized cost, the rest
 *     without commitments
 * @param monthlyLocked what the commitments that nothing uses any more cost until they end
 * @param monthlyListCost what it costs at list price
 * @param monthlyOnDemand the part of the cost that no commitment covers
 */
record PoolPlan(
    List<String> types,
    List<ZonePlan> zones,
    double monthlyCost,
    double monthlyLocked,
    double monthlyListCost,
    double monthlyOnDemand) {

  /**
   * Prices a plan. Reservations cover their own family first, whatever the size; Savings Plans
   * cover any family after that.
   */
  static PoolPlan of(Pool pool, List<String> types, List<ZonePlan> zones, PoolPrices prices) {
    Map<String, Double> anew = new TreeMap<>();
    double list = 0;
    for (ZonePlan zone : zones) {
      for (Map.Entry<String, Integer> entry : zone.all().entrySet()) {
        double cost = entry.getValue() * prices.monthlyAnew(entry.getKey());
        anew.merge(InstanceType.family(entry.getKey()), cost, Double::sum);
        list += entry.getValue() * prices.monthlyListAnew(entry.getKey());
      }
    }
    double cost = 0;
    double locked = 0;
    double uncovered = 0;
    Map<String, Double> reserved = byFamily(pool, prices, PurchaseOption.RESERVED, true);
    Map<String, Double> reservedCost = byFamily(pool, prices, PurchaseOption.RESERVED, false);
    for (Map.Entry<String, Double> entry : anew.entrySet()) {
      double held = reserved.getOrDefault(entry.getKey(), 0.0);
      uncovered += Math.max(0, entry.getValue() - held);
    }
    for (Map.Entry<String, Double> entry : reserved.entrySet()) {
      double used = Math.min(1, anew.getOrDefault(entry.getKey(), 0.0) / entry.getValue());
      double paid = reservedCost.getOrDefault(entry.getKey(), 0.0);
      cost += paid * used;
      locked += paid * (1 - used);
    }
    ToDoubleFunction<ContainerInstance> planned =
        instance ->
            prices.share(instance, PurchaseOption.SAVINGS_PLAN)
                * prices.monthlyAnew(instance.instanceType());
    double plan = pool.instances().stream().mapToDouble(planned).sum();
    double planCost =
        pool.instances().stream()
            .mapToDouble(instance -> prices.monthly(instance, PurchaseOption.SAVINGS_PLAN))
            .sum();
    double covered = Math.min(plan, uncovered);
    if (plan > 0) {
      cost += planCost * covered / plan;
      locked += planCost * (1 - covered / plan);
    }
    double onDemand = uncovered - covered;
    return new PoolPlan(types, zones, cost + onDemand, locked, list, onDemand);
  }

  private static Map<String, Double> byFamily(
      Pool pool, PoolPrices prices, PurchaseOption option, boolean isAnew) {
    Map<String, Double> sums = new TreeMap<>();
    for (ContainerInstance instance : pool.instances()) {
      double share = prices.share(instance, option);
      if (share > 0) {
        sums.merge(
            InstanceType.family(instance.instanceType()),
            isAnew
                ? share * prices.monthlyAnew(instance.instanceType())
                : prices.monthly(instance, option),
            Double::sum);
      }
    }
    return sums;
  }

  /** What is paid until the commitments end. */
  double outlay() {
    return monthlyCost + monthlyLocked;
  }

  boolean isComplete() {
    return zones.stream().allMatch(zone -> zone.packing().unplaced().isEmpty());
  }

  int instances() {
    return zones.stream()
        .mapToInt(zone -> zone.all().values().stream().mapToInt(Integer::intValue).sum())
        .sum();
  }

  /** Instances by type. */
  TreeMap<String, Integer> counts() {
    TreeMap<String, Integer> counts = new TreeMap<>();
    zones.forEach(
        zone -> zone.all().forEach((type, count) -> counts.merge(type, count, Integer::sum)));
    return counts;
  }

  /** The sum of something over zones, such as the lower bound, without commitments. */
  double sum(ToDoubleFunction<ZonePlan> figure) {
    return zones.stream().mapToDouble(figure).sum();
  }

  /** How the plan's cost stands to its cost without commitments, to scale parts of it. */
  double scale() {
    double anew = sum(ZonePlan::cost);
    return anew > 0 ? monthlyCost / anew : 1;
  }
}
