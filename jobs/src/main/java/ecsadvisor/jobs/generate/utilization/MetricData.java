package ecsadvisor.jobs.generate.utilization;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import ecsadvisor.jobs.generate.organisation.Cluster;
import ecsadvisor.jobs.generate.organisation.DayLoad;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.organisation.Telemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * GetMetricData bodies with their requests beside them: one line a day for each account and region,
 * in five-minute periods, newest first as CloudWatch answers unless told otherwise.
 *
 * <p>The first account's times are numbers, as version 1 of the AWS CLI prints them; the others'
 * are ISO texts, as version 2 does.
 */
final class MetricData {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String[] STATISTICS = {"Average", "Maximum", "SampleCount"};
  private static final int PERIOD_SECONDS = 300;

  private final Organisation organisation;
  private final Cluster place;
  private final List<Service> services;
  private final int streamFirstDay;

  /**
   * The bodies of one account and region.
   *
   * @param streamFirstDay index of the day from which streamed services are no longer asked for
   */
  MetricData(Organisation organisation, Cluster place, int streamFirstDay) {
    this.organisation = organisation;
    this.place = place;
    this.services =
        organisation.servicesIn(place).stream()
            .filter(service -> service.telemetry() != Telemetry.NONE)
            .toList();
    this.streamFirstDay = streamFirstDay;
  }

  /** Writes the file of the account and region. */
  void write(Path folder) throws IOException {
    Path file = folder.resolve(place.account().id() + "-" + place.region() + ".jsonl.gz");
    Files.createDirectories(folder);
    try (JsonGenerator json = JSON.createGenerator(Gzip.output(file))) {
      json.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString("\n"));
      for (int day = 0; day < organisation.timeline().days(); day++) {
        line(json, day);
      }
      json.writeRaw('\n');
    }
  }

  private List<Service> asked(int day) {
    return services.stream()
        .filter(service -> service.telemetry() != Telemetry.METRIC_STREAM || day < streamFirstDay)
        .toList();
  }

  private void line(JsonGenerator json, int day) throws IOException {
    List<Service> asked = asked(day);
    LocalDate date = organisation.timeline().day(day);
    json.writeStartObject();
    json.writeStringField("accountId", place.account().id());
    json.writeStringField("region", place.region());
    json.writeObjectFieldStart("request");
    json.writeArrayFieldStart("MetricDataQueries");
    for (int number = 0; number < asked.size(); number++) {
      for (int metric = 0; metric < ServiceDay.METRICS.length; metric++) {
        for (String statistic : STATISTICS) {
          query(json, asked.get(number), number, metric, statistic);
        }
      }
    }
    json.writeEndArray();
    json.writeStringField("StartTime", instant(date, 0).toString());
    json.writeStringField("EndTime", instant(date.plusDays(1), 0).toString());
    json.writeEndObject();
    json.writeObjectFieldStart("response");
    json.writeArrayFieldStart("MetricDataResults");
    for (int number = 0; number < asked.size(); number++) {
      ServiceDay values = new ServiceDay(organisation, asked.get(number), day);
      for (int metric = 0; metric < ServiceDay.METRICS.length; metric++) {
        for (String statistic : STATISTICS) {
          result(json, date, values, number, metric, statistic);
        }
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("Messages");
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String id(int number, int metric, String statistic) {
    return "s" + number + (metric == 0 ? "cpu" : "mem") + statistic;
  }

  private static void query(
      JsonGenerator json, Service service, int number, int metric, String statistic)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("Id", id(number, metric, statistic));
    json.writeObjectFieldStart("MetricStat");
    json.writeObjectFieldStart("Metric");
    json.writeStringField("Namespace", "AWS/ECS");
    json.writeStringField("MetricName", ServiceDay.METRICS[metric]);
    json.writeArrayFieldStart("Dimensions");
    dimension(json, "ClusterName", service.cluster().name());
    dimension(json, "ServiceName", service.name());
    json.writeEndArray();
    json.writeEndObject();
    json.writeNumberField("Period", PERIOD_SECONDS);
    json.writeStringField("Stat", statistic);
    json.writeEndObject();
    json.writeBooleanField("ReturnData", true);
    json.writeEndObject();
  }

  static void dimension(JsonGenerator json, String name, String value) throws IOException {
    json.writeStartObject();
    json.writeStringField("Name", name);
    json.writeStringField("Value", value);
    json.writeEndObject();
  }

  private void result(
      JsonGenerator json,
      LocalDate date,
      ServiceDay values,
      int number,
      int metric,
      String statistic)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("Id", id(number, metric, statistic));
    json.writeStringField("Label", ServiceDay.METRICS[metric]);
    json.writeArrayFieldStart("Timestamps");
    for (int slot = DayLoad.SLOTS - 1; slot >= 0; slot--) {
      if (values.has(slot)) {
        time(json, instant(date, slot));
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("Values");
    for (int slot = DayLoad.SLOTS - 1; slot >= 0; slot--) {
      if (values.has(slot)) {
        json.writeNumber(value(values, metric, slot, statistic));
      }
    }
    json.writeEndArray();
    json.writeStringField("StatusCode", "Complete");
    json.writeEndObject();
  }

  private static double value(ServiceDay values, int metric, int slot, String statistic) {
    return switch (statistic) {
      case "Average" -> values.average(metric, slot);
      case "Maximum" -> values.maximum(metric, slot);
      case "SampleCount" -> values.count(slot) * (PERIOD_SECONDS / 60.0);
      default -> throw new IllegalArgumentException("Unknown statistic " + statistic);
    };
  }

  private static Instant instant(LocalDate date, int slot) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(slot * 300L);
  }

  private void time(JsonGenerator json, Instant instant) throws IOException {
    if (place.account().equals(organisation.payer())) {
      json.writeNumber(instant.getEpochSecond());
      return;
    }
    String text = instant.toString();
    json.writeString(text.substring(0, text.length() - 1) + "+00:00");
  }
}
