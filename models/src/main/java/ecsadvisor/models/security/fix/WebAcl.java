package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.SecurityItem.WAF_REQUESTS_MILLION;
import static ecsadvisor.models.price.SecurityItem.WAF_RULE_MONTH;
import static ecsadvisor.models.price.SecurityItem.WEB_ACL_MONTH;

/**
 * A web ACL on the service's load balancer, for all services behind it.
 *
 * <pre>5 + 1 x rules + 0.60 x million requests; without the first two where an ACL can be shared
 * </pre>
 */
record WebAcl() implements FixPricer {
  private static final Range RULES = new Range(1, 3, 10);
  private static final Range REQUESTS = new Range(100_000, 5_000_000, 100_000_000);

  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, "web-acl", service, prices);
    Range fixed =
        Range.of(estimate.unit(WEB_ACL_MONTH))
            .plus(estimate.assumed("rules", RULES).times(estimate.unit(WAF_RULE_MONTH)));
    Boolean hasAcl = service.account().hasWebAcl();
    if (!Boolean.FALSE.equals(hasAcl)) {
      boolean known = Boolean.TRUE.equals(hasAcl);
      estimate.note(
          "web_acl",
          known ? "the account has one to share" : "not known whether there is one to share");
      fixed = new Range(0, known ? 0 : fixed.expected(), fixed.high());
    }
    Range requests = estimate.known("requests", service.use().requests(), REQUESTS);
    String balancer = service.use().loadBalancer();
    estimate.common(
        "load-balancer/" + (balancer.isEmpty() ? service.key().arn() : balancer),
        fixed.plus(requests.times(estimate.unit(WAF_REQUESTS_MILLION) / 1e6)));
    return estimate.made("web ACL + rules + requests x price of a million", Effort.MEDIUM);
  }
}
