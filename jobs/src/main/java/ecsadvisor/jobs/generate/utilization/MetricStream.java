package ecsadvisor.jobs.generate.utilization;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import ecsadvisor.jobs.generate.organisation.Cluster;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/**
 * Metric-stream records as Firehose delivers them: gzip files of one JSON object a line, in folders
 * of the hour in which they arrived. Now and then a batch is delivered twice, as Firehose may.
 */
final class MetricStream {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String STREAM = "larkspur-ecs-metrics";
  private static final DateTimeFormatter FOLDER =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/HH", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int REPEATED_MINUTES = 2;

  private final Organisation organisation;
  private final List<Service> services;

  MetricStream(Organisation organisation, List<Service> services) {
    this.organisation = organisation;
    this.services = List.copyOf(services);
  }

  /**
   * Writes one file with the records of some minutes.
   *
   * @param folder the stream's prefix
   * @param firstMinute first minute of the window, counted from its start
   * @param endMinute minute after the last
   * @param stepMinutes minutes between the records of a series
   * @param repeat whether the batch before is delivered again in this file
   * @return records written
   */
  long write(Path folder, long firstMinute, long endMinute, long stepMinutes, boolean repeat)
      throws IOException {
    long start = organisation.timeline().firstHour() * 3600L;
    Instant arrival = Instant.ofEpochSecond(start + endMinute * 60 + 47);
    Path hour = folder.resolve(FOLDER.format(arrival));
    Files.createDirectories(hour);
    Path file =
        hour.resolve(
            STREAM
                + "-1-"
                + STAMP.format(arrival)
                + "-"
                + Seeds.uuid(organisation.seed(), "firehose", folder.getFileName(), endMinute)
                + ".gz");
    long first = repeat ? Math.max(0, firstMinute - REPEATED_MINUTES * stepMinutes) : firstMinute;
    long records = 0;
    try (JsonGenerator json =
        JSON.createGenerator(Gzip.output(file, Deflater.DEFAULT_COMPRESSION))) {
      json.setRootValueSeparator(new SerializedString("\n"));
      List<ServiceDay> days = new ArrayList<>();
      long loaded = -1;
      for (long minute = first; minute < endMinute; minute += stepMinutes) {
        long day = minute / 1440;
        if (day != loaded) {
          days = days(Math.toIntExact(day));
          loaded = day;
        }
        records += minute(json, days, minute, start + minute * 60);
      }
      json.writeRaw('\n');
    }
    return records;
  }

  private List<ServiceDay> days(int day) {
    List<ServiceDay> days = new ArrayList<>();
    for (Service service : services) {
      days.add(new ServiceDay(organisation, service, day));
    }
    return days;
  }

  private long minute(JsonGenerator json, List<ServiceDay> days, long minute, long epochSecond)
      throws IOException {
    int slot = Math.toIntExact(minute % 1440 / 5);
    long records = 0;
    for (int number = 0; number < services.size(); number++) {
      ServiceDay values = days.get(number);
      if (!values.has(slot)) {
        continue;
      }
      for (int metric = 0; metric < ServiceDay.METRICS.length; metric++) {
        record(json, services.get(number), values, metric, slot, epochSecond);
        records++;
      }
    }
    return records;
  }

  private static void record(
      JsonGenerator json,
      Service service,
      ServiceDay values,
      int metric,
      int slot,
      long epochSecond)
      throws IOException {
    Cluster cluster = service.cluster();
    int count = values.count(slot);
    double average = average(service, values, metric, slot, epochSecond);
    json.writeStartObject();
    json.writeStringField("metric_stream_name", STREAM);
    json.writeStringField("account_id", cluster.account().id());
    json.writeStringField("region", cluster.region());
    json.writeStringField("namespace", "AWS/ECS");
    json.writeStringField("metric_name", ServiceDay.METRICS[metric]);
    json.writeObjectFieldStart("dimensions");
    json.writeStringField("ClusterName", cluster.name());
    json.writeStringField("ServiceName", service.name());
    json.writeEndObject();
    json.writeNumberField("timestamp", epochSecond * 1000);
    json.writeObjectFieldStart("value");
    json.writeNumberField("max", Math.max(average, values.maximum(metric, slot)));
    json.writeNumberField("min", Math.min(average, values.minimum(metric, slot)));
    json.writeNumberField("sum", rounded(average * count));
    json.writeNumberField("count", (double) count);
    json.writeEndObject();
    json.writeStringField("unit", "Percent");
    json.writeEndObject();
  }

  /** The average of a record, percent: the slot's with a jitter by the minute. */
  static double average(
      Service service, ServiceDay values, int metric, int slot, long epochSecond) {
    double jitter =
        0.5 - Math.floorMod(Seeds.hash(epochSecond, service.name(), metric), 1000L) / 1000.0;
    return rounded(values.average(metric, slot) * (1 + 0.02 * jitter));
  }

  static double rounded(double percent) {
    return Math.rint(percent * 100) / 100;
  }
}
