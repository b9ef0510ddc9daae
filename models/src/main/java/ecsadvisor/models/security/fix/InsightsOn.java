package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.SecurityItem.CUSTOM_METRIC_MONTH;
import static ecsadvisor.models.price.SecurityItem.INSIGHTS_METRIC_MONTH;
import static ecsadvisor.models.price.SecurityItem.LOGS_INGESTED_GB;

import ecsadvisor.models.fact.ServiceKey;

/**
 * Container Insights of a cluster, for all its services.
 *
 * <pre>
 *   standard   0.30 x ( 8 x cluster +  17 x services) + logs
 *   enhanced   0.07 x (23 x cluster + 157 x services) + logs; at most 157 for each task
 * </pre>
 *
 * The counts of enhanced metrics are one public measurement of one-task services; those of standard
 * ones are assumed. Either passes the check: the expected figure is the cheaper one.
 */
record InsightsOn() implements FixPricer {
  private static final double STANDARD_OF_CLUSTER = 8;
  private static final double STANDARD_OF_SERVICE = 17;
  private static final double ENHANCED_OF_CLUSTER = 23;
  private static final double ENHANCED_OF_SERVICE = 157;
  private static final Range UNKNOWN_SERVICES = new Range(1, 5, 20);
  private static final Range TASKS_OF_A_SERVICE = new Range(1, 2, 4);
  private static final Range LOG_GB_OF_A_TASK = new Range(0.05, 0.13, 0.4);

  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, "container-insights", service, prices);
    FixFacts.Cluster cluster = service.cluster();
    Integer count = cluster.services();
    Range services =
        estimate.known(
            "cluster_services", count == null ? null : Double.valueOf(count), UNKNOWN_SERVICES);
    Range tasks =
        estimate.known("cluster_tasks", cluster.tasks(), services.times(TASKS_OF_A_SERVICE));
    Range logs =
        estimate
            .assumed("log_gb_of_a_task", LOG_GB_OF_A_TASK)
            .times(tasks)
            .times(estimate.unit(LOGS_INGESTED_GB));
    Range standard =
        metrics(
            estimate.unit(CUSTOM_METRIC_MONTH), STANDARD_OF_CLUSTER, STANDARD_OF_SERVICE, services);
    Range enhanced =
        metrics(
            estimate.unit(INSIGHTS_METRIC_MONTH),
            ENHANCED_OF_CLUSTER,
            ENHANCED_OF_SERVICE,
            services);
    double perTask =
        estimate.unit(INSIGHTS_METRIC_MONTH)
            * (ENHANCED_OF_CLUSTER + ENHANCED_OF_SERVICE * Math.max(services.high(), tasks.high()));
    estimate.note(
        "metrics",
        "assumed: standard 8 of the cluster and 17 of a service, enhanced 23 and 157 as measured once");
    ServiceKey key = service.key();
    estimate.common(
        "cluster/" + service.accountRegion() + "/" + key.clusterName(),
        Range.ascending(
                Math.min(standard.low(), enhanced.low()),
                Math.min(standard.expected(), enhanced.expected()),
                Math.max(standard.high(), perTask))
            .plus(logs));
    return estimate.made(
        "price of a metric x metrics of cluster and services + logs x GB", Effort.SMALL);
  }

  private static Range metrics(double price, double ofCluster, double ofService, Range services) {
    return Range.of(price * ofCluster).plus(services.times(price * ofService));
  }
}
