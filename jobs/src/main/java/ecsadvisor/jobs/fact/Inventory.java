package ecsadvisor.jobs.fact;

import ecsadvisor.models.fact.AccountFacts;
import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.EbsVolume;
import ecsadvisor.models.fact.InstanceTypeFacts;
import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.Repository;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.TargetGroup;
import ecsadvisor.models.fact.security.ServiceSecurity;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory says, ready for use.
 *
 * @param services the services that exist, by key
 * @param security what it says of the security of each of them, by key
 * @param resources tasks and instances whose service or cluster is known, ordered by id
 * @param manifests what was read and how completely, ordered by account, region and kind
 * @param collectedAt the newest time of any item, or null where no item has a time
 * @param clusterFacts the clusters, ordered by account, region and name; also those of which only
 *     instances are known
 * @param accounts how the costs of each account of the inventory are watched, ordered by id
 * @param loadBalancers the load balancers, ordered by ARN
 * @param targetGroups the target groups, ordered by ARN, also those that no load balancer forwards
 *     to
 * @param repositories the image repositories, ordered by account, region and name
 * @param volumes the EBS volumes, ordered by account, region and id
 * @param instanceTypes the instance types, ordered by name
 * @param complete what was read completely, as {@code account/region/kind}
 * @param targetGroupServices the services that are registered with each target group
 * @param imagesInUse digests that tasks run, of services or not, or that task definitions name, by
 *     the repository's ARN
 */
public record Inventory(
    SortedMap<ServiceKey, ServiceConfig> services,
    SortedMap<ServiceKey, ServiceSecurity> security,
    List<InventoryResource> resources,
    List<InventoryManifest> manifests,
    @Nullable Instant collectedAt,
    List<ClusterFacts> clusterFacts,
    List<AccountFacts> accounts,
    List<LoadBalancer> loadBalancers,
    List<TargetGroup> targetGroups,
    List<Repository> repositories,
    List<EbsVolume> volumes,
    List<InstanceTypeFacts> instanceTypes,
    Set<String> complete,
    SortedMap<TargetGroupKey, List<ServiceKey>> targetGroupServices,
    SortedMap<String, List<String>> imagesInUse) {
  public Inventory {
    services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    security = Collections.unmodifiableSortedMap(new TreeMap<>(security));
    resources = List.copyOf(resources);
    manifests = List.copyOf(manifests);
    clusterFacts = List.copyOf(clusterFacts);
    accounts = List.copyOf(accounts);
    loadBalancers = List.copyOf(loadBalancers);
    targetGroups = List.copyOf(targetGroups);
    repositories = List.copyOf(repositories);
    volumes = List.copyOf(volumes);
    instanceTypes = List.copyOf(instanceTypes);
    complete = Set.copyOf(complete);
    targetGroupServices = Collections.unmodifiableSortedMap(new TreeMap<>(targetGroupServices));
    imagesInUse = Collections.unmodifiableSortedMap(new TreeMap<>(imagesInUse));
  }

  /** Whether everything of that kind was read there, so that what is absent does not exist. */
  public boolean complete(String accountId, String region, String kind) {
    return complete.contains(InventoryManifests.key(accountId, region, kind));
  }
}
