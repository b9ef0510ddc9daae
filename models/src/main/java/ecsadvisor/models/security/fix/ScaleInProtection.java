package ecsadvisor.models.security.fix;

/**
 * Managed termination protection: free itself, but instances with tasks are not scaled in any more,
 * which may keep those that packing would take away.
 */
record ScaleInProtection() implements FixPricer {
  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, "termination-protection", service, prices);
    Double idle = service.cluster().idleInstancesMonthly();
    String currency = service.currency();
    if (idle == null || currency.isEmpty()) {
      estimate.unbounded("instances that scale-in would take away");
      return estimate.made("at most instances that stay", Effort.SMALL);
    }
    estimate.note("idle_instances_monthly", Estimate.figure(idle) + " " + currency);
    estimate.common(
        "cluster/" + service.accountRegion() + "/" + service.key().clusterName() + "/scale-in",
        new Range(0, 0, idle));
    return estimate.made("at most instances that stay", Effort.SMALL, currency);
  }
}
