package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.SecurityItem.LOGS_STORED_GB_MONTH;

/**
 * Logs that are not kept for ever: saves the storage of what is older.
 *
 * <pre>saves 0.03 x (GB stored - GB a month x months kept)</pre>
 */
record LogRetention() implements FixPricer {
  private static final Range MONTHS = new Range(3, 3, 3);

  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, "log-retention", service, prices);
    Double stored = service.use().storedLogGb();
    Double written = service.use().logGb();
    if (stored == null || written == null) {
      estimate.note("saving", "not known without the size of the log groups and what they take in");
      return estimate.made("saves storage x (GB stored - GB kept)", Effort.SMALL);
    }
    double months =
        estimate.known("months_kept", service.use().retentionMonths(), MONTHS).expected();
    estimate.given("stored_gb", stored);
    estimate.given("log_gb", written);
    estimate.saves(estimate.unit(LOGS_STORED_GB_MONTH) * Math.max(0, stored - written * months));
    return estimate.made("saves storage x (GB stored - GB kept)", Effort.SMALL);
  }
}
