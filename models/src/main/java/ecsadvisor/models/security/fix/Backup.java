package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.SecurityItem.EFS_BACKUP_GB_MONTH;

/**
 * Backups of the service's file system, for all services on it.
 *
 * <pre>GB x price of warm storage x size of all recovery points over that of the data</pre>
 */
record Backup() implements FixPricer {
  private static final Range GB = new Range(1, 20, 1_000);
  private static final Range KEPT = new Range(1, 1.3, 3);

  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, "backup", service, prices);
    Range gb = estimate.known("efs_gb", service.use().efsGb(), GB);
    Range kept = estimate.assumed("recovery_points_over_data", KEPT);
    String fileSystem = service.use().fileSystem();
    estimate.common(
        "file-system/" + (fileSystem.isEmpty() ? service.key().arn() : fileSystem),
        gb.times(kept).times(estimate.unit(EFS_BACKUP_GB_MONTH)));
    return estimate.made("GB x price x recovery points over data", Effort.SMALL);
  }
}
