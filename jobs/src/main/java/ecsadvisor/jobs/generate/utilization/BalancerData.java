package ecsadvisor.jobs.generate.utilization;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import ecsadvisor.jobs.generate.organisation.Archetype;
import ecsadvisor.jobs.generate.organisation.Cluster;
import ecsadvisor.jobs.generate.organisation.Networks;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.organisation.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hourly GetMetricData bodies of an account and region's load balancers and target groups: requests
 * and consumed capacity units.
 */
final class BalancerData {
  private static final JsonFactory JSON = new JsonFactory();

  private final Organisation organisation;
  private final Cluster place;

  BalancerData(Organisation organisation, Cluster place) {
    this.organisation = organisation;
    this.place = place;
  }

  /** An hourly series over the whole window. */
  record Series(
      String metric, String statistic, Map<String, String> dimensions, List<Double> values) {}

  /** Writes the file of the account and region, if it has load balancers. */
  void write(Path folder) throws IOException {
    List<Series> all = series();
    if (all.isEmpty()) {
      return;
    }
    Files.createDirectories(folder);
    Path file = folder.resolve(place.account().id() + "-" + place.region() + "-elb.jsonl.gz");
    Timeline timeline = organisation.timeline();
    try (JsonGenerator json = JSON.createGenerator(Gzip.output(file))) {
      json.writeStartObject();
      json.writeStringField("accountId", place.account().id());
      json.writeStringField("region", place.region());
      json.writeObjectFieldStart("request");
      json.writeArrayFieldStart("MetricDataQueries");
      for (int number = 0; number < all.size(); number++) {
        query(json, all.get(number), number);
      }
      json.writeEndArray();
      json.writeStringField("StartTime", Timeline.instant(timeline.firstHour()).toString());
      json.writeStringField("EndTime", Timeline.instant(timeline.endHour()).toString());
      json.writeStringField("ScanBy", "TimestampAscending");
      json.writeEndObject();
      json.writeObjectFieldStart("response");
      json.writeArrayFieldStart("MetricDataResults");
      for (int number = 0; number < all.size(); number++) {
        result(json, all.get(number), number);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /** The series of the account and region. */
  List<Series> series() {
    Map<String, double[]> balancers = new TreeMap<>();
    List<Series> all = new ArrayList<>();
    for (Service service : organisation.servicesIn(place)) {
      if (service.loadBalancer().isEmpty()) {
        continue;
      }
      double[] requests = requests(service);
      String balancer = Networks.loadBalancerSuffix(organisation, service);
      double[] sum = balancers.computeIfAbsent(balancer, name -> new double[requests.length]);
      for (int hour = 0; hour < requests.length; hour++) {
        sum[hour] += requests[hour];
      }
      all.add(
          new Series(
              "RequestCount",
              "Sum",
              new TreeMap<>(
                  Map.of(
                      "LoadBalancer",
                      balancer,
                      "TargetGroup",
                      Networks.targetGroupSuffix(organisation, service))),
              boxed(requests, 1)));
    }
    balancers.forEach(
        (balancer, requests) -> {
          Map<String, String> dimensions = Map.of("LoadBalancer", balancer);
          all.add(new Series("RequestCount", "Sum", dimensions, boxed(requests, 1)));
          all.add(new Series("ConsumedLCUs", "Average", dimensions, boxed(requests, 4e-6)));
        });
    return all;
  }

  private double[] requests(Service service) {
    Timeline timeline = organisation.timeline();
    double[] requests = new double[timeline.hours()];
    if (service.archetype() == Archetype.IDLE) {
      return requests;
    }
    double perTask = service.environment().equals("dev") ? 90 : 52_000;
    for (int index = 0; index < requests.length; index++) {
      int hour = timeline.firstHour() + index;
      double level = Networks.requestLevel(service, hour);
      requests[index] = Math.rint(perTask * service.maxTasks() * level);
    }
    return requests;
  }

  private static List<Double> boxed(double[] values, double factor) {
    List<Double> boxed = new ArrayList<>(values.length);
    for (double value : values) {
      boxed.add(factor == 1 ? value : Math.rint(value * factor * 1e4) / 1e4);
    }
    return boxed;
  }

  private static void query(JsonGenerator json, Series series, int number) throws IOException {
    json.writeStartObject();
    json.writeStringField("Id", "m" + number);
    json.writeObjectFieldStart("MetricStat");
    json.writeObjectFieldStart("Metric");
    json.writeStringField("Namespace", "AWS/ApplicationELB");
    json.writeStringField("MetricName", series.metric());
    json.writeArrayFieldStart("Dimensions");
    for (Map.Entry<String, String> dimension : series.dimensions().entrySet()) {
      MetricData.dimension(json, dimension.getKey(), dimension.getValue());
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeNumberField("Period", 3600);
    json.writeStringField("Stat", series.statistic());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void result(JsonGenerator json, Series series, int number) throws IOException {
    json.writeStartObject();
    json.writeStringField("Id", "m" + number);
    json.writeStringField("Label", series.metric());
    json.writeArrayFieldStart("Timestamps");
    for (int index = 0; index < series.values().size(); index++) {
      json.writeString(Timeline.instant(organisation.timeline().firstHour() + index).toString());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("Values");
    for (double value : series.values()) {
      json.writeNumber(value);
    }
    json.writeEndArray();
    json.writeStringField("StatusCode", "Complete");
    json.writeEndObject();
  }
}
