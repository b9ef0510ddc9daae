package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.SecurityItem.CROSS_ZONE_GB;

/**
 * Tasks in two zones: of the data between them and others in the VPC a half crosses zones, all of
 * it at most, and is paid on both sides.
 */
record SecondZone() implements FixPricer {
  private static final Range GB_OF_A_TASK = new Range(0, 10, 500);

  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, "second-zone", service, prices);
    double tasks = Amounts.tasks(estimate, service);
    Range gb =
        estimate.known("gb_in_vpc", service.use().betweenTasksGb(), GB_OF_A_TASK.times(tasks));
    Range crossing = estimate.assumed("share_across_zones", new Range(0, 0.5, 1));
    estimate.own(gb.times(crossing).times(2 * estimate.unit(CROSS_ZONE_GB)));
    return estimate.made("GB x share across zones x price on both sides", Effort.MEDIUM);
  }
}
