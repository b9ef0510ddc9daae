package ecsadvisor.jobs.source.utilization;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one query of GetMetricData or GetMetricStatistics asked for.
 *
 * @param selection the metric of ECS if it is one and of use, else null
 * @param balancer the series of a load balancer if it is one and of use, else null
 * @param periodSeconds the period of the points
 * @param statistic the statistic; empty where the points name theirs
 */
record MetricQuery(
    String accountId,
    String region,
    String clusterName,
    String serviceName,
    @Nullable MetricSelection selection,
    BalancerStore.@Nullable Series balancer,
    int periodSeconds,
    String statistic) {

  /** The statistics that become points. */
  static final Set<String> STATISTICS =
      Set.of("Average", "Maximum", "Minimum", "Sum", "SampleCount");

  /** A query of GetMetricData; one that is an expression selects nothing. */
  static MetricQuery ofDataQuery(JsonNode query, String account, String region) {
    JsonNode stat = field(query, "MetricStat");
    String own = text(query, "AccountId");
    return of(
        field(stat, "Metric"),
        own.isEmpty() ? account : own,
        region,
        field(stat, "Period").asInt(),
        text(stat, "Stat"));
  }

  /** A request of GetMetricStatistics. */
  static MetricQuery ofStatistics(JsonNode request, String account, String region) {
    return of(request, account, region, field(request, "Period").asInt(), "");
  }

  private static MetricQuery of(
      JsonNode metric, String account, String region, int periodSeconds, String statistic) {
    Map<String, String> dimensions = MetricAnswerReader.dimensions(metric);
    String cluster = dimensions.getOrDefault("ClusterName", "");
    String service = dimensions.getOrDefault("ServiceName", "");
    boolean exact = dimensions.size() == 2 && !cluster.isEmpty() && !service.isEmpty();
    return new MetricQuery(
        account,
        region,
        cluster,
        service,
        exact ? MetricSelection.of(text(metric, "Namespace"), text(metric, "MetricName")) : null,
        balancer(metric, dimensions, account, region),
        periodSeconds,
        statistic);
  }

  private static BalancerStore.@Nullable Series balancer(
      JsonNode metric, Map<String, String> dimensions, String account, String region) {
    BalancerMetric balancerMetric =
        BalancerMetric.of(text(metric, "Namespace"), text(metric, "MetricName"));
    String loadBalancer = dimensions.getOrDefault("LoadBalancer", "");
    String targetGroup = dimensions.getOrDefault("TargetGroup", "");
    int named = (loadBalancer.isEmpty() ? 0 : 1) + (targetGroup.isEmpty() ? 0 : 1);
    return balancerMetric == null || named == 0 || dimensions.size() != named
        ? null
        : new BalancerStore.Series(account, region, loadBalancer, targetGroup, balancerMetric);
  }
}
