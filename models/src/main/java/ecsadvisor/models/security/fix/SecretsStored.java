package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.SecurityItem.SECRET_CALLS_10K;
import static ecsadvisor.models.price.SecurityItem.SECRET_MONTH;

/**
 * Secrets by reference: free as standard SecureString parameters of Systems Manager with the key
 * that AWS manages; at most what Secrets Manager takes for them.
 *
 * <pre>high = 0.40 x secrets + 0.05 x secrets x task starts / 10000</pre>
 */
record SecretsStored() implements FixPricer {
  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, "secrets-store", service, prices);
    double secrets = Math.max(1, service.use().secretsFound());
    estimate.given("secrets", secrets);
    Range starts = Amounts.starts(estimate, service, Amounts.tasks(estimate, service));
    double high =
        estimate.unit(SECRET_MONTH) * secrets
            + estimate.unit(SECRET_CALLS_10K) * secrets * starts.high() / 10_000;
    estimate.note("expected", "standard parameters of Systems Manager, which are free");
    estimate.own(new Range(0, 0, high));
    return estimate.made("at most secrets x price + calls x price", Effort.MEDIUM);
  }
}
