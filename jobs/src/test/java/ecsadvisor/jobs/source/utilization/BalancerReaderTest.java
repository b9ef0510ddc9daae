package ecsadvisor.jobs.source.utilization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.source.FileQuality;
import ecsadvisor.models.timeseries.DayPoints;
import ecsadvisor.models.timeseries.PackedPoints;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BalancerReaderTest {
  /** 2026-11-02T00:00:00Z. */
  private static final long DAY = 1793577600000L;

  private static final int POINTS_COLUMN = 10;

  private static final String LB = "\"LoadBalancer\":\"app/web/1\"";
  private static final String TG = "\"TargetGroup\":\"targetgroup/web/2\"";
  private static final String PLACE = "1/r/";

  private final PointStore store = new PointStore();

  private FileQuality read(String... lines) {
    byte[] bytes = String.join("\n", lines).getBytes(UTF_8);
    return UtilizationReader.read(
        "file:/x.json", new ByteArrayInputStream(bytes), store, () -> null);
  }

  private List<String> points() {
    List<String> points = new ArrayList<>();
    store.drain(
        row -> {
          if (row.getString(0).equals(UtilizationRows.BALANCER)) {
            points.addAll(points(row));
          }
        });
    points.sort(null);
    return points;
  }

  private static List<String> points(Row row) {
    DayPoints day = PackedPoints.unpack(row.getAs(POINTS_COLUMN));
    List<String> points = new ArrayList<>();
    for (int i = 0; i < day.size(); i++) {
      points.add(
          "%s/%s/%s/%s/%s %d+%d %s %s"
              .formatted(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(8),
                  day.minute(i),
                  day.periodMinutes(i),
                  day.average(i),
                  day.maximum(i)));
    }
    return points;
  }

  private static String stream(
      String namespace, String metric, String dimensions, int minute, double sum, int count) {
    return """
        {"account_id":"1","region":"r","namespace":"%s","metric_name":"%s","dimensions":{%s},\
        "timestamp":%d,"value":{"max":4,"min":1,"sum":%s,"count":%d}}"""
        .formatted(namespace, metric, dimensions, DAY + minute * 60_000L, sum, count);
  }

  private static String alb(String metric, String dimensions, double sum, int count) {
    return stream("AWS/ApplicationELB", metric, dimensions, 3, sum, count);
  }

  private static String answer(String metric, String statistic, String dimensions, String values) {
    return """
        {"accountId":"1","region":"r","request":{"MetricDataQueries":[{"Id":"m","MetricStat":\
        {"Metric":{"Namespace":"AWS/ApplicationELB","MetricName":"%s","Dimensions":[%s]},\
        "Period":3600,"Stat":"%s"}}]},"response":{"MetricDataResults":[{"Id":"m","Timestamps":\
        ["2026-11-02T01:00:00Z"],"Values":[%s],"StatusCode":"Complete"}]}}"""
        .formatted(metric, dimensions, statistic, values);
  }

  private static final String LB_LIST = "{\"Name\":\"LoadBalancer\",\"Value\":\"app/web/1\"}";

  @Test
  void streamHasSumsOfCountsAndMeansOfAllOthers() {
    FileQuality quality =
        read(
            alb("RequestCount", LB, 12, 12),
            alb("RequestCount", LB + "," + TG, 7, 7),
            alb("RequestCount", TG, 8, 8),
            alb("ConsumedLCUs", LB, 6, 2),
            stream("AWS/NetworkELB", "NewFlowCount", "\"LoadBalancer\":\"net/n/3\"", 4, 5, 1));
    assertEquals(
        List.of(
            PLACE + "/targetgroup/web/2/RequestCount 3+1 8.0 8.0",
            PLACE + "app/web/1//ConsumedLCUs 3+1 3.0 4.0",
            PLACE + "app/web/1//RequestCount 3+1 12.0 12.0",
            PLACE + "app/web/1/targetgroup/web/2/RequestCount 3+1 7.0 7.0",
            PLACE + "net/n/3//NewFlowCount 4+1 5.0 5.0"),
        points());
    assertEquals(5, quality.rowsUsed());
  }

  @Test
  void zonesAndOtherMetricsAreLeftOut() {
    FileQuality quality =
        read(
            alb("RequestCount", LB + ",\"AvailabilityZone\":\"a\"", 12, 12),
            alb("RequestCount", "\"AvailabilityZone\":\"a\"", 12, 12),
            alb("TargetResponseTime", LB, 12, 12),
            alb("RequestCount", "", 12, 12));
    assertEquals(List.of(), points());
    assertEquals(0, quality.rowsUsed());
    assertEquals(0, quality.rowsBad());
  }

  @Test
  void answersOfQueriesBecomePoints() {
    read(answer("RequestCount", "Sum", LB_LIST, "120"));
    read(answer("ConsumedLCUs", "Average", LB_LIST, "0.25"));
    assertEquals(
        List.of(
            PLACE + "app/web/1//ConsumedLCUs 60+60 0.25 0.25",
            PLACE + "app/web/1//RequestCount 60+60 120.0 120.0"),
        points());
  }

  @Test
  void statisticsBecomePoints() {
    read(
        """
        {"accountId":"1","region":"r","request":{"Namespace":"AWS/ApplicationELB","MetricName":\
        "HealthyHostCount","Dimensions":[%s,{"Name":"TargetGroup","Value":"targetgroup/web/2"}],\
        "Period":300},"response":{"Datapoints":[{"Timestamp":"2026-11-02T01:00:00Z","Average":2.5,\
        "Maximum":3}]}}"""
            .formatted(LB_LIST));
    assertEquals(
        List.of(PLACE + "app/web/1/targetgroup/web/2/HealthyHostCount 60+5 2.5 3.0"), points());
  }

  @Test
  void aCountWithoutItsSumIsNoDamage() {
    FileQuality quality = read(answer("RequestCount", "Average", LB_LIST, "1"));
    assertEquals(List.of(), points());
    assertEquals(0, quality.rowsBad());
    assertEquals(1, quality.reasons().get("count of a load balancer lacks its sum: ask for it"));
  }
}
