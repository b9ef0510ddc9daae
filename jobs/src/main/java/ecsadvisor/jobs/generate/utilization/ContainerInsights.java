package ecsadvisor.jobs.generate.utilization;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import ecsadvisor.jobs.generate.organisation.DayLoad;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Instance;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.organisation.TaskRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Container Insights performance events of one service: each minute one event a container and one a
 * task. CPU is in units, memory in MiB.
 */
public final class ContainerInsights {
  /** Share of the task's CPU and memory that the proxy reserves. */
  public static final double PROXY_RESERVED = 0.25;

  private static final double PROXY_CPU_USED = 0.012;
  private static final double PROXY_MEMORY_USED = 0.015;
  private static final JsonFactory JSON = new JsonFactory();

  /** How the events were brought to S3. */
  enum Framing {
    /** Firehose with message extraction: bare events, one a line. */
    FIREHOSE,
    /** A CloudWatch Logs export task: a time, a space, the event. */
    EXPORT_TASK
  }

  private final Organisation organisation;
  private final Fleet fleet;
  private final Service service;

  ContainerInsights(Organisation organisation, Fleet fleet, Service service) {
    this.organisation = organisation;
    this.fleet = fleet;
    this.service = service;
  }

  /** Writes the events of some days, one file a day. */
  void write(Path folder, int firstDay, int endDay, Framing framing) throws IOException {
    for (int day = firstDay; day < endDay; day++) {
      Path file = file(folder, day, framing);
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (OutputStream output = Gzip.output(file);
          Writer writer = new OutputStreamWriter(output, StandardCharsets.UTF_8)) {
        day(writer, day, framing);
      }
    }
  }

  private Path file(Path folder, int day, Framing framing) {
    String date = organisation.timeline().day(day).toString();
    String uuid = Seeds.uuid(organisation.seed(), "insights", service.arn(), day);
    return switch (framing) {
      case FIREHOSE ->
          folder.resolve(
              date.replace('-', '/') + "/23/insights-1-" + date + "-23-59-59-" + uuid + ".gz");
      case EXPORT_TASK -> folder.resolve(uuid + "/FargateTelemetry-" + date + "/000000.gz");
    };
  }

  private void day(Writer writer, int day, Framing framing) throws IOException {
    DayLoad load = DayLoad.of(service, organisation.timeline(), organisation.seed(), day);
    int firstHour = organisation.timeline().firstHour() + day * 24;
    for (int minute = 0; minute < 1440; minute++) {
      int hour = firstHour + minute / 60;
      long epochMilli = (firstHour * 60L + minute) * 60_000;
      for (TaskRun task : fleet.tasks(service)) {
        if (task.firstHour() <= hour && hour < task.endHour()) {
          for (String event : events(task, load, minute / 5, epochMilli)) {
            if (framing == Framing.EXPORT_TASK) {
              writer.write(Instant.ofEpochMilli(epochMilli) + " ");
            }
            writer.write(event);
            writer.write('\n');
          }
        }
      }
    }
  }

  private List<String> events(TaskRun task, DayLoad load, int slot, long epochMilli)
      throws IOException {
    List<String> events = new ArrayList<>();
    for (Figures figures : figures(task, load, slot, epochMilli)) {
      events.add(event(task, figures, epochMilli));
    }
    return events;
  }

  /**
   * What an event says.
   *
   * @param container the container's name; empty for the whole task
   * @param cpuUsed CPU units
   * @param cpuReserved likewise
   * @param memoryUsed MiB
   * @param memoryReserved likewise
   */
  record Figures(
      String container, double cpuUsed, double cpuReserved, long memoryUsed, long memoryReserved) {

    private static Figures of(
        String container,
        double cpuUsed,
        double cpuReserved,
        double memoryUsed,
        double memoryReserved) {
      return new Figures(
          container,
          Math.rint(Math.max(cpuUsed, 0) * 10) / 10,
          cpuReserved,
          Math.round(Math.max(memoryUsed, 1)),
          Math.round(memoryReserved));
    }
  }

  /** The events of a task in a minute: its containers, then the task. */
  List<Figures> figures(TaskRun task, DayLoad load, int slot, long epochMilli) {
    double factor = service.slotFactor(task.slot());
    double jitter = 0.5 - Math.floorMod(Seeds.hash(epochMilli, task.id()), 1000L) / 1000.0;
    double cpu = task.cpuUnits() * load.cpu(slot) * factor * (1 + 0.02 * jitter);
    double memory = task.memoryMiB() * load.memory(slot) * factor;
    Figures whole = Figures.of("", cpu, task.cpuUnits(), memory, task.memoryMiB());
    if (!service.sidecar()) {
      Figures only = Figures.of(service.name(), cpu, task.cpuUnits(), memory, task.memoryMiB());
      return List.of(only, whole);
    }
    double proxyCpu = task.cpuUnits() * PROXY_CPU_USED;
    double proxyMemory = task.memoryMiB() * PROXY_MEMORY_USED;
    double rest = 1 - PROXY_RESERVED;
    return List.of(
        Figures.of(
            service.name(),
            cpu - proxyCpu,
            task.cpuUnits() * rest,
            memory - proxyMemory,
            task.memoryMiB() * rest),
        Figures.of(
            "envoy",
            proxyCpu,
            task.cpuUnits() * PROXY_RESERVED,
            proxyMemory,
            task.memoryMiB() * PROXY_RESERVED),
        whole);
  }

  private String event(TaskRun task, Figures figures, long epochMilli) throws IOException {
    String container = figures.container();
    StringWriter text = new StringWriter();
    Instance instance = task.instance();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.setRootValueSeparator(new SerializedString(""));
      json.writeStartObject();
      json.writeStringField("Version", "0");
      json.writeStringField("Type", container.isEmpty() ? "Task" : "Container");
      if (!container.isEmpty()) {
        json.writeStringField("ContainerName", container);
        json.writeStringField("ContainerKnownStatus", "RUNNING");
      } else {
        json.writeStringField("AccountID", service.cluster().account().id());
        json.writeStringField("Region", service.cluster().region());
        json.writeStringField("AvailabilityZone", task.zone());
        json.writeStringField("KnownStatus", "RUNNING");
        json.writeStringField("LaunchType", instance == null ? "FARGATE" : "EC2");
        json.writeNumberField("StartedAt", task.firstHour() * 3_600_000L + 48_213);
      }
      json.writeStringField("TaskId", task.id());
      json.writeStringField("TaskDefinitionFamily", service.family());
      json.writeStringField("TaskDefinitionRevision", "7");
      json.writeStringField("ServiceName", service.name());
      if (instance != null) {
        json.writeStringField(
            "ContainerInstanceId", instance.containerInstanceId(organisation.seed()));
        json.writeStringField("EC2InstanceId", instance.id());
      }
      json.writeStringField("ClusterName", service.cluster().name());
      json.writeNumberField("Timestamp", epochMilli);
      json.writeNumberField("CpuUtilized", figures.cpuUsed());
      json.writeNumberField("CpuReserved", figures.cpuReserved());
      json.writeNumberField("MemoryUtilized", figures.memoryUsed());
      json.writeNumberField("MemoryReserved", figures.memoryReserved());
      json.writeEndObject();
    }
    return text.toString();
  }
}
