package ecsadvisor.jobs.source.utilization;

import org.jspecify.annotations.Nullable;

/**
 * Which CloudWatch metrics of load balancers become facts, and how.
 *
 * <p>Counts are added up, of all others the mean and the highest value are kept. Series by
 * Availability Zone repeat what those without it say and are left out.
 */
enum BalancerMetric {
  REQUEST_COUNT("RequestCount", true),
  NEW_FLOW_COUNT("NewFlowCount", true),
  ACTIVE_FLOW_COUNT("ActiveFlowCount", false),
  PROCESSED_BYTES("ProcessedBytes", true),
  CONSUMED_LCUS("ConsumedLCUs", false),
  HEALTHY_HOST_COUNT("HealthyHostCount", false);

  final String metricName;
  final boolean count;

  BalancerMetric(String metricName, boolean count) {
    this.metricName = metricName;
    this.count = count;
  }

  /** The metric; null when it is none of a load balancer, or the job has no use for it. */
  static @Nullable BalancerMetric of(String namespace, String metricName) {
    return switch (namespace) {
      case "AWS/ApplicationELB" ->
          switch (metricName) {
            case "RequestCount" -> REQUEST_COUNT;
            case "ProcessedBytes" -> PROCESSED_BYTES;
            case "ConsumedLCUs" -> CONSUMED_LCUS;
            case "HealthyHostCount" -> HEALTHY_HOST_COUNT;
            default -> null;
          };
      case "AWS/NetworkELB" ->
          switch (metricName) {
            case "NewFlowCount" -> NEW_FLOW_COUNT;
            case "ActiveFlowCount" -> ACTIVE_FLOW_COUNT;
            case "ProcessedBytes" -> PROCESSED_BYTES;
            case "ConsumedLCUs" -> CONSUMED_LCUS;
            case "HealthyHostCount" -> HEALTHY_HOST_COUNT;
            default -> null;
          };
      default -> null;
    };
  }
}
