package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.SecurityItem.SECURITY_HUB_CHECK;

/**
 * Security Hub in an account and region, paid by its checks. AWS Config, which it needs, is not in
 * it.
 */
record SecurityHubOn() implements FixPricer {
  private static final Range CHECKS = new Range(1_000, 10_000, 100_000);

  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, "security-hub", service, prices);
    Range checks =
        estimate.known("security_hub_checks", service.account().securityHubChecks(), CHECKS);
    estimate.common(
        "security-hub/" + service.accountRegion(), checks.times(estimate.unit(SECURITY_HUB_CHECK)));
    estimate.note("needs", "AWS Config, see config-records");
    return estimate.made("checks x price", Effort.SMALL);
  }
}
