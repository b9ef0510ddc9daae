package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.SecurityItem.KMS_KEY_MONTH;
import static ecsadvisor.models.price.SecurityItem.KMS_REQUESTS_10K;

/**
 * A KMS key of the customer's, one for an account and region.
 *
 * <pre>1.00 + 0.03 x requests / 10000</pre>
 *
 * @param isNeeded whether nothing that is free would do as well
 * @param note what else is to be known
 * @param effort how much work it is
 */
record CustomerKey(boolean isNeeded, String note, Effort effort) implements FixPricer {
  private static final Range REQUESTS = new Range(0, 10_000, 1_000_000);

  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, check, service, prices);
    Range key =
        Range.of(estimate.unit(KMS_KEY_MONTH))
            .plus(
                estimate
                    .assumed("kms_requests", REQUESTS)
                    .times(estimate.unit(KMS_REQUESTS_10K) / 10_000));
    estimate.common("key/" + service.accountRegion(), isNeeded ? key : new Range(0, 0, key.high()));
    estimate.note("note", note);
    return estimate.made("key + requests x price", effort);
  }
}
