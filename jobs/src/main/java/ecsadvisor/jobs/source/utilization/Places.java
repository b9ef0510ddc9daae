package ecsadvisor.jobs.source.utilization;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The accounts and regions in which a file's clusters were seen. Events of services and containers
 * do not say where they come from; those of tasks do, and usually share the file.
 */
final class Places {
  private record Place(String accountId, String region) {}

  private final Map<String, Set<Place>> byCluster = new HashMap<>();

  void seen(String clusterName, String accountId, String region) {
    byCluster
        .computeIfAbsent(clusterName, ignored -> new HashSet<>())
        .add(new Place(accountId, region));
  }

  /** The key with account and region filled in, if exactly one place fits what it says itself. */
  SeriesKey locate(SeriesKey key) {
    SeriesKey located = key.copy();
    if (!key.accountId.isEmpty() && !key.region.isEmpty()) {
      return located;
    }
    Place only = null;
    for (Place place : byCluster.getOrDefault(key.clusterName, Set.of())) {
      if ((key.accountId.isEmpty() || key.accountId.equals(place.accountId))
          && (key.region.isEmpty() || key.region.equals(place.region))) {
        if (only != null) {
          return located;
        }
        only = place;
      }
    }
    if (only != null) {
      located.accountId = only.accountId;
      located.region = only.region;
    }
    return located;
  }
}
