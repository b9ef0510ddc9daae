package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.Rates.HOURS_PER_MONTH;

/**
 * One task on demand among those on Spot.
 *
 * <pre>(task-hour on demand - task-hour now) x 730</pre>
 */
record TaskOnDemand() implements FixPricer {
  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, "task-on-demand", service, prices);
    Double now = service.tasks().hourCost();
    Double onDemand = service.tasks().hourCostOnDemand();
    if (now == null || onDemand == null || service.currency().isEmpty()) {
      estimate.unbounded("what a task-hour on demand costs more is not known");
      return estimate.made("(on demand - now) x 730", Effort.SMALL);
    }
    estimate.note("task_hour_now", Estimate.figure(now) + " " + service.currency());
    estimate.note("task_hour_on_demand", Estimate.figure(onDemand) + " " + service.currency());
    estimate.own(Range.of(Math.max(0, onDemand - now) * HOURS_PER_MONTH));
    return estimate.made("(on demand - now) x 730", Effort.SMALL, service.currency());
  }
}
