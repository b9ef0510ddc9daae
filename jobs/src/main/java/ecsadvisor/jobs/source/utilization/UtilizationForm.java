package ecsadvisor.jobs.source.utilization;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import ecsadvisor.jobs.source.file.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The form of a utilization file, recognised by the first bytes of its content. */
enum UtilizationForm {
  /** Records of a metric stream, one a line. */
  METRIC_STREAM_JSON,
  /** The same, converted by Firehose. */
  METRIC_STREAM_PARQUET,
  /** Answers of GetMetricData or GetMetricStatistics. */
  METRIC_ANSWERS,
  /** Lines of a time and a performance event, as a log export writes them. */
  PERFORMANCE_EVENT_EXPORT,
  /** Envelopes of a log subscription around performance events. */
  PERFORMANCE_EVENT_ENVELOPES,
  /** Bare performance events. */
  PERFORMANCE_EVENTS,
  /** A metric stream in OpenTelemetry's binary format, which is not read. */
  OPEN_TELEMETRY,
  /** None of these. */
  UNKNOWN;

  private static final int LINES_TO_TRY = 20;

  /** The form of a file with this beginning, after decompression. */
  static UtilizationForm of(byte[] head) {
    if (head.length >= 4 && new String(head, 0, 4, StandardCharsets.ISO_8859_1).equals("PAR1")) {
      return METRIC_STREAM_PARQUET;
    }
    int start = 0;
    for (int lines = 0; lines < LINES_TO_TRY && start < head.length; lines++) {
      start = firstVisible(head, start);
      if (start == head.length) {
        break;
      }
      if (startsWithDate(head, start)) {
        return PERFORMANCE_EVENT_EXPORT;
      }
      UtilizationForm form = ofObject(head, start);
      if (form != null) {
        return form;
      }
      while (start < head.length && head[start] != '\n') {
        start++;
      }
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.contains("amazonaws.com/") && text.contains("cloud.account.id")
        ? OPEN_TELEMETRY
        : UNKNOWN;
  }

  private static boolean startsWithDate(byte[] head, int start) {
    int length = Math.min(head.length - start, 11);
    return new String(head, start, length, StandardCharsets.ISO_8859_1)
        .matches("\\d{4}-\\d{2}-\\d{2}[T ]");
  }

  /** Index of the first byte that is no white space and no byte order mark. */
  private static int firstVisible(byte[] head, int from) {
    int i = from;
    while (i < head.length && ((head[i] >= 0 && head[i] <= ' ') || (i < 3 && head[i] < 0))) {
      i++;
    }
    return i;
  }

  /** What the first decisive key of an object says; null when none does. */
  private static @Nullable UtilizationForm ofObject(byte[] head, int start) {
    try (JsonParser parser = StrictJson.FACTORY.createParser(head, start, head.length - start)) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY) {
        token = parser.nextToken();
      }
      if (token != JsonToken.START_OBJECT) {
        return null;
      }
      String name;
      while ((name = parser.nextFieldName()) != null) {
        UtilizationForm form = ofKey(name);
        if (form != null) {
          return form;
        }
        parser.nextToken();
        parser.skipChildren();
      }
      return null;
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable UtilizationForm ofKey(String name) {
    return switch (name) {
      case "metric_stream_name", "metric_name", "namespace", "account_id" -> METRIC_STREAM_JSON;
      case "logEvents", "logGroup", "logStream", "messageType", "subscriptionFilters" ->
          PERFORMANCE_EVENT_ENVELOPES;
      case "Type", "ClusterName", "CloudWatchMetrics", "TaskId", "Version" -> PERFORMANCE_EVENTS;
      case "request",
          "Request",
          "response",
          "Response",
          "MetricDataResults",
          "metricDataResults",
          "Datapoints",
          "datapoints" ->
          METRIC_ANSWERS;
      default -> null;
    };
  }
}
