package ecsadvisor.jobs.source.utilization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.source.file.StrictJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricAnswerReaderTest {
  private static final String PLACE = "\"accountId\":\"111122223333\",\"region\":\"eu-west-1\"";

  private static String query(String id, String statistic) {
    return """
        {"Id":"%s","MetricStat":{"Metric":{"Namespace":"AWS/ECS","MetricName":\
        "CPUUtilization","Dimensions":[{"Name":"ServiceName","Value":"s"},\
        {"Name":"ClusterName","Value":"c"}]},"Period":300,"Stat":"%s"}}"""
        .formatted(id, statistic);
  }

  private static final String REQUEST =
      "{\"MetricDataQueries\":[%s,%s,%s]}"
          .formatted(query("a", "Average"), query("m", "Maximum"), query("n", "SampleCount"));

  private static String result(String id, String times, String values) {
    return """
        {"Id":"%s","Label":"x","Timestamps":%s,"Values":%s,"StatusCode":"Complete"}"""
        .formatted(id, times, values);
  }

  private static String response(String times) {
    return "{\"MetricDataResults\":[%s,%s,%s],\"Messages\":[]}"
        .formatted(
            result("a", times, "[20.0,10.0]"),
            result("m", times, "[50.0,40.0]"),
            result("n", times, "[10,10]"));
  }

  private static final String ISO = "[\"2026-11-02T01:05:00+01:00\",\"2026-11-02T00:00:00+00:00\"]";
  private static final List<String> POINTS =
      List.of(
          "111122223333/eu-west-1/c/s///CLOUDWATCH/CPU_SHARE 2026-11-02 0+5 avg 0.1 max 0.4 n 10",
          "111122223333/eu-west-1/c/s///CLOUDWATCH/CPU_SHARE 2026-11-02 5+5 avg 0.2 max 0.5 n 10");

  private static String both(String request, String response) {
    return "{\"request\":%s,\"response\":%s,%s}".formatted(request, response, PLACE);
  }

  private static Stored bare(String response, String request) {
    return Stored.of(
        "file:/x.json",
        response.getBytes(UTF_8),
        () -> request.isEmpty() ? null : StrictJson.TREES.readTree(request));
  }

  @Test
  void queriesOfOneSeriesBecomePoints() {
    Stored stored = Stored.of(both(REQUEST, response(ISO)));
    assertEquals("METRIC_ANSWERS", stored.quality().kind());
    assertEquals(POINTS, stored.points());
    assertEquals(2, stored.quality().rowsUsed());
  }

  @Test
  void timesOfEveryToolAreUnderstood() {
    long five = 1793577900L;
    String placebo =
        """
        {"__class__":"datetime","year":2026,"month":11,"day":2,"hour":0,"minute":%d,\
        "second":0,"microsecond":0}""";
    for (String times :
        List.of(
            "[%d,%d]".formatted(five, five - 300),
            "[%d.0,%d.0]".formatted(five, five - 300),
            "[\"2026-11-02T00:05:00Z\",\"2026-11-02T00:00:00Z\"]",
            "[%s,%s]".formatted(placebo.formatted(5), placebo.formatted(0)))) {
      assertEquals(POINTS, Stored.of(both(REQUEST, response(times))).points(), times);
    }
  }

  @Test
  void pagesAreReadAsLinesAndAsArray() {
    String first =
        "{\"MetricDataResults\":[%s,%s]}"
            .formatted(result("a", ISO, "[20,10]"), result("n", ISO, "[10,10]"));
    String second = "{\"MetricDataResults\":[%s]}".formatted(result("m", ISO, "[50,40]"));
    String lines = both(REQUEST, first) + "\n" + both(REQUEST, second);
    assertEquals(POINTS, Stored.of(lines).points());
    assertEquals(POINTS, Stored.of("[" + lines.replace("\n", ",") + "]").points());
  }

  @Test
  void prettyPrintedAndOtherCaseAreUnderstood() throws Exception {
    String text =
        both(REQUEST, response(ISO))
            .replace("MetricDataQueries", "metricDataQueries")
            .replace("\"Id\"", "\"id\"")
            .replace("MetricDataResults", "metricDataResults")
            .replace("\"request\"", "\"Request\"");
    String pretty = StrictJson.TREES.readTree(text).toPrettyString();
    assertEquals(POINTS, Stored.of(pretty).points());
  }

  @Test
  void requestMayLieBesideTheAnswer() {
    assertEquals(
        POINTS, bare(response(ISO), "{\"request\":%s,%s}".formatted(REQUEST, PLACE)).points());
  }

  @Test
  void placeMayBeInThePath() {
    Stored stored =
        Stored.of(
            "file:/d/account=111122223333/region=eu-west-1/x.json",
            response(ISO).getBytes(UTF_8),
            () -> StrictJson.TREES.readTree(REQUEST));
    assertEquals(POINTS, stored.points());
  }

  @Test
  void answerWithoutRequestIsRefusedWithAdvice() {
    Stored stored = bare(response(ISO), "");
    assertEquals(List.of(), stored.points());
    assertEquals(1, stored.quality().rowsBad());
    assertEquals(
        "answer without its request: put the request into <file>.request.json beside it, or write"
            + " {\"request\":…,\"response\":…,\"accountId\":…,\"region\":…}",
        stored.quality().reasons().keySet().iterator().next());
  }

  @Test
  void answerWithoutPlaceIsRefusedWithAdvice() {
    Stored stored = bare(response(ISO), REQUEST);
    assertEquals(List.of(), stored.points());
    assertEquals(1, stored.quality().rowsBad());
  }

  @Test
  void accountOfAQueryGoesBeforeTheCallers() {
    String request = REQUEST.replace("\"Id\"", "\"AccountId\":\"444455556666\",\"Id\"");
    assertEquals(
        POINTS.stream().map(point -> point.replace("111122223333", "444455556666")).toList(),
        Stored.of(both(request, response(ISO))).points());
  }

  @Test
  void statusOfResultsIsReported() {
    Stored partial =
        Stored.of(both(REQUEST, response(ISO).replaceFirst("Complete", "PartialData")));
    assertEquals(POINTS, partial.points());
    assertEquals(
        Map.of("result with status PartialData: more pages follow", 1L),
        partial.quality().reasons());
    Stored forbidden =
        Stored.of(both(REQUEST, response(ISO).replaceFirst("Complete", "Forbidden")));
    assertEquals(1, forbidden.quality().rowsBad());
  }

  @Test
  void averageAloneIsNoPoint() {
    String only = "{\"MetricDataResults\":[%s]}".formatted(result("a", ISO, "[20,10]"));
    Stored stored = Stored.of(both(REQUEST, only));
    assertEquals(List.of(), stored.points());
    assertEquals(2, stored.quality().rowsBad());
  }

  @Test
  void sumAndSampleCountGiveTheAverage() {
    String request = REQUEST.replace("\"Average\"", "\"Sum\"");
    String answer = response(ISO).replace("[20.0,10.0]", "[200.0,100.0]");
    assertEquals(POINTS, Stored.of(both(request, answer)).points());
  }

  @Test
  void otherDimensionsStatisticsAndExpressionsAreIgnored() {
    String request =
        "{\"MetricDataQueries\":[%s,%s,%s]}"
            .formatted(
                query("a", "p99"),
                query("m", "Average").replace("{\"Name\":\"ClusterName\",\"Value\":\"c\"}", ""),
                "{\"Id\":\"n\",\"Expression\":\"a/m\"}")
            .replace("},]", "}]");
    Stored stored = Stored.of(both(request, response(ISO)));
    assertEquals(List.of(), stored.points());
    assertEquals(6, stored.quality().rowsIgnored());
  }

  @Test
  void longPeriodsAndOddOnesAreBad() {
    assertEquals(
        2, Stored.of(both(REQUEST.replace("300", "86400"), response(ISO))).quality().rowsBad());
    assertEquals(
        2, Stored.of(both(REQUEST.replace("300", "90"), response(ISO))).quality().rowsBad());
  }

  @Test
  void metricStatisticsAreReadUnordered() {
    String request =
        """
        {"Namespace":"AWS/ECS","MetricName":"CPUUtilization","Dimensions":[{"Name":\
        "ClusterName","Value":"c"},{"Name":"ServiceName","Value":"s"}],"Period":300,\
        "Statistics":["Average","Maximum","SampleCount"]}""";
    String response =
        """
        {"Label":"CPUUtilization","Datapoints":[{"Timestamp":1793577900,"SampleCount":10.0,\
        "Average":20.0,"Maximum":50.0,"Unit":"Percent","ExtendedStatistics":{"p99":1}},\
        {"Timestamp":"2026-11-02T00:00:00+00:00","SampleCount":10.0,"Average":10.0,\
        "Maximum":40.0,"Unit":"Percent"}]}""";
    assertEquals(POINTS, Stored.of(both(request, response)).points());
    assertEquals(
        POINTS,
        Stored.of(both(request, "{\"status_code\":200,\"data\":%s}".formatted(response))).points());
  }

  @Test
  void brokenPageHarmsNoOther() {
    String page = both(REQUEST, response(ISO));
    Stored stored = Stored.of(page.substring(0, 300) + "\n" + page + "\n");
    assertEquals(POINTS, stored.points());
    assertEquals(1, stored.quality().rowsBad());
  }
}
