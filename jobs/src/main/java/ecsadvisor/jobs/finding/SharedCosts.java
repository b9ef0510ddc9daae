package ecsadvisor.jobs.finding;

import ecsadvisor.models.cost.Fleet;
import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.cost.ResourceAdvice;
import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.Repository;
import ecsadvisor.models.fact.ServiceImage;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.TargetGroup;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.price.ResourceBill;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the load balancers, repositories and volumes of ECS services cost, so that their savings
 * have something to be taken off: those that a service uses, and those that advice is about.
 */
final class SharedCosts {
  private static final List<UsageKind> KINDS =
      List.of(
          UsageKind.LOAD_BALANCER_HOURS,
          UsageKind.LOAD_BALANCER_CAPACITY,
          UsageKind.PUBLIC_IPV4,
          UsageKind.ECR_STORAGE,
          UsageKind.EBS_STORAGE);

  private final ResourceBill bill;
  private final Map<String, SharedCost> byResource = new TreeMap<>();

  private SharedCosts(ResourceBill bill) {
    this.bill = bill;
  }

  static List<SharedCost> of(Fleet fleet, List<ResourceFinding> resources) {
    SharedCosts costs = new SharedCosts(new ResourceBill(fleet.resources(), fleet.window()));
    for (ResourceFinding finding : resources) {
      if (finding.lever() == Lever.LOAD_BALANCERS || finding.lever() == Lever.IMAGES) {
        ResourceAdvice advice = finding.advice();
        costs.add(SharedCost.keyOf(advice), advice.resourceArn(), advice.resourceId());
      }
    }
    Map<String, SortedSet<String>> clusters = clustersByResource(fleet);
    for (LoadBalancer balancer : fleet.loadBalancers()) {
      SortedSet<String> own = new TreeSet<>();
      for (TargetGroup group : balancer.targetGroups()) {
        own.addAll(clusters.getOrDefault(group.arn(), new TreeSet<>()));
      }
      costs.addUsed(balancer.accountId(), balancer.region(), own, balancer.arn());
    }
    for (Repository repository : fleet.repositories()) {
      costs.addUsed(
          repository.accountId(),
          repository.region(),
          clusters.getOrDefault(repository.arn(), new TreeSet<>()),
          repository.arn());
    }
    return List.copyOf(costs.byResource.values());
  }

  /** The clusters whose services use each target group and repository. */
  private static Map<String, SortedSet<String>> clustersByResource(Fleet fleet) {
    Map<String, SortedSet<String>> clusters = new HashMap<>();
    for (FleetService service : fleet.services()) {
      if (service.config() == null) {
        continue;
      }
      List<String> used = new ArrayList<>();
      for (TargetGroup group : service.config().layout().targetGroups()) {
        used.add(group.arn());
      }
      for (ServiceImage image : service.config().layout().images()) {
        used.add(image.repositoryArn());
      }
      used.forEach(
          arn ->
              clusters
                  .computeIfAbsent(arn, name -> new TreeSet<>())
                  .add(service.key().clusterName()));
    }
    return clusters;
  }

  private void addUsed(String accountId, String region, SortedSet<String> clusters, String arn) {
    if (clusters.isEmpty()) {
      return;
    }
    String cluster = clusters.size() == 1 ? clusters.first() : "";
    add(new ServiceKey(accountId, region, cluster, ""), arn);
  }

  /** Adds a resource once, where it was first said to belong. */
  private void add(ServiceKey key, String... ids) {
    ResourceBill.Cost cost = bill.of(ids);
    if (cost == null || byResource.containsKey(ids[0])) {
      return;
    }
    double monthly = 0;
    for (UsageKind kind : KINDS) {
      monthly += cost.monthly(kind);
    }
    if (monthly > 0) {
      byResource.put(ids[0], new SharedCost(key, cost.currency(), monthly));
    }
  }
}
