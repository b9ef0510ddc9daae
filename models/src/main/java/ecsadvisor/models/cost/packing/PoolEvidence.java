package ecsadvisor.models.cost.packing;

import ecsadvisor.models.cost.FleetService.Reservation;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.price.InstancePrices;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** The figures behind a judged pool, in reading order. */
final class PoolEvidence {
  private PoolEvidence() {}

  static List<Evidence> of(PoolCase judged) {
    Pool pool = judged.pool();
    PoolPlan proposed = judged.proposed();
    String currency = judged.prices().currency();
    List<Evidence> because = new ArrayList<>();
    because.add(new Evidence("capacity_provider", pool.name().isEmpty() ? "none" : pool.name()));
    because.add(new Evidence("instances", Integer.toString(pool.instances().size())));
    because.add(new Evidence("instances_without_tasks", Integer.toString(pool.empty().size())));
    because.add(new Evidence("cpu_reserved", percent(cpuShare(pool))));
    because.add(new Evidence("memory_reserved", percent(memoryShare(pool))));
    because.add(new Evidence("instances_proposed", Integer.toString(proposed.instances())));
    because.add(
        new Evidence("of_these_spare", Integer.toString((int) proposed.sum(ZonePlan::spares))));
    because.add(
        new Evidence(
            "of_these_for_deployments",
            Integer.toString((int) proposed.sum(ZonePlan::deployments))));
    because.add(money("cost_now", judged.now(), currency));
    double scale = proposed.scale();
    because.add(
        money("cost_packed", proposed.sum(zone -> zone.packing().cost()) * scale, currency));
    because.add(money("cost_of_spares", proposed.sum(ZonePlan::spareCost) * scale, currency));
    because.add(
        money("cost_of_deployment_room", proposed.sum(ZonePlan::deploymentCost) * scale, currency));
    because.add(money("cost_proposed", proposed.monthlyCost(), currency));
    double bound = proposed.sum(zone -> zone.packing().lowerBound());
    double packed = proposed.sum(zone -> zone.packing().cost());
    because.add(money("lower_bound_packed", bound * scale, currency));
    because.add(new Evidence("gap", bound > 0 ? percent((packed - bound) / bound) : "0.0 %"));
    because.add(money("saving_of_empty_instances", judged.byEmpty(), currency));
    because.add(money("saving_of_placement", judged.byPlacement(), currency));
    because.add(money("saving_of_instance_types", judged.byMix(), currency));
    if (proposed.monthlyLocked() > 0.005) {
      because.add(money("locked_by_commitment", proposed.monthlyLocked(), currency));
    }
    because.add(new Evidence("rate_source", source(judged)));
    return because;
  }

  /** Reserved share of the registered CPU at the peak of every service. */
  static double cpuShare(Pool pool) {
    return share(pool, Reservation::cpuUnits, ContainerInstance::registeredCpuUnits);
  }

  /** The same of memory. */
  static double memoryShare(Pool pool) {
    return share(pool, Reservation::memoryMiB, ContainerInstance::registeredMemoryMiB);
  }

  private static double share(
      Pool pool, ToIntFunction<Reservation> needed, ToIntFunction<ContainerInstance> registered) {
    double used = 0;
    for (PoolService service : pool.services()) {
      Reservation size = service.size(false);
      double tasks = service.isDaemon() ? pool.instances().size() : service.tasks(false);
      used += size == null ? 0 : tasks * needed.applyAsInt(size);
    }
    double all = pool.instances().stream().mapToDouble(registered::applyAsInt).sum();
    return all > 0 ? used / all : 0;
  }

  private static String source(PoolCase judged) {
    String region = judged.pool().cluster().region();
    if (judged.prices().source() == RateSource.PRICE_FILE) {
      return region.equals(InstancePrices.REFERENCE_REGION)
          ? "price file, on demand"
          : "price file of "
              + InstancePrices.REFERENCE_REGION
              + ", on demand; no bill of the instances";
    }
    return String.format(
        Locale.ROOT,
        "the instances' lines in the bill; other types at %.3f of the price file",
        judged.prices().ratio());
  }

  private static Evidence money(String name, double value, String currency) {
    return new Evidence(name, String.format(Locale.ROOT, "%.2f %s a month", value, currency));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
