package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.file.JsonFields;
import ecsadvisor.models.fact.OutOfMemoryKill;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.TaskRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What tasks and container instances tell of services: when they ran, what, and why they ended. */
final class InventoryTasks {
  private static final String SERVICE_GROUP = "service:";
  private static final String OUT_OF_MEMORY = "OutOfMemory";
  private static final Comparator<Instant> TIMES = Comparator.nullsLast(Instant::compareTo);
  private static final Comparator<TaskRun> BY_START =
      Comparator.comparing(TaskRun::startedAt, TIMES)
          .thenComparing(TaskRun::createdAt, TIMES)
          .thenComparing(TaskRun::pullStartedAt, TIMES)
          .thenComparing(TaskRun::pullStoppedAt, TIMES)
          .thenComparing(TaskRun::stoppedAt, TIMES)
          .thenComparing(TaskRun::availabilityZone)
          .thenComparing(TaskRun::stopCode);

  private final InventoryBodies bodies;
  private final Map<ServiceKey, List<JsonNode>> byService = new HashMap<>();

  InventoryTasks(InventoryBodies bodies) {
    this.bodies = bodies;
    for (InventoryBodies.Body task : bodies.of("ecs-task")) {
      String service = service(task.json());
      if (!service.isEmpty()) {
        ServiceKey key =
            new ServiceKey(task.item().accountId(), task.item().region(), cluster(task), service);
        byService.computeIfAbsent(key, other -> new ArrayList<>()).add(task.json());
      }
    }
  }

  /** Kills of a service's containers, ordered by time. */
  List<OutOfMemoryKill> kills(ServiceKey key) {
    List<OutOfMemoryKill> kills = new ArrayList<>();
    for (JsonNode task : tasks(key)) {
      addKills(kills, task);
    }
    kills.sort(
        Comparator.comparing(OutOfMemoryKill::stoppedAt, Comparator.nullsFirst(Instant::compareTo))
            .thenComparing(OutOfMemoryKill::container));
    return kills;
  }

  /** The runs of a service's tasks, ordered by their start. */
  List<TaskRun> runs(ServiceKey key) {
    return tasks(key).stream().map(InventoryTasks::run).sorted(BY_START).toList();
  }

  /** Number of a service's tasks that run. */
  long running(ServiceKey key) {
    return tasks(key).stream().filter(InventoryTasks::runs).count();
  }

  /** The launch type that a service's tasks have; empty where no task is known. */
  String launchType(ServiceKey key) {
    return tasks(key).stream()
        .map(task -> text(task, "launchType"))
        .filter(type -> !type.isEmpty())
        .min(Comparator.naturalOrder())
        .orElse("");
  }

  /**
   * The digest that most of a service's running tasks of a revision have in a container; of equally
   * many the first in order; empty where none says.
   */
  String digest(ServiceKey key, String taskDefinitionArn, String container) {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode task : tasks(key)) {
      if (runs(task) && text(task, "taskDefinitionArn").equals(taskDefinitionArn)) {
        for (JsonNode part : field(task, "containers")) {
          String digest = text(part, "imageDigest");
          if (!digest.isEmpty() && text(part, "name").equals(container)) {
            counts.merge(digest, 1, Integer::sum);
          }
        }
      }
    }
    @Nullable String most = null;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (most == null || entry.getValue() > counts.getOrDefault(most, 0)) {
        most = entry.getKey();
      }
    }
    return most == null ? "" : most;
  }

  /** Tasks with their service, and instances with their cluster, ordered by id. */
  List<InventoryResource> resources() {
    List<InventoryResource> resources = new ArrayList<>();
    for (InventoryBodies.Body task : bodies.of("ecs-task")) {
      resources.add(new InventoryResource(task.item().arn(), cluster(task), service(task.json())));
    }
    for (InventoryBodies.Body instance : bodies.of("ecs-container-instance")) {
      String id = text(instance.json(), "ec2InstanceId");
      String cluster = cluster(instance);
      if (!id.isEmpty() && !cluster.isEmpty()) {
        resources.add(new InventoryResource(id, cluster, ""));
      }
    }
    resources.sort(
        Comparator.comparing(InventoryResource::resourceId)
            .thenComparing(InventoryResource::clusterName)
            .thenComparing(InventoryResource::serviceName));
    return resources.stream().distinct().toList();
  }

  /** Whether a task runs. */
  static boolean runs(JsonNode task) {
    String status = text(task, "lastStatus");
    return status.isEmpty() ? !ended(task) : status.equals("RUNNING");
  }

  /** Whether a task has ended. */
  static boolean ended(JsonNode task) {
    return text(task, "lastStatus").equals("STOPPED") || !text(task, "stoppedAt").isEmpty();
  }

  /**
   * The cluster from its own field, or from the long form {@code task/<cluster>/<id>} of an ARN.
   */
  static String cluster(InventoryBodies.Body body) {
    String cluster = text(body.json(), "clusterArn", "cluster");
    if (!cluster.isEmpty()) {
      return InventoryBodies.shortName(cluster);
    }
    String[] parts = body.item().arn().split("/", -1);
    return parts.length == 3 ? parts[1] : "";
  }

  private List<JsonNode> tasks(ServiceKey key) {
    return byService.getOrDefault(key, List.of());
  }

  /** The name of the service that started a task; empty for none. */
  static String service(JsonNode task) {
    String group = text(task, "group");
    return group.startsWith(SERVICE_GROUP) ? group.substring(SERVICE_GROUP.length()) : "";
  }

  private static TaskRun run(JsonNode task) {
    return new TaskRun(
        text(task, "availabilityZone"),
        JsonFields.time(field(task, "createdAt")),
        JsonFields.time(field(task, "pullStartedAt")),
        JsonFields.time(field(task, "pullStoppedAt")),
        JsonFields.time(field(task, "startedAt")),
        JsonFields.time(field(task, "stoppedAt")),
        text(task, "stopCode"));
  }

  private static void addKills(List<OutOfMemoryKill> kills, JsonNode task) {
    for (JsonNode container : field(task, "containers")) {
      if (text(container, "reason").startsWith(OUT_OF_MEMORY)) {
        Integer own = InventoryNumbers.size(container, "memory");
        kills.add(
            new OutOfMemoryKill(
                text(container, "name"),
                JsonFields.time(field(task, "stoppedAt")),
                own == null ? InventoryNumbers.size(task, "memory") : own));
      }
    }
  }
}
