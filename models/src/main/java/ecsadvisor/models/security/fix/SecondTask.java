package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.Rates.HOURS_PER_MONTH;

/**
 * Two tasks at least: the further ones at what a task-hour of the service costs in the bill.
 *
 * <pre>task-hour x 730 x (2 - tasks)</pre>
 */
record SecondTask() implements FixPricer {
  private static final int TASKS = 2;

  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, "second-task", service, prices);
    int further = Math.max(0, TASKS - Math.max(0, service.tasks().least()));
    estimate.given("further_tasks", further);
    Double hour = service.tasks().hourCost();
    if (hour == null || service.currency().isEmpty()) {
      estimate.unbounded("what a task-hour of the service costs is not known");
      return estimate.made("task-hour x 730 x further tasks", Effort.SMALL);
    }
    estimate.note(
        "task_hour", Estimate.figure(hour) + " " + service.currency() + ", from the bill");
    estimate.own(Range.of(hour * HOURS_PER_MONTH * further));
    estimate.note("zones", "traffic between zones comes on top; see several-zones");
    return estimate.made("task-hour x 730 x further tasks", Effort.SMALL, service.currency());
  }
}
