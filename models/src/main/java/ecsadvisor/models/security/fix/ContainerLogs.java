package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.SecurityItem.LOGS_INGESTED_GB;
import static ecsadvisor.models.price.SecurityItem.LOGS_STORED_GB_MONTH;

/**
 * Output of containers kept in CloudWatch Logs.
 *
 * <pre>0.50 x GB + 0.03 x GB x months kept</pre>
 */
record ContainerLogs() implements FixPricer {
  private static final Range GB_OF_A_TASK = new Range(0.1, 1, 10);
  private static final Range MONTHS = new Range(1, 1, 12);

  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, "container-logs", service, prices);
    double tasks = Amounts.tasks(estimate, service);
    Range gb = estimate.known("log_gb", service.use().logGb(), GB_OF_A_TASK.times(tasks));
    Range months = estimate.known("months_kept", service.use().retentionMonths(), MONTHS);
    estimate.own(
        gb.times(estimate.unit(LOGS_INGESTED_GB))
            .plus(gb.times(months).times(estimate.unit(LOGS_STORED_GB_MONTH))));
    return estimate.made("ingestion x GB + storage x GB x months", Effort.SMALL);
  }
}
