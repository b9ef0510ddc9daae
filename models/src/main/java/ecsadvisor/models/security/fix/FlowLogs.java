package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.SecurityItem.FLOW_LOG_LOGS_GB;
import static ecsadvisor.models.price.SecurityItem.FLOW_LOG_S3_GB;

/**
 * Flow logs of the service's interfaces: to S3, at most to CloudWatch Logs. A VPC's flow log is one
 * thing, but paid by its data, so each service has the price of what its own interfaces write.
 */
record FlowLogs() implements FixPricer {
  private static final Range GB_OF_AN_INTERFACE = new Range(0.05, 0.5, 5);

  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, "flow-logs", service, prices);
    double tasks = Amounts.tasks(estimate, service);
    Range gb = estimate.assumed("flow_log_gb_of_an_interface", GB_OF_AN_INTERFACE).times(tasks);
    double toBucket = estimate.unit(FLOW_LOG_S3_GB);
    double toLogs = estimate.unit(FLOW_LOG_LOGS_GB);
    estimate.own(
        Range.ascending(
            gb.low() * Math.min(toBucket, toLogs),
            gb.expected() * Math.min(toBucket, toLogs),
            gb.high() * Math.max(toBucket, toLogs)));
    return estimate.made("price of a GB x GB of flow logs", Effort.SMALL);
  }
}
