package ecsadvisor.jobs.source.inventory;

import java.time.Instant;

/**
 * One resource as a describe call, AWS Config or the collector saw it, without its secrets.
 *
 * @param kind such as {@code ecs-service}; {@code manifest} for a line that tells what was read
 * @param accountId the account; empty where nothing says
 * @param region the region; empty likewise
 * @param collectedAt when it was seen; {@link Instant#EPOCH} where nothing says
 * @param arn the ARN, or another identity within account and region
 * @param origin who wrote it
 * @param body the resource as JSON; empty when it has been deleted
 */
public record InventoryItem(
    String kind,
    String accountId,
    String region,
    Instant collectedAt,
    String arn,
    Origin origin,
    String body) {

  /** Who wrote an item, which decides what an absent field means. */
  public enum Origin {
    /** A describe call: an absent field has its default. */
    API,
    /** AWS Config: an absent field may merely not be recorded. */
    CONFIG
  }
}
