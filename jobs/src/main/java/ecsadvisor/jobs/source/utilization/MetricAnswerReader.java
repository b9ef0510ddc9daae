package ecsadvisor.jobs.source.utilization;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.file.JsonFields;
import ecsadvisor.jobs.source.file.JsonValues;
import ecsadvisor.jobs.source.file.PathPlace;
import ecsadvisor.jobs.source.file.QualityCount;
import ecsadvisor.jobs.source.file.RefusedFile;
import ecsadvisor.jobs.source.file.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers of GetMetricData and GetMetricStatistics with their request beside them: the answer
 * alone names no cluster, no service, no metric and no period.
 *
 * <p>Three ways are understood, in each of which the request is what was passed to the call (the
 * command line's {@code --cli-input-json}, or the API's input):
 *
 * <ol>
 *   <li>one object {@code {"request":{…}, "response":{…}, "accountId":"…", "region":"…"}};
 *   <li>many of them, one a line or in an array, such as the pages of one call;
 *   <li>the bare answer in {@code name.json} and the request, or an object as above without {@code
 *       response}, in {@code name.json.request.json} or {@code name.request.json} beside it.
 * </ol>
 *
 * Account and region may also be in the path ({@code account=…/region=…}), the account in a query's
 * {@code AccountId}. All statistics of a series have to be in one file; a point needs an average
 * (or sum and sample count) and a maximum; one of a load balancer's counts needs only its sum.
 */
final class MetricAnswerReader {
  private static final String NO_REQUEST =
      "answer without its request: put the request into <file>.request.json beside it, or write"
          + " {\"request\":…,\"response\":…,\"accountId\":…,\"region\":…}";
  private static final String NO_PLACE =
      "answer without accountId and region: name them beside the request, or in the path as"
          + " account=…/region=…";

  /** Reads the request that lies beside a file. */
  interface Companion {
    @Nullable JsonNode request() throws IOException;
  }

  private final StatisticsTable statistics = new StatisticsTable();
  private final BalancerStatistics balancerStatistics = new BalancerStatistics();
  private final QualityCount quality;
  private final PathPlace place;
  private final Companion companion;

  MetricAnswerReader(QualityCount quality, PathPlace place, Companion companion) {
    this.quality = quality;
    this.place = place;
    this.companion = companion;
  }

  void read(InputStream in, PointStore store) throws IOException {
    JsonValues values = new JsonValues(in);
    while (values.next()) {
      try {
        JsonNode root = StrictJson.TREES.readTree(values.buffer(), values.from(), values.length());
        readRoot(root, values.line());
      } catch (RefusedFile e) {
        throw e;
      } catch (IOException e) {
        quality.bad(
            values.whole() ? "malformed JSON" : "JSON is cut off or larger than 64 MB",
            values.line());
        values.resynchronize();
      }
    }
    statistics.finish(store, quality);
    balancerStatistics.finish(store.balancers(), quality);
  }

  private void readRoot(JsonNode root, long line) throws IOException {
    JsonNode response = field(root, "response");
    JsonNode beside = root;
    boolean bare = response.isMissingNode();
    if (bare) {
      response = root;
      JsonNode found = companion.request();
      if (found == null) {
        throw new RefusedFile(NO_REQUEST);
      }
      beside = found;
    }
    JsonNode request = field(beside, "request");
    if (request.isMissingNode()) {
      if (!bare) {
        throw new RefusedFile(NO_REQUEST);
      }
      request = beside;
    }
    if (response.has("status_code") && response.has("data")) {
      response = response.get("data");
    }
    String account = text(beside, "accountId");
    String region = text(beside, "region");
    account = account.isEmpty() ? place.accountId() : account;
    region = region.isEmpty() ? place.region() : region;
    if (!field(response, "MetricDataResults").isMissingNode()) {
      readMetricData(request, response, account, region, line);
    } else if (!field(response, "Datapoints").isMissingNode()) {
      readMetricStatistics(request, response, account, region, line);
    } else {
      quality.bad("answer without MetricDataResults or Datapoints", line);
    }
  }

  private void readMetricData(
      JsonNode request, JsonNode response, String account, String region, long line)
      throws RefusedFile {
    Map<String, MetricQuery> queries = new HashMap<>();
    for (JsonNode query : field(request, "MetricDataQueries")) {
      queries.put(text(query, "Id"), MetricQuery.ofDataQuery(query, account, region));
    }
    for (JsonNode result : field(response, "MetricDataResults")) {
      MetricQuery query = queries.get(text(result, "Id"));
      if (query == null) {
        quality.bad("result whose Id is not in the request", line);
        continue;
      }
      String status = text(result, "StatusCode");
      if (!status.isEmpty() && !status.equals("Complete")) {
        // PartialData is normal on all but the last page; the others lack data for good.
        countStatus(status, line);
      }
      JsonNode times = field(result, "Timestamps");
      JsonNode values = field(result, "Values");
      if (times.size() != values.size()) {
        quality.bad("result with different numbers of Timestamps and Values", line);
        continue;
      }
      for (int i = 0; i < times.size(); i++) {
        add(query, query.statistic(), times.get(i), values.get(i), line);
      }
    }
  }

  private void countStatus(String status, long line) {
    switch (status) {
      case "PartialData" -> quality.ignored("result with status PartialData: more pages follow");
      case "Forbidden" -> quality.bad("result with status Forbidden: not allowed to read it", line);
      case "InternalError" -> quality.bad("result with status InternalError: collect again", line);
      default -> quality.bad("result with an unknown status", line);
    }
  }

  private void readMetricStatistics(
      JsonNode request, JsonNode response, String account, String region, long line)
      throws RefusedFile {
    MetricQuery query = MetricQuery.ofStatistics(request, account, region);
    for (JsonNode point : field(response, "Datapoints")) {
      for (String statistic : MetricQuery.STATISTICS) {
        JsonNode value = field(point, statistic);
        if (!value.isMissingNode()) {
          add(query, statistic, field(point, "Timestamp"), value, line);
        }
      }
    }
  }

  private void add(
      MetricQuery query,
      String statistic,
      @Nullable JsonNode time,
      @Nullable JsonNode value,
      long line)
      throws RefusedFile {
    MetricSelection selection = query.selection();
    BalancerStore.Series balancer = query.balancer();
    if ((selection == null && balancer == null) || !MetricQuery.STATISTICS.contains(statistic)) {
      quality.ignored("other metric, dimensions or statistic");
      return;
    }
    if (query.accountId().isEmpty() || query.region().isEmpty()) {
      throw new RefusedFile(NO_PLACE);
    }
    Instant instant = time == null ? null : JsonFields.time(time);
    if (instant == null || value == null || !value.isNumber()) {
      quality.bad("point without time or value", line);
      return;
    }
    long millis = instant.toEpochMilli();
    if (selection != null) {
      statistics.add(query, selection, statistic, millis, value.asDouble());
    } else if (balancer != null) {
      balancerStatistics.add(balancer, query.periodSeconds(), statistic, millis, value.asDouble());
    }
  }

  /** The dimensions as a map, from the list of names and values that requests have. */
  static Map<String, String> dimensions(JsonNode metric) {
    Map<String, String> dimensions = new HashMap<>();
    for (JsonNode dimension : field(metric, "Dimensions")) {
      dimensions.put(text(dimension, "Name"), text(dimension, "Value"));
    }
    return dimensions;
  }
}
