package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.SecurityItem.GUARDDUTY_EVENTS_MILLION;
import static ecsadvisor.models.price.SecurityItem.GUARDDUTY_FLOW_DNS_GB;

/**
 * A GuardDuty detector of an account and region.
 *
 * <pre>4.00 x million management events + 1.00 x GB of flow and DNS logs</pre>
 */
record Detector() implements FixPricer {
  private static final Range EVENTS = new Range(100_000, 500_000, 5_000_000);
  private static final Range GB = new Range(0.5, 5, 200);

  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, "guardduty-detector", service, prices);
    FixFacts.Account account = service.account();
    Range events = estimate.known("management_events", account.managementEvents(), EVENTS);
    Range gb = estimate.known("flow_and_dns_gb", account.flowAndDnsGb(), GB);
    estimate.common(
        "guardduty/" + service.accountRegion(),
        events
            .times(estimate.unit(GUARDDUTY_EVENTS_MILLION) / 1e6)
            .plus(gb.times(estimate.unit(GUARDDUTY_FLOW_DNS_GB))));
    return estimate.made("events x price of a million + GB x price", Effort.SMALL);
  }
}
