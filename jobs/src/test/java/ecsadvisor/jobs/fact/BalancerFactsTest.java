package ecsadvisor.jobs.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.fixture.SparkTest;
import ecsadvisor.jobs.source.utilization.UtilizationSource;
import ecsadvisor.models.fact.HourlyMetric;
import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.RequestDay;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.TargetGroup;
import ecsadvisor.models.fact.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class BalancerFactsTest {
  /** 2026-11-02T00:00:00Z. */
  private static final long DAY = 1793577600000L;

  private static final LocalDate DATE = LocalDate.of(2026, 11, 2);
  private static final ServiceKey WEB = new ServiceKey("1", "r", "c", "web");
  private static final TargetGroupKey GROUP = new TargetGroupKey("1", "r", "targetgroup/web/2");

  @TempDir private Path folder;

  private static String stream(String metric, int minute, double sum, int count) {
    return """
        {"account_id":"1","region":"r","namespace":"AWS/ApplicationELB","metric_name":"%s",\
        "dimensions":{"LoadBalancer":"app/web/1"},"timestamp":%d,\
        "value":{"max":9,"min":1,"sum":%s,"count":%d}}"""
        .formatted(metric, DAY + minute * 60_000L, sum, count);
  }

  private static String hourly(double first, double second) {
    return """
        {"accountId":"1","region":"r","request":{"MetricDataQueries":[{"Id":"m","MetricStat":\
        {"Metric":{"Namespace":"AWS/ApplicationELB","MetricName":"RequestCount","Dimensions":[\
        {"Name":"LoadBalancer","Value":"app/web/1"}]},"Period":3600,"Stat":"Sum"}}]},"response":\
        {"MetricDataResults":[{"Id":"m","Timestamps":["2026-11-02T00:00:00Z",\
        "2026-11-02T01:00:00Z"],"Values":[%s,%s],"StatusCode":"Complete"}]}}"""
        .formatted(first, second);
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines));
  }

  private Dataset<Row> read(SparkSession spark) {
    return UtilizationSource.read(spark, UtilizationSource.find(spark, List.of("" + folder)));
  }

  private static HourlyMetric metric(String balancer, String group, String metric, double value) {
    List<Double> hours = Collections.nCopies(24, value);
    return new HourlyMetric("1", "r", balancer, group, metric, DATE, hours, hours);
  }

  private static LoadBalancer balancer(String dimension, String... groups) {
    List<TargetGroup> targetGroups = new ArrayList<>();
    for (String group : groups) {
      targetGroups.add(
          new TargetGroup(
              "arn:aws:elasticloadbalancing:r:1:" + group,
              List.of(),
              "ip",
              null,
              null,
              true,
              30,
              5));
    }
    return new LoadBalancer(
        "1",
        "r",
        "arn:aws:elasticloadbalancing:r:1:loadbalancer/" + dimension,
        "web",
        "application",
        "internal",
        "vpc",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        1,
        0,
        0,
        List.of(),
        List.of(443),
        "",
        60,
        targetGroups,
        true);
  }

  private static double firstHour(
      List<HourlyMetric> metrics, Map<TargetGroupKey, ServiceKey> services, LoadBalancer balancer) {
    List<RequestDay> days =
        BalancerFacts.requests(metrics, services, List.of(balancer)).getOrDefault(WEB, List.of());
    return days.isEmpty() ? Double.NaN : days.get(0).hours().get(0);
  }

  @Test
  void countsAreAddedUpAndOthersAveraged(SparkSession spark) throws IOException {
    write(
        "a",
        stream("RequestCount", 0, 5, 5),
        stream("RequestCount", 59, 7, 7),
        stream("RequestCount", 60, 2, 2),
        stream("ConsumedLCUs", 0, 1, 1),
        stream("ConsumedLCUs", 1, 3, 1));
    List<HourlyMetric> metrics = BalancerFacts.metrics(read(spark), null);
    assertEquals(2, metrics.size());
    HourlyMetric units = metrics.get(0);
    assertEquals("ConsumedLCUs", units.metric());
    assertEquals(2.0, units.hours().get(0));
    assertEquals(9.0, units.hourMaxima().get(0), 1e-4);
    HourlyMetric requests = metrics.get(1);
    assertEquals("app/web/1", requests.loadBalancer());
    assertEquals("", requests.targetGroup());
    assertEquals(DATE, requests.day());
    assertEquals(12.0, requests.hours().get(0));
    assertEquals(2.0, requests.hours().get(1));
    assertTrue(requests.hours().get(2).isNaN());
  }

  @Test
  void nothingIsAddedTwice(SparkSession spark) throws IOException {
    write("a", stream("RequestCount", 0, 5, 5), stream("RequestCount", 0, 5, 5));
    write("b", stream("RequestCount", 0, 5, 5));
    write("c", hourly(100, 50));
    HourlyMetric requests = BalancerFacts.metrics(read(spark), null).get(0);
    assertEquals(100.0, requests.hours().get(0), "the query covers more minutes");
    assertEquals(50.0, requests.hours().get(1));
  }

  @Test
  void onlyDaysOfTheWindowAreKept(SparkSession spark) throws IOException {
    write("a", stream("RequestCount", 0, 5, 5), stream("RequestCount", 1440, 6, 6));
    assertEquals(1, BalancerFacts.metrics(read(spark), new Window(DATE, 7)).size());
  }

  @Test
  void usageOfServicesIsNotTouched(SparkSession spark) throws IOException {
    write("a", stream("RequestCount", 0, 5, 5));
    assertEquals(0, UsageFacts.perService(read(spark), null).count());
  }

  @Test
  void theSeriesPerLoadBalancerAndGroupComesFirst() {
    LoadBalancer balancer = balancer("app/web/1", "targetgroup/web/2");
    Map<TargetGroupKey, ServiceKey> services = Map.of(GROUP, WEB);
    HourlyMetric both = metric("app/web/1", "targetgroup/web/2", "RequestCount", 7);
    HourlyMetric other = metric("app/web/3", "targetgroup/web/2", "RequestCount", 1);
    HourlyMetric alone = metric("", "targetgroup/web/2", "RequestCount", 20);
    HourlyMetric whole = metric("app/web/1", "", "RequestCount", 30);
    assertEquals(8, firstHour(List.of(alone, both, other, whole), services, balancer));
    assertEquals(20, firstHour(List.of(alone, whole), services, balancer));
    assertEquals(30, firstHour(List.of(whole), services, balancer));
  }

  @Test
  void aLoadBalancerOfSeveralGroupsSaysNothingOfOne() {
    LoadBalancer balancer = balancer("app/web/1", "targetgroup/web/2", "targetgroup/api/3");
    HourlyMetric whole = metric("app/web/1", "", "RequestCount", 30);
    assertTrue(Double.isNaN(firstHour(List.of(whole), Map.of(GROUP, WEB), balancer)));
  }

  @Test
  void requestsOfAllGroupsOfAServiceAreAddedUp() {
    LoadBalancer balancer = balancer("app/web/1", "targetgroup/web/2", "targetgroup/api/3");
    TargetGroupKey api = new TargetGroupKey("1", "r", "targetgroup/api/3");
    List<HourlyMetric> metrics =
        List.of(
            metric("app/web/1", "targetgroup/web/2", "RequestCount", 7),
            metric("app/web/1", "targetgroup/api/3", "RequestCount", 5),
            metric("app/web/1", "targetgroup/web/2", "HealthyHostCount", 99));
    assertEquals(12, firstHour(metrics, Map.of(GROUP, WEB, api, WEB), balancer));
  }
}
