package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.file.JsonFields;
import ecsadvisor.models.fact.OutOfMemoryKill;
import ecsadvisor.models.fact.ServiceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What tasks and container instances tell: their service or cluster, and kills for memory. */
final class InventoryTasks {
  private static final String SERVICE_GROUP = "service:";
  private static final String OUT_OF_MEMORY = "OutOfMemory";

  private final InventoryBodies bodies;
  private final Map<ServiceKey, List<OutOfMemoryKill>> kills = new TreeMap<>();
  private final Map<ServiceKey, String> launchTypes = new TreeMap<>();

  InventoryTasks(InventoryBodies bodies) {
    this.bodies = bodies;
    for (InventoryBodies.Body task : bodies.of("ecs-task")) {
      String service = service(task.json());
      if (!service.isEmpty()) {
        ServiceKey key =
            new ServiceKey(task.item().accountId(), task.item().region(), cluster(task), service);
        addKills(key, task.json());
        String launchType = text(task.json(), "launchType");
        if (!launchType.isEmpty()) {
          launchTypes.merge(key, launchType, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
      }
    }
  }

  /** Kills of a service's containers, ordered by time. */
  List<OutOfMemoryKill> kills(ServiceKey key) {
    return kills.getOrDefault(key, List.of()).stream()
        .sorted(
            Comparator.comparing(
                    OutOfMemoryKill::stoppedAt, Comparator.nullsFirst(Instant::compareTo))
                .thenComparing(OutOfMemoryKill::container))
        .toList();
  }

  /** The launch type that a service's tasks have; empty where no task is known. */
  String launchType(ServiceKey key) {
    return launchTypes.getOrDefault(key, "");
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

  private static String service(JsonNode task) {
    String group = text(task, "group");
    return group.startsWith(SERVICE_GROUP) ? group.substring(SERVICE_GROUP.length()) : "";
  }

  /**
   * The cluster from its own field, or from the long form {@code task/<cluster>/<id>} of an ARN.
   */
  private static String cluster(InventoryBodies.Body body) {
    String cluster = text(body.json(), "clusterArn", "cluster");
    if (!cluster.isEmpty()) {
      return InventoryBodies.shortName(cluster);
    }
    String[] parts = body.item().arn().split("/", -1);
    return parts.length == 3 ? parts[1] : "";
  }

  private void addKills(ServiceKey key, JsonNode task) {
    Instant stoppedAt = JsonFields.time(field(task, "stoppedAt"));
    for (JsonNode container : field(task, "containers")) {
      if (text(container, "reason").startsWith(OUT_OF_MEMORY)) {
        Integer own = InventoryNumbers.size(container, "memory");
        kills
            .computeIfAbsent(key, ignored -> new ArrayList<>())
            .add(
                new OutOfMemoryKill(
                    text(container, "name"),
                    stoppedAt,
                    own == null ? InventoryNumbers.size(task, "memory") : own));
      }
    }
  }
}
