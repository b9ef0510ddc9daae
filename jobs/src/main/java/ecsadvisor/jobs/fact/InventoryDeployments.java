package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.file.JsonFields;
import ecsadvisor.models.fact.Deployment;
import ecsadvisor.models.fact.ServiceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service runs: its deployments and task sets, the primary one first, then the newest. Where
 * the source has neither (AWS Config), the service's own task definition stands for the primary.
 */
final class InventoryDeployments {
  private static final String PRIMARY = "PRIMARY";
  private static final String INACTIVE = "INACTIVE";

  private final Map<ServiceKey, List<JsonNode>> taskSets = new HashMap<>();

  InventoryDeployments(InventoryBodies bodies) {
    for (InventoryBodies.Body taskSet : bodies.of("ecs-task-set")) {
      String service = text(taskSet.json(), "serviceArn", "service");
      String cluster = text(taskSet.json(), "clusterArn", "cluster");
      String[] parts = service.split("/", -1);
      ServiceKey key =
          new ServiceKey(
              taskSet.item().accountId(),
              taskSet.item().region(),
              cluster.isEmpty() && parts.length == 3
                  ? parts[1]
                  : InventoryBodies.shortName(cluster),
              InventoryBodies.shortName(service));
      taskSets.computeIfAbsent(key, other -> new ArrayList<>()).add(taskSet.json());
    }
  }

  List<Deployment> of(ServiceKey key, JsonNode service) {
    List<Deployment> deployments = new ArrayList<>();
    for (JsonNode deployment : field(service, "deployments")) {
      add(deployments, key, deployment, "desiredCount");
    }
    for (JsonNode taskSet : taskSets(key, service)) {
      add(deployments, key, taskSet, "computedDesiredCount");
    }
    String own = text(service, "taskDefinition");
    if (deployments.isEmpty() && !own.isEmpty()) {
      int running = InventoryNumbers.count(service, "runningCount", 0);
      int desired = InventoryNumbers.count(service, "desiredCount", 0);
      String version = platformVersion(service);
      deployments.add(new Deployment(PRIMARY, arn(own, key), desired, running, null, version));
    }
    deployments.sort(
        Comparator.comparing((Deployment deployment) -> !deployment.status().equals(PRIMARY))
            .thenComparing(
                Deployment::createdAt, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
            .thenComparing(Deployment::taskDefinitionArn));
    return deployments;
  }

  /** The task sets that a service's body holds; without any, those that items tell of. */
  List<JsonNode> taskSets(ServiceKey key, JsonNode service) {
    List<JsonNode> own = new ArrayList<>();
    field(service, "taskSets").forEach(own::add);
    return own.isEmpty() ? taskSets.getOrDefault(key, List.of()) : own;
  }

  /** The full ARN of a task definition that is named by ARN or by family and revision. */
  static String arn(String nameOrArn, ServiceKey key) {
    if (nameOrArn.startsWith("arn:")) {
      return nameOrArn;
    }
    String service = key.arn();
    return service.substring(0, service.indexOf(":service/")) + ":task-definition/" + nameOrArn;
  }

  private static void add(
      List<Deployment> deployments, ServiceKey key, JsonNode from, String desiredField) {
    String definition = text(from, "taskDefinition");
    if (definition.isEmpty() || isGone(from)) {
      return;
    }
    deployments.add(
        new Deployment(
            text(from, "status"),
            arn(definition, key),
            InventoryNumbers.count(from, desiredField, 0),
            InventoryNumbers.count(from, "runningCount", 0),
            JsonFields.time(field(from, "createdAt")),
            platformVersion(from)));
  }

  /** Whether a deployment or task set has ended and runs nothing any more. */
  static boolean isGone(JsonNode deployment) {
    return text(deployment, "status").equals(INACTIVE)
        && InventoryNumbers.count(deployment, "runningCount", 0) == 0;
  }

  /** The platform version as a number; null for the word LATEST, which says nothing. */
  private static @Nullable String platformVersion(JsonNode from) {
    String version = text(from, "platformVersion");
    return version.isEmpty() || version.equals("LATEST") ? null : version;
  }
}
