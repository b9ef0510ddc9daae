package ecsadvisor.jobs.generate.utilization;

import ecsadvisor.jobs.generate.organisation.Cluster;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Launch;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.organisation.Telemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Writes an organisation's telemetry, each service in the form that it is exported in. */
public final class UtilizationWriter {
  static final int STREAM_DAYS = 7;
  private static final int MINUTES_PER_FILE = 360;
  static final int INSIGHTS_DAYS = 14;
  private static final int BULK_FILES = 50;
  private static final int BULK_REPEAT = 10;

  private UtilizationWriter() {}

  /** Writes every form, over the whole window. */
  public static void write(Organisation organisation, Fleet fleet, Path root) {
    int days = organisation.timeline().days();
    int streamFirstDay = Math.max(0, days - STREAM_DAYS);
    List<Job> jobs = new ArrayList<>();
    for (Cluster place : organisation.places()) {
      Path folder = root.resolve("get-metric-data");
      jobs.add(() -> new MetricData(organisation, place, streamFirstDay).write(folder));
      jobs.add(() -> new BalancerData(organisation, place).write(folder));
      List<Service> streamed =
          organisation.servicesIn(place).stream()
              .filter(service -> service.telemetry() == Telemetry.METRIC_STREAM)
              .toList();
      if (!streamed.isEmpty()) {
        Path prefix = root.resolve("metric-stream/" + place.account().id() + "-" + place.region());
        MetricStream stream = new MetricStream(organisation, streamed);
        for (int minute = streamFirstDay * 1440; minute < days * 1440; minute += MINUTES_PER_FILE) {
          int first = minute;
          boolean repeat = minute / MINUTES_PER_FILE % 5 == 3;
          jobs.add(() -> stream.write(prefix, first, first + MINUTES_PER_FILE, 1, repeat));
        }
      }
    }
    for (Service service : organisation.services()) {
      if (service.telemetry() == Telemetry.CONTAINER_INSIGHTS) {
        jobs.add(() -> insights(organisation, fleet, service, root));
      }
    }
    run(jobs);
  }

  private static void insights(Organisation organisation, Fleet fleet, Service service, Path root)
      throws IOException {
    int days = organisation.timeline().days();
    ContainerInsights events = new ContainerInsights(organisation, fleet, service);
    Path folder = root.resolve("container-insights");
    if (service.launch() == Launch.EC2) {
      events.write(
          folder.resolve("firehose/" + service.family()),
          Math.max(0, days - INSIGHTS_DAYS),
          days,
          ContainerInsights.Framing.FIREHOSE);
      return;
    }
    events.write(
        folder.resolve("exportedlogs/" + service.family()),
        days - 1,
        days,
        ContainerInsights.Framing.EXPORT_TASK);
  }

  /**
   * Writes metric-stream records only, about as many as asked for, in some fifty files: all
   * services at even distances over the whole window, at least a minute apart.
   *
   * @return records written, repeated ones included
   */
  public static long writeRecords(Organisation organisation, Path root, long records) {
    List<Service> services =
        organisation.services().stream()
            .filter(service -> service.telemetry() != Telemetry.NONE)
            .toList();
    MetricStream stream = new MetricStream(organisation, services);
    long minutes = organisation.timeline().days() * 1440L;
    long wanted = Math.max(1, records / Math.max(1, services.size() * 2L));
    long step = Math.max(1, minutes / wanted);
    long steps = minutes / step;
    long stepsPerFile = (steps + BULK_FILES - 1) / BULK_FILES;
    Path prefix = root.resolve("metric-stream/all");
    AtomicLong written = new AtomicLong();
    List<Job> jobs = new ArrayList<>();
    for (long first = 0; first < steps; first += stepsPerFile) {
      long firstMinute = first * step;
      long endMinute = Math.min(first + stepsPerFile, steps) * step;
      boolean repeat = first / stepsPerFile % BULK_REPEAT == BULK_REPEAT - 1;
      jobs.add(() -> written.addAndGet(stream.write(prefix, firstMinute, endMinute, step, repeat)));
    }
    run(jobs);
    return written.get();
  }

  /** One file, or a few that belong together. */
  private interface Job {
    void run() throws IOException;
  }

  private static void run(List<Job> jobs) {
    IntStream.range(0, jobs.size())
        .parallel()
        .forEach(
            number -> {
              try {
                jobs.get(number).run();
              } catch (IOException failure) {
                throw new UncheckedIOException(failure);
              }
            });
  }
}
