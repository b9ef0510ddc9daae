package ecsadvisor.models.cost.packing;

import ecsadvisor.models.cost.Fleet;
import ecsadvisor.models.cost.FleetService.Reservation;
import ecsadvisor.models.cost.PackInstances;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ResourceSpend;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.price.InstancePrices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A pool judged: what it costs, what it would cost packed, and where the difference comes from.
 *
 * @param pool the pool
 * @param prices what its instances cost
 * @param now what it costs a month
 * @param listNow the same at list price
 * @param proposed the plan proposed
 * @param later the same types packed with the tasks as the other controls leave them
 * @param byEmpty part of the saving that instances without tasks make up
 * @param byPlacement part that packing onto fewer of the same types makes up
 * @param byMix part that other types make up
 * @param spot what Spot would take off
 */
record PoolCase(
    Pool pool,
    PoolPrices prices,
    double now,
    double listNow,
    PoolPlan proposed,
    PoolPlan later,
    double byEmpty,
    double byPlacement,
    double byMix,
    LeverCosts.SpotPart spot) {

  /** The rows of the bill about instances, to be handed to {@link #of}. */
  static Map<String, List<ResourceSpend>> spend(Fleet fleet) {
    return PoolPrices.byInstance(fleet.resources());
  }

  double saving() {
    return now - proposed.monthlyCost();
  }

  /** Why a pool cannot be judged, or null where it can. */
  static @Nullable Advice refusal(Pool pool, PoolPrices prices) {
    for (PoolService service : pool.services()) {
      if (service.size(false) == null) {
        return noData(
            ReasonCode.TASK_SIZE_UNKNOWN,
            new Missing("ecs-task-definition", "ecs:DescribeTaskDefinition of every service"),
            new Evidence("service_without_size", service.service().key().serviceName()));
      }
    }
    long expected = 0;
    long seen = 0;
    for (PoolService service : pool.services()) {
      expected +=
          service.isDaemon()
              ? pool.instances().size()
              : Math.round(service.config().runningCount() * service.share());
    }
    for (ContainerInstance instance : pool.instances()) {
      seen += instance.runningTasks();
      if (instance.registeredCpuUnits() <= 0 || instance.registeredMemoryMiB() <= 0) {
        return noData(
            ReasonCode.INVENTORY_MISSING,
            new Missing("ecs-container-instance", "registeredResources of every instance"),
            new Evidence("instance_without_resources", instance.instanceId()));
      }
      double price = prices.monthlyAnew(instance.instanceType());
      if (!(price > 0)) {
        return noData(
            ReasonCode.PRICE_UNKNOWN,
            new Missing("bill", "lines of the cluster's EC2 instances with their ids"),
            new Evidence("instance_type", instance.instanceType()));
      }
    }
    if (!pool.cluster().instancesKnown() && seen < 0.9 * expected) {
      return noData(
          ReasonCode.INVENTORY_MISSING,
          new Missing("ecs-container-instance", "all instances of the cluster, with a manifest"),
          new Evidence("tasks_on_known_instances", seen + " of " + expected));
    }
    return null;
  }

  /** Judges a pool that is not refused; null where its tasks fit on no type. */
  static @Nullable PoolCase of(
      Pool pool,
      PoolPrices prices,
      Fleet fleet,
      InstancePrices book,
      PackInstances.Settings settings) {
    PoolTypes types = new PoolTypes(pool, fleet.instanceTypes(), book, prices, settings);
    PoolPlanner planner = new PoolPlanner(pool, types, prices, settings);
    Isolation isolation = Isolation.of(pool, settings.coLocatePrivileged());
    PoolTasks tasks =
        PoolTasks.of(pool, types, false, settings.deploymentSurgePercent(), isolation);
    PoolPlan same = planner.plan(tasks, types.inUse());
    PoolPlan any = planner.planOnAny(tasks);
    double now = 0;
    double listNow = 0;
    double onDemandNow = 0;
    for (ContainerInstance instance : pool.instances()) {
      now += prices.monthlyNow(instance);
      listNow += prices.monthlyListNow(instance);
      onDemandNow +=
          prices.monthlyNow(instance)
              - prices.monthly(instance, PurchaseOption.RESERVED)
              - prices.monthly(instance, PurchaseOption.SAVINGS_PLAN)
              - prices.monthly(instance, PurchaseOption.SPOT);
    }
    boolean keeps =
        same.isComplete() && same.outlay() - any.outlay() < settings.mixGainShare() * now;
    PoolPlan proposed = keeps ? same : any;
    if (!proposed.isComplete()) {
      return null;
    }
    PoolTasks later = PoolTasks.of(pool, types, true, settings.deploymentSurgePercent(), isolation);
    PoolPlan after = planner.plan(later, proposed.types());
    double saving = Math.max(0, now - proposed.monthlyCost());
    double byMix =
        keeps || !same.isComplete()
            ? 0
            : Math.min(saving, Math.max(0, same.monthlyCost() - proposed.monthlyCost()));
    double empty = pool.empty().stream().mapToDouble(prices::monthlyNow).sum();
    double byEmpty = Math.min(empty, saving - byMix);
    return new PoolCase(
        pool,
        prices,
        now,
        listNow,
        proposed,
        after.isComplete() ? after : proposed,
        byEmpty,
        saving - byMix - byEmpty,
        byMix,
        new LeverCosts.SpotPart(
            settings.spotDiscount(),
            spotShare(pool, false),
            spotShare(pool, true),
            onDemandNow,
            proposed.monthlyOnDemand(),
            (after.isComplete() ? after : proposed).monthlyOnDemand()));
  }

  /** Share of the reserved capacity that other controls move to Spot. */
  private static double spotShare(Pool pool, boolean after) {
    double moved = 0;
    double all = 0;
    for (PoolService service : pool.services()) {
      Reservation size = service.size(after);
      if (size == null || service.isDaemon()) {
        continue;
      }
      double weight = service.tasks(after) * (size.cpuUnits() + size.memoryMiB() / 4.0);
      double share = service.service().spotShareAfter() - service.service().spotShareNow();
      all += weight;
      moved += weight * Math.max(0, Math.min(1, share));
    }
    return all > 0 ? moved / all : 0;
  }

  /** The pool's figures. */
  PackedPool figures(boolean advised) {
    List<ServiceKey> keys =
        pool.services().stream().map(service -> service.service().key()).sorted().toList();
    return new PackedPool(
        pool.cluster().accountId(),
        pool.cluster().region(),
        pool.cluster().clusterName(),
        pool.name(),
        prices.currency(),
        keys,
        advised,
        rows(),
        now,
        proposed.monthlyCost(),
        proposed.sum(zone -> zone.packing().lowerBound()) * proposed.scale(),
        proposed.monthlyLocked(),
        LeverCosts.of(now, proposed.monthlyCost(), later.monthlyCost(), spot));
  }

  private List<PackedPool.Row> rows() {
    List<PackedPool.Row> rows = new ArrayList<>();
    for (ZonePlan zone : proposed.zones()) {
      TreeMap<String, Integer> before = new TreeMap<>();
      TreeMap<String, Double> cost = new TreeMap<>();
      for (ContainerInstance instance : pool.instances()) {
        if (instance.availabilityZone().equals(zone.zone())) {
          before.merge(instance.instanceType(), 1, Integer::sum);
          cost.merge(instance.instanceType(), prices.monthlyNow(instance), Double::sum);
        }
      }
      TreeMap<String, Integer> filled = zone.filled();
      TreeMap<String, Integer> all = zone.all();
      TreeSet<String> types = new TreeSet<>(before.keySet());
      types.addAll(all.keySet());
      for (String type : types) {
        double each = prices.monthlyAnew(type) * proposed.scale();
        int full = filled.getOrDefault(type, 0);
        int count = all.getOrDefault(type, 0);
        double part =
            zone.packing().cost() > 0 ? full * prices.monthlyAnew(type) / zone.packing().cost() : 0;
        rows.add(
            new PackedPool.Row(
                zone.zone(),
                type,
                before.getOrDefault(type, 0),
                count,
                cost.getOrDefault(type, 0.0),
                count * each,
                part * zone.packing().lowerBound() * proposed.scale(),
                zone.packing().gap(),
                count - full));
      }
    }
    return rows;
  }

  private static Advice noData(ReasonCode reason, Missing missing, Evidence because) {
    return new Advice.NoData(List.of(reason), List.of(missing), List.of(because));
  }
}
