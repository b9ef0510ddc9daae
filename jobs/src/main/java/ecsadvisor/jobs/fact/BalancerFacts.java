package ecsadvisor.jobs.fact;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;

import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.models.fact.HourlyMetric;
import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.RequestDay;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.TargetGroup;
import ecsadvisor.models.fact.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** What the telemetry says of load balancers and of the requests that services got through them. */
public final class BalancerFacts {
  private static final int HOURS = 24;

  static final Comparator<HourlyMetric> ORDER =
      Comparator.comparing(HourlyMetric::accountId)
          .thenComparing(HourlyMetric::region)
          .thenComparing(HourlyMetric::loadBalancer)
          .thenComparing(HourlyMetric::targetGroup)
          .thenComparing(HourlyMetric::metric)
          .thenComparing(HourlyMetric::day);

  private BalancerFacts() {}

  /**
   * The metrics of load balancers and target groups, one per series and day, in a fixed order.
   *
   * @param packed what {@link ecsadvisor.jobs.source.utilization.UtilizationSource#read} gives
   * @param window the days to keep, or null for all
   */
  public static List<HourlyMetric> metrics(Dataset<Row> packed, @Nullable Window window) {
    Dataset<Row> points = packed.filter(col("row_kind").equalTo("BALANCER"));
    Dataset<Row> wanted =
        window == null
            ? points
            : points.filter(
                col("day")
                    .between(
                        lit(window.firstDay().toString()).cast("date"),
                        lit(window.asOf().toString()).cast("date")));
    List<HourlyMetric> metrics = new ArrayList<>();
    RecordCodec<HourlyMetric> codec = RecordCodec.of(HourlyMetric.class);
    wanted
        .groupBy("account_id", "region", "cluster_name", "service_name", "metric", "day")
        .agg(collect_list(col("points")).as("points"))
        .select(
            col("account_id"),
            col("region"),
            col("cluster_name"),
            col("service_name"),
            col("metric"),
            datediff(col("day"), lit("1970-01-01").cast("date")),
            col("points"))
        .flatMap(BalancerDay::rows, Encoders.row(BalancerDay.SCHEMA))
        .collectAsList()
        .forEach(row -> metrics.add(codec.fromRow(row)));
    metrics.sort(ORDER);
    return List.copyOf(metrics);
  }

  /**
   * Requests of each service by day, summed over its target groups.
   *
   * <p>A target group's requests are those of its series per load balancer, else of its series
   * alone; where it has neither, those of a load balancer that forwards to no other target group.
   * An Application Load Balancer counts requests, a Network Load Balancer new flows. An hour
   * without a value is not known, unless another of the service's target groups has one.
   *
   * @param metrics what {@link #metrics} gives
   * @param services the only service of each target group; groups of several are not in it
   * @param balancers the inventory's load balancers
   */
  public static SortedMap<ServiceKey, List<RequestDay>> requests(
      List<HourlyMetric> metrics,
      Map<TargetGroupKey, ServiceKey> services,
      List<LoadBalancer> balancers) {
    Map<TargetGroupKey, SortedMap<LocalDate, double[]>> perBalancer = new HashMap<>();
    Map<TargetGroupKey, SortedMap<LocalDate, double[]>> alone = new HashMap<>();
    Map<TargetGroupKey, SortedMap<LocalDate, double[]>> whole = new HashMap<>();
    Map<TargetGroupKey, TargetGroupKey> onlyGroups = onlyGroups(balancers);
    for (HourlyMetric metric : metrics) {
      if (!metric.metric().equals("RequestCount") && !metric.metric().equals("NewFlowCount")) {
        continue;
      }
      boolean ofGroup = !metric.targetGroup().isEmpty();
      TargetGroupKey own =
          new TargetGroupKey(
              metric.accountId(),
              metric.region(),
              ofGroup ? metric.targetGroup() : metric.loadBalancer());
      if (ofGroup) {
        add(metric.loadBalancer().isEmpty() ? alone : perBalancer, own, metric);
      } else if (onlyGroups.containsKey(own)) {
        add(whole, onlyGroups.get(own), metric);
      }
    }
    SortedMap<ServiceKey, SortedMap<LocalDate, double[]>> byService = new TreeMap<>();
    new TreeMap<>(services)
        .forEach(
            (group, service) -> {
              SortedMap<LocalDate, double[]> days =
                  perBalancer.getOrDefault(
                      group, alone.getOrDefault(group, whole.getOrDefault(group, new TreeMap<>())));
              days.forEach(
                  (day, hours) ->
                      byService
                          .computeIfAbsent(service, ignored -> new TreeMap<>())
                          .merge(day, hours.clone(), BalancerFacts::sum));
            });
    SortedMap<ServiceKey, List<RequestDay>> requests = new TreeMap<>();
    byService.forEach((service, days) -> requests.put(service, days(days)));
    return Collections.unmodifiableSortedMap(requests);
  }

  /** The target group of each load balancer that has but one, by the load balancer's dimension. */
  private static Map<TargetGroupKey, TargetGroupKey> onlyGroups(List<LoadBalancer> balancers) {
    Map<TargetGroupKey, TargetGroupKey> groups = new HashMap<>();
    for (LoadBalancer balancer : balancers) {
      List<TargetGroup> own = balancer.targetGroups();
      TargetGroupKey only =
          balancer.rulesKnown() && own.size() == 1 ? TargetGroupKey.of(own.get(0).arn()) : null;
      if (only != null) {
        groups.put(
            new TargetGroupKey(balancer.accountId(), balancer.region(), balancer.dimension()),
            only);
      }
    }
    return groups;
  }

  private static void add(
      Map<TargetGroupKey, SortedMap<LocalDate, double[]>> target,
      TargetGroupKey key,
      HourlyMetric metric) {
    double[] hours = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      hours[hour] = metric.hours().get(hour);
    }
    target
        .computeIfAbsent(key, ignored -> new TreeMap<>())
        .merge(metric.day(), hours, BalancerFacts::sum);
  }

  private static double[] sum(double[] one, double[] other) {
    double[] sum = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      sum[hour] = Double.isNaN(one[hour]) ? other[hour] : one[hour];
      if (!Double.isNaN(one[hour]) && !Double.isNaN(other[hour])) {
        sum[hour] = one[hour] + other[hour];
      }
    }
    return sum;
  }

  private static List<RequestDay> days(SortedMap<LocalDate, double[]> days) {
    List<RequestDay> requests = new ArrayList<>();
    days.forEach(
        (day, hours) -> {
          List<Double> boxed = new ArrayList<>();
          for (double hour : hours) {
            boxed.add(hour);
          }
          requests.add(new RequestDay(day, boxed));
        });
    return List.copyOf(requests);
  }
}
