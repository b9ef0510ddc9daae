package ecsadvisor.models.cost;

import ecsadvisor.models.fact.AccountFacts;
import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.Commitment;
import ecsadvisor.models.fact.CommitmentUsage;
import ecsadvisor.models.fact.EbsVolume;
import ecsadvisor.models.fact.HourlyMetric;
import ecsadvisor.models.fact.InstanceTypeFacts;
import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.Repository;
import ecsadvisor.models.fact.ResourceSpend;
import ecsadvisor.models.fact.TargetGroup;
import ecsadvisor.models.fact.Window;
import java.util.List;
import java.util.Set;

/**
 * What is known beyond single services, and what the controls of single services would leave of
 * each.
 *
 * @param window the days looked at
 * @param services the services, ordered by key
 * @param clusters the inventory's clusters
 * @param accounts how costs are watched, by account
 * @param loadBalancers the inventory's load balancers
 * @param targetGroups its target groups, also those that no load balancer forwards to
 * @param repositories its image repositories
 * @param volumes its EBS volumes
 * @param instanceTypes what it says of instance types, by name
 * @param resources what the bill says of shared resources
 * @param commitmentUsage what commitments could cover, ordered by day
 * @param commitments the commitments that the bill shows
 * @param metrics hourly metrics of load balancers and target groups
 * @param complete what the inventory has all of, as {@code account/region/kind}
 * @param digestsInUse image digests that any task runs, of a service or not, or that a task
 *     definition names
 */
public record Fleet(
    Window window,
    List<FleetService> services,
    List<ClusterFacts> clusters,
    List<AccountFacts> accounts,
    List<LoadBalancer> loadBalancers,
    List<TargetGroup> targetGroups,
    List<Repository> repositories,
    List<EbsVolume> volumes,
    List<InstanceTypeFacts> instanceTypes,
    List<ResourceSpend> resources,
    List<CommitmentUsage> commitmentUsage,
    List<Commitment> commitments,
    List<HourlyMetric> metrics,
    Set<String> complete,
    Set<String> digestsInUse) {
  public Fleet {
    services = List.copyOf(services);
    clusters = List.copyOf(clusters);
    accounts = List.copyOf(accounts);
    loadBalancers = List.copyOf(loadBalancers);
    targetGroups = List.copyOf(targetGroups);
    repositories = List.copyOf(repositories);
    volumes = List.copyOf(volumes);
    instanceTypes = List.copyOf(instanceTypes);
    resources = List.copyOf(resources);
    commitmentUsage = List.copyOf(commitmentUsage);
    commitments = List.copyOf(commitments);
    metrics = List.copyOf(metrics);
    complete = Set.copyOf(complete);
    digestsInUse = Set.copyOf(digestsInUse);
  }

  /** Whether everything of that kind was read there, so that what is absent does not exist. */
  public boolean isComplete(String accountId, String region, String kind) {
    return complete.contains(accountId + "/" + region + "/" + kind);
  }
}
