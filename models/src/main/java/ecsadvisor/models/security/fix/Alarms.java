package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.SecurityItem.ALARM_MONTH;

/** Alarms that watch the service: one passes the check, running tasks and errors are usual. */
record Alarms() implements FixPricer {
  private static final Range COUNT = new Range(1, 2, 5);

  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, "alarms", service, prices);
    estimate.own(estimate.assumed("alarms", COUNT).times(estimate.unit(ALARM_MONTH)));
    return estimate.made("alarms x price", Effort.SMALL);
  }
}
