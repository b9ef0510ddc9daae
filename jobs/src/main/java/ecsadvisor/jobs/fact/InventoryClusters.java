package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.ContainerInstance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clusters of the inventory, also those of which only instances are known. */
final class InventoryClusters {
  private final InventoryManifests manifests;
  private final InventoryCapacityProviders providers;
  private final InventoryInstances instances;
  private final Map<InventoryPlace, InventoryBodies.Body> byName = new HashMap<>();

  InventoryClusters(
      InventoryBodies bodies, InventoryManifests manifests, InventoryInstances instances) {
    this.manifests = manifests;
    this.providers = new InventoryCapacityProviders(bodies);
    this.instances = instances;
    for (InventoryBodies.Body cluster : bodies.of("ecs-cluster")) {
      if (!text(cluster.json(), "status").equals("INACTIVE")) {
        byName.merge(InventoryPlace.of(cluster, name(cluster)), cluster, InventoryBodies::newer);
      }
    }
  }

  /** Everything known of clusters, ordered by account, region and name. */
  List<ClusterFacts> facts() {
    List<ClusterFacts> facts = new ArrayList<>();
    byName.forEach((place, body) -> facts.add(facts(place, body.json())));
    for (InventoryPlace place : instances.clusters()) {
      if (!byName.containsKey(place)) {
        facts.add(facts(place, MissingNode.getInstance()));
      }
    }
    facts.sort(
        Comparator.comparing(ClusterFacts::accountId)
            .thenComparing(ClusterFacts::region)
            .thenComparing(ClusterFacts::clusterName));
    return facts;
  }

  private static String name(InventoryBodies.Body cluster) {
    String name = text(cluster.json(), "clusterName", "clusterArn");
    return InventoryBodies.shortName(name.isEmpty() ? cluster.item().arn() : name);
  }

  /** The instances are all there when the manifest says so, or the cluster counts as many. */
  private ClusterFacts facts(InventoryPlace place, JsonNode body) {
    List<ContainerInstance> found = instances.of(place);
    @Nullable Integer registered =
        InventoryNumbers.whole(body, "registeredContainerInstancesCount");
    return new ClusterFacts(
        place.accountId(),
        place.region(),
        place.name(),
        InventoryBodies.tags(body),
        providers.of(place, body),
        found,
        manifests.complete(place.accountId(), place.region(), "ecs-container-instance")
            || (registered != null && registered == found.size()));
  }
}
