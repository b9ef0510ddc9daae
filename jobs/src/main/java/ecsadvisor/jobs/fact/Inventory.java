package ecsadvisor.jobs.fact;

import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory says, ready for use.
 *
 * @param services the services that exist, by key
 * @param resources tasks and instances whose service or cluster is known, ordered by id
 * @param clusters the clusters, ordered by account, region and name
 * @param manifests what was read and how completely, ordered by account, region and kind
 * @param collectedAt the newest time of any item, or null where no item has a time
 */
public record Inventory(
    SortedMap<ServiceKey, ServiceConfig> services,
    List<InventoryResource> resources,
    List<InventoryCluster> clusters,
    List<InventoryManifest> manifests,
    @Nullable Instant collectedAt) {
  public Inventory {
    services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    resources = List.copyOf(resources);
    clusters = List.copyOf(clusters);
    manifests = List.copyOf(manifests);
  }

  /** Whether everything of that kind was read there, so that what is absent does not exist. */
  public boolean complete(String accountId, String region, String kind) {
    for (InventoryManifest manifest : manifests) {
      if (manifest.accountId().equals(accountId)
          && manifest.region().equals(region)
          && manifest.kind().equals(kind)) {
        return manifest.complete();
      }
    }
    return false;
  }
}
