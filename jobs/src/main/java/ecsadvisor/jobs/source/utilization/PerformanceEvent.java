package ecsadvisor.jobs.source.utilization;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import ecsadvisor.jobs.source.file.QualityCount;
import ecsadvisor.models.fact.Metric;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A performance event of Container Insights; one object reads them all, one after the other.
 *
 * <p>Task events give CPU units and MiB of one task in one minute, and with a reservation above 0
 * also the shares of it; Container events CPU units and MiB of one container of one task; Service
 * events the number of running tasks. Memory is labelled megabytes, but the numbers are MiB. Points
 * of tasks keep the task's id, so that one minute's events may lie in any number of files.
 */
final class PerformanceEvent {
  private static final long MILLIS_PER_MINUTE = 60_000;
  private static final String DAEMON = "daemon:";

  private final TextTable texts = new TextTable();

  private @Nullable String type;
  private @Nullable String clusterName;
  private @Nullable String serviceName;
  private @Nullable String taskId;
  private @Nullable String containerName;
  private @Nullable String accountId;
  private @Nullable String region;
  private long timestamp;
  private double cpuUtilized;
  private double cpuReserved;
  private double memoryUtilized;
  private double memoryReserved;
  private double runningTaskCount;

  /** Reads the event that the parser has just begun. */
  void read(JsonParser parser) throws IOException {
    type = null;
    clusterName = null;
    serviceName = null;
    taskId = null;
    containerName = null;
    accountId = null;
    region = null;
    timestamp = Long.MIN_VALUE;
    cpuUtilized = Double.NaN;
    cpuReserved = Double.NaN;
    memoryUtilized = Double.NaN;
    memoryReserved = Double.NaN;
    runningTaskCount = Double.NaN;
    String name;
    while ((name = parser.nextFieldName()) != null) {
      JsonToken token = parser.nextToken();
      switch (name) {
        case "Type" -> type = text(parser, token);
        case "ClusterName" -> clusterName = text(parser, token);
        case "ServiceName" -> serviceName = text(parser, token);
        case "TaskId" -> taskId = text(parser, token);
        case "ContainerName" -> containerName = text(parser, token);
        case "AccountID" -> accountId = text(parser, token);
        case "Region" -> region = text(parser, token);
        case "Timestamp" -> timestamp = milliseconds(parser, token);
        case "CpuUtilized" -> cpuUtilized = number(parser, token);
        case "CpuReserved" -> cpuReserved = number(parser, token);
        case "MemoryUtilized" -> memoryUtilized = number(parser, token);
        case "MemoryReserved" -> memoryReserved = number(parser, token);
        case "RunningTaskCount" -> runningTaskCount = number(parser, token);
        default -> parser.skipChildren();
      }
    }
  }

  /**
   * Stores what the event tells, and counts it as used or ignored.
   *
   * @param account the account that the surroundings tell of, where the event does not
   * @param place the region likewise
   * @return why the event is bad, if it is
   */
  Optional<String> use(
      PointStore store, Places places, QualityCount quality, String account, String place) {
    if (type == null || clusterName == null) {
      return Optional.of("not a performance event");
    }
    boolean task = type.equals("Task");
    boolean container = type.equals("Container");
    if (!task && !container && !type.equals("Service")) {
      quality.ignored("performance event of another type");
      return Optional.empty();
    }
    String knownAccount = accountId == null ? account : accountId;
    String knownRegion = region == null ? place : region;
    if (!knownAccount.isEmpty() && !knownRegion.isEmpty()) {
      places.seen(clusterName, knownAccount, knownRegion);
    }
    if (serviceName == null || serviceName.startsWith(DAEMON)) {
      quality.ignored("task outside any service");
      return Optional.empty();
    }
    if (((task || container) && taskId == null) || (container && containerName == null)) {
      return Optional.of("performance event without TaskId or ContainerName");
    }
    SeriesKey key = store.probe().service(knownAccount, knownRegion, clusterName, serviceName);
    Optional<String> problem =
        task || container ? useTask(store, key, container) : useService(store, key);
    if (problem.isEmpty()) {
      quality.used(timestamp);
    }
    return problem;
  }

  private Optional<String> useService(PointStore store, SeriesKey key) {
    Optional<String> problem = problem(runningTaskCount);
    if (problem.isEmpty()) {
      key.metric(UsageSource.SERVICE_EVENTS, Metric.RUNNING_TASKS);
      add(store, key, runningTaskCount);
    }
    return problem;
  }

  private Optional<String> useTask(PointStore store, SeriesKey key, boolean container) {
    boolean hasCpu = !Double.isNaN(cpuUtilized);
    boolean hasMemory = !Double.isNaN(memoryUtilized);
    if (!hasCpu && !hasMemory) {
      return Optional.of("performance event without CpuUtilized and MemoryUtilized");
    }
    Optional<String> problem =
        problem(hasCpu ? cpuUtilized : 0).or(() -> problem(hasMemory ? memoryUtilized : 0));
    if (problem.isPresent()) {
      return problem;
    }
    String name = container && containerName != null ? containerName : "";
    String task = taskId == null ? "" : taskId;
    key.task(name, task);
    if (hasCpu) {
      add(store, key.metric(UsageSource.TASK_EVENTS, Metric.CPU_UNITS), cpuUtilized);
    }
    if (hasMemory) {
      add(store, key.metric(UsageSource.TASK_EVENTS, Metric.MEMORY_MIB), memoryUtilized);
    }
    if (container) {
      return Optional.empty();
    }
    if (hasCpu && cpuReserved > 0 && cpuReserved <= Double.MAX_VALUE) {
      key.metric(UsageSource.TASK_EVENTS, Metric.CPU_SHARE);
      add(store, key, cpuUtilized / cpuReserved);
    }
    if (hasMemory && memoryReserved > 0 && memoryReserved <= Double.MAX_VALUE) {
      key.metric(UsageSource.TASK_EVENTS, Metric.MEMORY_SHARE);
      add(store, key, memoryUtilized / memoryReserved);
    }
    store.task(
        new PointStore.Task(
            key.accountId, key.region, key.clusterName, key.serviceName, key.taskId));
    return Optional.empty();
  }

  private Optional<String> problem(double value) {
    return Optional.ofNullable(PointCheck.problem(timestamp, 1, value, value));
  }

  private void add(PointStore store, SeriesKey key, double value) {
    // A tiny reservation could make a share infinite.
    double finite = Math.min(value, Double.MAX_VALUE);
    store.add(key, Math.floorDiv(timestamp, MILLIS_PER_MINUTE), 1, finite, finite, 1);
  }

  private @Nullable String text(JsonParser parser, JsonToken token) throws IOException {
    if (token != JsonToken.VALUE_STRING) {
      parser.skipChildren();
      return null;
    }
    return texts.intern(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  private static double number(JsonParser parser, JsonToken token) throws IOException {
    if (token.isNumeric()) {
      return parser.getDoubleValue();
    }
    parser.skipChildren();
    return Double.NaN;
  }

  private static long milliseconds(JsonParser parser, JsonToken token) throws IOException {
    if (token.isNumeric()) {
      return (long) parser.getDoubleValue();
    }
    parser.skipChildren();
    return Long.MIN_VALUE;
  }
}
