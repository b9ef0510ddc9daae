package ecsadvisor.jobs.source.utilization;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import ecsadvisor.jobs.source.file.JsonValues;
import ecsadvisor.jobs.source.file.LineChunks;
import ecsadvisor.jobs.source.file.QualityCount;
import ecsadvisor.jobs.source.file.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a CloudWatch metric stream: JSON, one record a line (or the elements of one
 * array, as some tools rewrite them).
 *
 * <p>One parser runs over many lines. At a syntax error it gives up the line on which the broken
 * record began, counts it, and goes on with the next.
 */
final class MetricStreamReader {
  private static final int PERIOD_MINUTES = 1;
  private static final long MILLIS_PER_MINUTE = 60_000;

  private final PointStore store;
  private final QualityCount quality;
  private final TextTable texts = new TextTable();

  private @Nullable String accountId;
  private @Nullable String region;
  private @Nullable String namespace;
  private @Nullable String metricName;
  private @Nullable String clusterName;
  private @Nullable String serviceName;
  private @Nullable String loadBalancer;
  private @Nullable String targetGroup;
  private int dimensions;
  private long timestamp;
  private boolean hasValue;
  private double maximum;
  private double sum;
  private double count;

  MetricStreamReader(PointStore store, QualityCount quality) {
    this.store = store;
    this.quality = quality;
  }

  /** Reads one record a line. */
  void readLines(InputStream in) throws IOException {
    LineChunks chunks = new LineChunks(in);
    long line = 1;
    long overlong = 0;
    while (chunks.next()) {
      for (; overlong < chunks.overlongLines(); overlong++) {
        quality.bad("line longer than 64 MB", line++);
      }
      line = readChunk(chunks.buffer(), chunks.from(), chunks.to(), line);
    }
    for (; overlong < chunks.overlongLines(); overlong++) {
      quality.bad("line longer than 64 MB", line++);
    }
  }

  /** Reads the elements of an array. */
  void readArray(InputStream in) throws IOException {
    JsonValues values = new JsonValues(in);
    while (values.next()) {
      readChunk(values.buffer(), values.from(), values.from() + values.length(), values.line());
    }
  }

  /** Reads whole lines; returns the number of the line after them. */
  private long readChunk(byte[] buffer, int from, int to, long firstLine) {
    int start = from;
    long line = firstLine;
    while (start < to) {
      int broken = readRecords(buffer, start, to, line);
      line += lineFeeds(buffer, start, Math.min(broken, to));
      if (broken == to) {
        break;
      }
      quality.bad("malformed JSON", line);
      start = broken;
      while (start < to && buffer[start] != '\n') {
        start++;
      }
      start++;
      line++;
    }
    return line;
  }

  /** Reads records up to the first broken one; returns where that begins, or the end. */
  private int readRecords(byte[] buffer, int from, int to, long line) {
    int recordStart = from;
    try (JsonParser parser = StrictJson.FACTORY.createParser(buffer, from, to - from)) {
      JsonToken token;
      while ((token = parser.nextToken()) != null) {
        recordStart = from + (int) parser.currentTokenLocation().getByteOffset();
        if (token != JsonToken.START_OBJECT) {
          return recordStart;
        }
        readRecord(parser);
        commit(parser, line);
        recordStart = from + (int) parser.currentLocation().getByteOffset();
      }
      return to;
    } catch (IOException e) {
      // The message may quote the content, so it is dropped.
      while (recordStart < to - 1 && buffer[recordStart] >= 0 && buffer[recordStart] <= ' ') {
        recordStart++;
      }
      return recordStart;
    }
  }

  private static long lineFeeds(byte[] buffer, int from, int to) {
    long count = 0;
    for (int i = from; i < to; i++) {
      count += buffer[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  private void readRecord(JsonParser parser) throws IOException {
    accountId = null;
    region = null;
    namespace = null;
    metricName = null;
    clusterName = null;
    serviceName = null;
    loadBalancer = null;
    targetGroup = null;
    dimensions = 0;
    timestamp = Long.MIN_VALUE;
    hasValue = false;
    String name;
    while ((name = parser.nextFieldName()) != null) {
      JsonToken token = parser.nextToken();
      switch (name) {
        case "account_id" -> accountId = text(parser, token);
        case "region" -> region = text(parser, token);
        case "namespace" -> namespace = text(parser, token);
        case "metric_name" -> metricName = text(parser, token);
        case "dimensions" -> readDimensions(parser, token);
        case "value" -> readValue(parser, token);
        case "timestamp" -> {
          if (token == JsonToken.VALUE_NUMBER_INT) {
            timestamp = parser.getLongValue();
          } else {
            parser.skipChildren();
          }
        }
        default -> parser.skipChildren();
      }
    }
  }

  private @Nullable String text(JsonParser parser, JsonToken token) throws IOException {
    if (token != JsonToken.VALUE_STRING) {
      parser.skipChildren();
      return null;
    }
    return texts.intern(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  private void readDimensions(JsonParser parser, JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    String name;
    while ((name = parser.nextFieldName()) != null) {
      JsonToken value = parser.nextToken();
      dimensions++;
      if (name.equals("ClusterName")) {
        clusterName = text(parser, value);
      } else if (name.equals("ServiceName")) {
        serviceName = text(parser, value);
      } else if (name.equals("LoadBalancer")) {
        loadBalancer = text(parser, value);
      } else if (name.equals("TargetGroup")) {
        targetGroup = text(parser, value);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void readValue(JsonParser parser, JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    hasValue = true;
    maximum = Double.NaN;
    sum = Double.NaN;
    count = Double.NaN;
    String name;
    while ((name = parser.nextFieldName()) != null) {
      JsonToken value = parser.nextToken();
      if (!value.isNumeric()) {
        parser.skipChildren();
        continue;
      }
      switch (name) {
        case "max" -> maximum = parser.getDoubleValue();
        case "sum" -> sum = parser.getDoubleValue();
        case "count" -> count = parser.getDoubleValue();
        default -> {
          // The minimum and extra statistics are not used.
        }
      }
    }
  }

  private void commit(JsonParser parser, long firstLine) {
    String reason = use();
    if (reason != null) {
      quality.bad(reason, firstLine + parser.currentLocation().getLineNr() - 1);
    }
  }

  /** Uses or ignores the record; says why when it is bad. */
  private @Nullable String use() {
    if (namespace == null || metricName == null) {
      return "not a metric stream record";
    }
    MetricSelection selection = MetricSelection.of(namespace, metricName);
    if (selection == null) {
      return useBalancer(namespace, metricName);
    }
    if (dimensions != 2 || clusterName == null || serviceName == null) {
      quality.ignored("dimensions other than ClusterName and ServiceName");
      return null;
    }
    if (accountId == null || region == null) {
      return "record without account_id or region";
    }
    if (!hasValue) {
      return "record without value";
    }
    if (count == 0) {
      quality.ignored("no samples");
      return null;
    }
    double average = sum / count / selection.divisor;
    double highest = maximum / selection.divisor;
    String problem = PointCheck.problem(timestamp, PERIOD_MINUTES, average, highest);
    if (problem != null) {
      return problem;
    }
    store.add(
        store
            .probe()
            .service(accountId, region, clusterName, serviceName)
            .metric(selection.source, selection.metric),
        Math.floorDiv(timestamp, MILLIS_PER_MINUTE),
        PERIOD_MINUTES,
        Math.min(average, highest),
        highest,
        PointCheck.samples(count));
    quality.used(timestamp);
    return null;
  }

  /** Uses or ignores a record that is none of ECS; says why when it is bad. */
  private @Nullable String useBalancer(String from, String name) {
    BalancerMetric metric = BalancerMetric.of(from, name);
    if (metric == null) {
      quality.ignored("other metric");
      return null;
    }
    String balancer = loadBalancer == null ? "" : loadBalancer;
    String group = targetGroup == null ? "" : targetGroup;
    int named = (balancer.isEmpty() ? 0 : 1) + (group.isEmpty() ? 0 : 1);
    if (named == 0 || dimensions != named) {
      quality.ignored("dimensions other than LoadBalancer and TargetGroup");
      return null;
    }
    if (accountId == null || region == null) {
      return "record without account_id or region";
    }
    if (!hasValue) {
      return "record without value";
    }
    if (count == 0) {
      quality.ignored("no samples");
      return null;
    }
    String problem =
        store
            .balancers()
            .add(
                new BalancerStore.Series(accountId, region, balancer, group, metric),
                timestamp,
                PERIOD_MINUTES,
                metric.count ? sum : sum / count,
                maximum,
                count);
    if (problem == null) {
      quality.used(timestamp);
    }
    return problem;
  }

  /** Reads a record that came in another form with the same fields. */
  void record(StreamRecord record) {
    accountId = record.accountId();
    region = record.region();
    namespace = record.namespace();
    metricName = record.metricName();
    clusterName = record.dimensions().get("ClusterName");
    serviceName = record.dimensions().get("ServiceName");
    loadBalancer = record.dimensions().get("LoadBalancer");
    targetGroup = record.dimensions().get("TargetGroup");
    dimensions = record.dimensions().size();
    timestamp = record.epochMillis();
    hasValue = record.hasValue();
    maximum = record.maximum();
    sum = record.sum();
    count = record.count();
    String reason = use();
    if (reason != null) {
      quality.bad(requireNonNull(reason));
    }
  }
}
