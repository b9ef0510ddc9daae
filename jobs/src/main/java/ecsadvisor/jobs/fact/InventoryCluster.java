package ecsadvisor.jobs.fact;

import ecsadvisor.models.fact.Tag;
import java.util.List;

/** A cluster and its tags. */
public record InventoryCluster(
    String accountId, String region, String clusterName, List<Tag> tags) {
  public InventoryCluster {
    tags = List.copyOf(tags);
  }
}
