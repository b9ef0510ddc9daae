package ecsadvisor.jobs.fact;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the items of an inventory together to what is known of services and of what they share. Runs
 * on the driver, in time proportional to the number of items.
 *
 * <p>A service appears whatever else is missing; what is missing or malformed is null, empty or
 * UNKNOWN. Services that ECS has deleted (status INACTIVE) do not appear.
 */
public final class InventoryFacts {
  private InventoryFacts() {}

  /**
   * The inventory of these items.
   *
   * @param items each resource once, as {@link
   *     ecsadvisor.jobs.source.inventory.InventorySource#items} gives them
   */
  public static Inventory assemble(List<InventoryItem> items) {
    InventoryBodies bodies = new InventoryBodies(items);
    InventoryManifests manifests = new InventoryManifests(bodies);
    InventoryTasks tasks = new InventoryTasks(bodies);
    InventoryTaskDefinitions definitions = new InventoryTaskDefinitions(bodies);
    InventoryInstances instances = new InventoryInstances(bodies);
    InventoryClusters clusters = new InventoryClusters(bodies, manifests, instances);
    InventoryAttributes attributes = new InventoryAttributes(bodies);
    InventoryTargetGroups targetGroups = new InventoryTargetGroups(bodies, attributes);
    InventoryLoadBalancers loadBalancers =
        new InventoryLoadBalancers(bodies, manifests, attributes, targetGroups);
    InventoryRepositories repositories = new InventoryRepositories(bodies, manifests);
    InventoryImages images = new InventoryImages(bodies, tasks, definitions, repositories);
    InventoryLayouts layouts =
        new InventoryLayouts(
            bodies, manifests, tasks, definitions, instances, targetGroups, images);
    InventoryDeployments deployments = new InventoryDeployments(bodies);
    InventoryServices assembled =
        new InventoryServices(bodies, manifests, tasks, definitions, layouts, deployments);
    SortedMap<ServiceKey, InventoryBodies.Body> described = assembled.described();
    SortedMap<ServiceKey, ServiceConfig> services = assembled.of(described);
    return new Inventory(
        services,
        new InventorySecurity(bodies, manifests, instances, deployments).of(described, services),
        tasks.resources(),
        manifests.entries(),
        newest(items),
        clusters.facts(),
        new InventoryAccounts(items, bodies, manifests).all(),
        loadBalancers.all(),
        List.copyOf(targetGroups.all()),
        repositories.all(),
        InventoryMachines.volumes(bodies),
        InventoryMachines.types(bodies),
        manifests.complete(),
        targetGroups.services(),
        images.inUse());
  }

  private static @Nullable Instant newest(List<InventoryItem> items) {
    Instant newest = null;
    for (InventoryItem item : items) {
      boolean dated = !item.collectedAt().equals(Instant.EPOCH);
      if (dated && (newest == null || item.collectedAt().isAfter(newest))) {
        newest = item.collectedAt();
      }
    }
    return newest;
  }
}
