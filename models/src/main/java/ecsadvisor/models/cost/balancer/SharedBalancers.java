package ecsadvisor.models.cost.balancer;

import ecsadvisor.models.cost.Fleet;
import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.cost.ShareLoadBalancers;
import ecsadvisor.models.fact.HourlyMetric;
import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.TargetGroup;
import ecsadvisor.models.price.ResourceBill;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The load balancers of a fleet, each with its services, its traffic and its cost. */
public final class SharedBalancers {
  private record Place(String accountId, String region) {}

  private record Series(String accountId, String region, String loadBalancer) {}

  private final Map<String, List<FleetService>> servicesOfGroup = new HashMap<>();
  private final Map<String, List<FleetService>> servicesOfBalancer = new HashMap<>();
  private final Map<String, Set<String>> balancersOfGroup = new HashMap<>();
  private final SortedMap<String, SharedBalancer> byArn = new TreeMap<>();

  public SharedBalancers(Fleet fleet, ResourceBill bill, ShareLoadBalancers.Settings settings) {
    fleet.services().forEach(this::register);
    Map<Series, List<HourlyMetric>> metrics = new HashMap<>();
    Map<Place, Map<String, Set<LocalDate>>> exported = new HashMap<>();
    for (HourlyMetric metric : fleet.metrics()) {
      metrics
          .computeIfAbsent(
              new Series(metric.accountId(), metric.region(), metric.loadBalancer()),
              ignored -> new ArrayList<>())
          .add(metric);
      exported
          .computeIfAbsent(new Place(metric.accountId(), metric.region()), p -> new HashMap<>())
          .computeIfAbsent(metric.metric(), ignored -> new HashSet<>())
          .add(metric.day());
    }
    PublicAddresses addresses =
        new PublicAddresses(
            fleet.resources(), fleet.loadBalancers(), fleet.window(), settings.addressHourPrice());
    for (LoadBalancer balancer : fleet.loadBalancers()) {
      Traffic traffic =
          Traffic.of(
              balancer,
              metrics.getOrDefault(
                  new Series(balancer.accountId(), balancer.region(), balancer.dimension()),
                  List.of()),
              exported
                  .getOrDefault(new Place(balancer.accountId(), balancer.region()), Map.of())
                  .getOrDefault(Traffic.counted(balancer), Set.of()),
              fleet.window());
      BalancerCost cost = BalancerCost.of(balancer, traffic, bill, addresses, settings);
      byArn.putIfAbsent(balancer.arn(), shared(balancer, traffic, cost));
    }
  }

  private void register(FleetService service) {
    ServiceConfig config = service.config();
    if (config == null) {
      return;
    }
    for (TargetGroup group : config.layout().targetGroups()) {
      servicesOfGroup.computeIfAbsent(group.arn(), ignored -> new ArrayList<>()).add(service);
      balancersOfGroup
          .computeIfAbsent(group.arn(), ignored -> new TreeSet<>())
          .addAll(group.loadBalancerArns());
      for (String arn : group.loadBalancerArns()) {
        servicesOfBalancer.computeIfAbsent(arn, ignored -> new ArrayList<>()).add(service);
      }
    }
  }

  private SharedBalancer shared(LoadBalancer balancer, Traffic traffic, BalancerCost cost) {
    Map<String, FleetService> services = new LinkedHashMap<>();
    int foreign = 0;
    for (TargetGroup group : balancer.targetGroups()) {
      List<FleetService> registered = servicesOfGroup.getOrDefault(group.arn(), List.of());
      foreign += registered.isEmpty() ? 1 : 0;
      registered.forEach(service -> services.put(service.key().arn(), service));
      balancersOfGroup.computeIfAbsent(group.arn(), ignored -> new TreeSet<>()).add(balancer.arn());
    }
    servicesOfBalancer
        .getOrDefault(balancer.arn(), List.of())
        .forEach(service -> services.put(service.key().arn(), service));
    List<FleetService> ordered =
        services.values().stream().sorted(Comparator.comparing(FleetService::key)).toList();
    return new SharedBalancer(balancer, ordered, foreign, traffic, cost);
  }

  /** All of them by ARN. */
  public SortedMap<String, SharedBalancer> all() {
    return byArn;
  }

  /** The ARNs of the load balancers that forward to a service, ordered. */
  public Set<String> arnsOf(FleetService service) {
    ServiceConfig config = service.config();
    Set<String> arns = new TreeSet<>();
    if (config != null) {
      config
          .layout()
          .targetGroups()
          .forEach(group -> arns.addAll(balancersOfGroup.getOrDefault(group.arn(), Set.of())));
    }
    return arns;
  }

  /** The load balancer with that ARN, or null where the inventory lacks it. */
  public @Nullable SharedBalancer get(String arn) {
    return byArn.get(arn);
  }

  /** Whether a service is registered with that target group. */
  public boolean isRegistered(String targetGroupArn) {
    return servicesOfGroup.containsKey(targetGroupArn);
  }
}
