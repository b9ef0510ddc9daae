package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.SpendHours;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.price.Rates;
import ecsadvisor.models.savings.LimitedShares;
import ecsadvisor.models.savings.Pool;
import ecsadvisor.models.savings.Shapley;
import ecsadvisor.models.savings.Waterfall;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Divides what ECS costs into pools, each with the savings of its own, so that no dollar is in two.
 *
 * <ul>
 *   <li>A service on Fargate has its own cost and its own levers.
 *   <li>A service on EC2 has its split cost. What its levers save is worth nothing until instances
 *       go, so the instances of its cluster are priced with every subset of {right-size, Spot,
 *       pack}, and each lever gets its Shapley value. Right-sizing and Spot are credited to the
 *       services, packing first to what no service has reserved.
 *   <li>What services share (unreserved instance capacity, load balancers, repositories, volumes)
 *       stands under an empty service name.
 *   <li>Commitments are credited to the services whose remaining usage they cover.
 * </ul>
 */
final class SavingsPools {
  private record Key(ServiceKey key, String currency) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = key.compareTo(other.key);
      return order != 0 ? order : currency.compareTo(other.currency);
    }
  }

  private static final class Draft {
    private double cost;
    private final List<Pool.Rate> rates = new ArrayList<>();
    private final List<Pool.Amount> amounts = new ArrayList<>();

    void amount(Lever lever, double standalone, double saving, Spread relative) {
      if (saving > 0 || standalone > 0) {
        amounts.add(new Pool.Amount(lever, Math.max(0, standalone), Math.max(0, saving), relative));
      }
    }
  }

  private final SortedMap<Key, Draft> drafts = new TreeMap<>();

  private SavingsPools() {}

  /**
   * The waterfall of every pool, ordered by pool.
   *
   * @param services the services with their advice
   * @param shared monthly cost of what services share, by where it belongs
   * @param instances the instances of clusters
   * @param resources advice about shared resources
   */
  static List<Waterfall> waterfalls(
      List<ServiceFinding> services,
      List<SharedCost> shared,
      List<InstancePool> instances,
      List<ResourceFinding> resources) {
    SavingsPools pools = new SavingsPools();
    SortedMap<String, InstancePool> byCluster = new TreeMap<>();
    instances.forEach(pool -> byCluster.put(cluster(pool), pool));
    for (ServiceFinding service : services) {
      pools.service(service, byCluster);
    }
    shared.forEach(cost -> pools.draft(cost.key(), cost.currency()).cost += cost.monthlyCost());
    Map<String, List<ServiceFinding>> onInstances = onInstances(services);
    for (InstancePool pool : byCluster.values()) {
      pools.instances(pool, onInstances.getOrDefault(cluster(pool), List.of()));
    }
    for (ResourceFinding resource : resources) {
      pools.resource(resource);
    }
    pools.commitments(services, resources);
    return pools.made();
  }

  private void service(ServiceFinding finding, Map<String, InstancePool> byCluster) {
    Double cost = finding.service().monthlyCost();
    if (cost == null) {
      return;
    }
    FleetService fleet = finding.fleet();
    Draft draft = draft(fleet.key(), finding.service().currency());
    draft.cost += Math.max(0, cost);
    boolean pooled =
        fleet.launchType() == LaunchType.EC2 && byCluster.containsKey(cluster(fleet.key()));
    for (LeverAdvice advice : finding.advice()) {
      if (!pooled) {
        draft.rates.add(
            new Pool.Rate(
                advice.lever(),
                Math.max(0, advice.addressable()),
                Math.max(0, advice.standalone()),
                advice.rate(),
                advice.relative()));
      }
    }
  }

  /** Services on EC2 with a cost, by cluster. */
  private static Map<String, List<ServiceFinding>> onInstances(List<ServiceFinding> services) {
    Map<String, List<ServiceFinding>> clusters = new HashMap<>();
    for (ServiceFinding finding : services) {
      if (finding.fleet().launchType() == LaunchType.EC2
          && finding.service().monthlyCost() != null) {
        clusters
            .computeIfAbsent(cluster(finding.fleet().key()), name -> new ArrayList<>())
            .add(finding);
      }
    }
    return clusters;
  }

  /** Credits the levers of a cluster's instances to its services and to what they share. */
  private void instances(InstancePool pool, List<ServiceFinding> members) {
    double split = 0;
    for (ServiceFinding member : members) {
      split += cost(member.service());
    }
    ServiceKey rest = new ServiceKey(pool.accountId(), pool.region(), pool.clusterName(), "");
    double unreserved = Math.max(0, pool.monthlyCost() - split);
    Draft shared = draft(rest, pool.currency());
    shared.cost += unreserved;
    double[] credit =
        Shapley.credit(pool.costBySubset().stream().mapToDouble(Double::doubleValue).toArray());
    double[] costs = members.stream().mapToDouble(member -> cost(member.service())).toArray();
    double sizeRest = credit(pool, members, costs, Lever.RIGHT_SIZE, credit[0]);
    double spotRest = credit(pool, members, costs, Lever.INSTANCE_SPOT, credit[1]);
    // What their own services cannot take is the instances', whose advice is packing's.
    double packing = Math.max(0, credit[2]) + sizeRest + spotRest;
    double fromShared = Math.min(packing, unreserved);
    double alone = Math.max(0, pool.monthlyCost() - pool.costBySubset().get(4));
    shared.amount(Lever.PACK, alone, fromShared, pool.relative());
    credit(pool, members, costs, Lever.PACK, packing - fromShared);
  }

  /**
   * Divides a lever's credit among the services that it changes, by what each would free, never
   * above its cost; returns what they cannot take.
   */
  private double credit(
      InstancePool pool, List<ServiceFinding> members, double[] left, Lever lever, double credit) {
    double[] weights = new double[members.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weight(members.get(i), lever);
    }
    double[] parts = LimitedShares.of(Math.max(0, credit), weights, left);
    double rest = Math.max(0, credit);
    for (int i = 0; i < parts.length; i++) {
      left[i] -= parts[i];
      rest -= parts[i];
      draft(members.get(i).fleet().key(), members.get(i).service().currency())
          .amount(lever, standalone(members.get(i), lever), parts[i], pool.relative());
    }
    return Math.max(0, rest);
  }

  private static double standalone(ServiceFinding finding, Lever lever) {
    double standalone = 0;
    for (LeverAdvice advice : finding.advice()) {
      standalone += advice.lever() == lever ? Math.max(0, advice.standalone()) : 0;
    }
    return standalone;
  }

  private static double weight(ServiceFinding finding, Lever lever) {
    FleetService service = finding.fleet();
    double cost = cost(finding.service());
    if (lever == Lever.RIGHT_SIZE) {
      return cost * freedShare(service);
    }
    if (lever == Lever.INSTANCE_SPOT) {
      return cost * Math.max(0, service.spotShareAfter() - service.spotShareNow());
    }
    return cost;
  }

  /** Share of its reservation that a service gives back. */
  private static double freedShare(FleetService service) {
    FleetService.Reservation now = service.sizeNow();
    FleetService.Reservation after = service.sizeAfter();
    if (now == null || after == null) {
      return 0;
    }
    double memory = 1 - (double) after.memoryMiB() / now.memoryMiB();
    double cpu = now.cpuUnits() == 0 ? 0 : 1 - (double) after.cpuUnits() / now.cpuUnits();
    return Math.max(0, Math.max(cpu, memory));
  }

  /** Advice whose money is neither a service's nor instances'. */
  private void resource(ResourceFinding finding) {
    Lever lever = finding.lever();
    if (lever != Lever.LOAD_BALANCERS && lever != Lever.IMAGES) {
      return;
    }
    Saving saving = finding.advice().saving();
    draft(SharedCost.keyOf(finding.advice()), finding.advice().currency())
        .amount(
            lever,
            saving.monthly(),
            saving.monthly(),
            saving.spread().relativeTo(saving.monthly()));
  }

  /** Divides what commitments save among the services, by what they pay on demand afterwards. */
  private void commitments(List<ServiceFinding> services, List<ResourceFinding> resources) {
    for (ResourceFinding finding : resources) {
      if (finding.lever() != Lever.COMMIT) {
        continue;
      }
      Saving saving = finding.advice().saving();
      List<ServiceFinding> covered = new ArrayList<>();
      for (ServiceFinding service : services) {
        if (service.fleet().payerAccountId().equals(finding.advice().payerAccountId())
            && service.service().monthlyCost() != null
            && service.service().currency().equals(finding.advice().currency())) {
          covered.add(service);
        }
      }
      LocalDate last = lastDay(covered);
      double[] weights =
          covered.stream().mapToDouble(service -> onDemand(service.fleet(), last)).toArray();
      double[] limits = new double[weights.length];
      for (int i = 0; i < limits.length; i++) {
        limits[i] = Math.min(weights[i], left(covered.get(i)));
      }
      double[] parts = LimitedShares.of(Math.max(0, saving.monthly()), weights, limits);
      for (int i = 0; i < parts.length; i++) {
        draft(covered.get(i).fleet().key(), covered.get(i).service().currency())
            .amount(Lever.COMMIT, parts[i], parts[i], saving.spread().relativeTo(saving.monthly()));
      }
    }
  }

  /** What the levers before commitments leave of a service's cost. */
  private double left(ServiceFinding finding) {
    Key key = new Key(finding.fleet().key(), finding.service().currency());
    Draft draft = drafts.get(key);
    if (draft == null) {
      return 0;
    }
    Waterfall waterfall =
        Waterfall.of(new Pool(key.key(), key.currency(), draft.cost, draft.rates, draft.amounts));
    return (waterfall.costCents() - waterfall.savingCents()) / 100.0;
  }

  /** The last day on which any of the services has usage to cover; null where none has. */
  private static @Nullable LocalDate lastDay(List<ServiceFinding> services) {
    LocalDate last = null;
    for (ServiceFinding service : services) {
      for (SpendHours hours : service.fleet().hoursAfter()) {
        last = last == null || hours.day().isAfter(last) ? hours.day() : last;
      }
    }
    return last;
  }

  /**
   * List cost of a month of what a service would still pay on demand: nothing for one that has
   * gone, which is without usage on the last day.
   */
  private static double onDemand(FleetService service, @Nullable LocalDate last) {
    long units = 0;
    int days = 0;
    boolean gone = true;
    for (SpendHours hours : service.hoursAfter()) {
      gone &= !hours.day().equals(last);
      if (hours.purchaseOption() == PurchaseOption.ON_DEMAND) {
        units += hours.list().stream().mapToLong(Long::longValue).sum();
        days++;
      }
    }
    return gone || days == 0
        ? 0
        : MoneyUnits.toCurrency(units) / (days * 24.0) * Rates.HOURS_PER_MONTH;
  }

  private List<Waterfall> made() {
    List<Waterfall> waterfalls = new ArrayList<>();
    drafts.forEach(
        (key, draft) ->
            waterfalls.add(
                Waterfall.of(
                    new Pool(key.key(), key.currency(), draft.cost, draft.rates, draft.amounts))));
    return waterfalls;
  }

  private Draft draft(ServiceKey key, String currency) {
    return drafts.computeIfAbsent(new Key(key, currency), name -> new Draft());
  }

  private static double cost(ServiceRow row) {
    Double cost = row.monthlyCost();
    return cost == null ? 0 : Math.max(0, cost);
  }

  private static String cluster(InstancePool pool) {
    return pool.accountId() + "/" + pool.region() + "/" + pool.clusterName();
  }

  private static String cluster(ServiceKey key) {
    return key.accountId() + "/" + key.region() + "/" + key.clusterName();
  }
}
