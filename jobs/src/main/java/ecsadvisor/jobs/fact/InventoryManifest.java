package ecsadvisor.jobs.fact;

import java.time.Instant;

/**
 * What was read of one kind of resource in one account and region.
 *
 * @param complete whether everything there is was read; only then an absent item is not there
 * @param items number of items read
 * @param collectedAt when
 */
public record InventoryManifest(
    String accountId,
    String region,
    String kind,
    boolean complete,
    long items,
    Instant collectedAt) {}
