package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.SecurityItem.TRAIL_FURTHER_COPY_100K;

/**
 * A trail of management events. The first copy in a region is free; a further one is paid by its
 * events, which is the high figure. Its storage in S3 is not in it.
 */
record Trail() implements FixPricer {
  private static final Range EVENTS = new Range(100_000, 500_000, 5_000_000);

  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, "trail", service, prices);
    Range events =
        estimate.known("management_events", service.account().managementEvents(), EVENTS);
    double high = estimate.unit(TRAIL_FURTHER_COPY_100K) * events.high() / 100_000;
    estimate.note("expected", "the first copy of management events is free");
    estimate.common("account/" + service.accountRegion(), new Range(0, 0, high));
    return estimate.made("at most events x price of a further copy", Effort.SMALL);
  }
}
