package ecsadvisor.jobs.fact;

import ecsadvisor.models.fact.ServiceKey;

/**
 * Something that has a name of its own within an account and region.
 *
 * @param accountId the account; empty where nothing says
 * @param region the region; empty likewise
 * @param name the name
 */
record InventoryPlace(String accountId, String region, String name) {
  /** The place of a service's cluster. */
  static InventoryPlace ofCluster(ServiceKey key) {
    return new InventoryPlace(key.accountId(), key.region(), key.clusterName());
  }

  /** The place of a resource that a body describes. */
  static InventoryPlace of(InventoryBodies.Body body, String name) {
    return new InventoryPlace(body.item().accountId(), body.item().region(), name);
  }
}
