package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.file.JsonFields;
import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.Deployment;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.ServiceLayout;
import ecsadvisor.models.fact.TaskDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the items of an inventory together to what is known of each service. Runs on the driver: an
 * inventory is a few megabytes.
 *
 * <p>A service appears whatever else is missing; what is missing is null, empty or UNKNOWN.
 * Services that ECS has deleted (status INACTIVE) do not appear.
 */
public final class InventoryFacts {
  private final InventoryBodies bodies;
  private final InventoryTasks tasks;
  private final InventoryLaunchTypes launchTypes;
  private final InventoryDeployments deployments;
  private final InventoryScaling scaling;
  private final Map<String, TaskDefinition> taskDefinitions = new HashMap<>();
  private final List<InventoryManifest> manifests;

  private InventoryFacts(List<InventoryItem> items) {
    bodies = new InventoryBodies(items);
    tasks = new InventoryTasks(bodies);
    launchTypes = new InventoryLaunchTypes(bodies, tasks);
    deployments = new InventoryDeployments(bodies);
    scaling = new InventoryScaling(bodies);
    manifests = manifests();
    for (InventoryBodies.Body definition : bodies.of("ecs-task-definition")) {
      String own = text(definition.json(), "taskDefinitionArn");
      String arn = own.isEmpty() ? definition.item().arn() : own;
      taskDefinitions.put(
          arn, InventoryTaskDefinitions.of(arn, definition.json(), definition.item().origin()));
    }
  }

  /**
   * The inventory of these items.
   *
   * @param items each resource once, as {@link
   *     ecsadvisor.jobs.source.inventory.InventorySource#items} gives them
   */
  public static Inventory assemble(List<InventoryItem> items) {
    InventoryFacts facts = new InventoryFacts(items);
    Instant newest = null;
    for (InventoryItem item : items) {
      boolean dated = !item.collectedAt().equals(Instant.EPOCH);
      if (dated && (newest == null || item.collectedAt().isAfter(newest))) {
        newest = item.collectedAt();
      }
    }
    return new Inventory(
        facts.services(), facts.tasks.resources(), facts.clusters(), facts.manifests, newest);
  }

  private SortedMap<ServiceKey, ServiceConfig> services() {
    Map<ServiceKey, InventoryBodies.Body> byKey = new TreeMap<>();
    for (InventoryBodies.Body service : bodies.of("ecs-service")) {
      ServiceKey key = key(service);
      if (!text(service.json(), "status").equals("INACTIVE")
          && !key.clusterName().isEmpty()
          && !key.serviceName().isEmpty()) {
        byKey.merge(key, service, InventoryFacts::newer);
      }
    }
    Map<String, Integer> sameNames = new HashMap<>();
    for (ServiceKey key : byKey.keySet()) {
      sameNames.merge(key.clusterName() + "/" + key.serviceName(), 1, Integer::sum);
    }
    SortedMap<ServiceKey, ServiceConfig> services = new TreeMap<>();
    byKey.forEach(
        (key, service) -> {
          Integer count = sameNames.get(key.clusterName() + "/" + key.serviceName());
          services.put(key, config(key, service, count != null && count == 1));
        });
    return services;
  }

  private static InventoryBodies.Body newer(InventoryBodies.Body a, InventoryBodies.Body b) {
    int order = a.item().collectedAt().compareTo(b.item().collectedAt());
    if (order != 0) {
      return order > 0 ? a : b;
    }
    return a.item().body().compareTo(b.item().body()) >= 0 ? a : b;
  }

  /** Cluster and service from the body; from a long ARN where the body does not say. */
  private static ServiceKey key(InventoryBodies.Body service) {
    String[] parts = service.item().arn().split("/", -1);
    String cluster = text(service.json(), "clusterArn", "cluster");
    String name = text(service.json(), "serviceName", "name");
    return new ServiceKey(
        service.item().accountId(),
        service.item().region(),
        cluster.isEmpty() && parts.length == 3 ? parts[1] : InventoryBodies.shortName(cluster),
        name.isEmpty() ? parts[parts.length - 1] : InventoryBodies.shortName(name));
  }

  private ServiceConfig config(
      ServiceKey key, InventoryBodies.Body service, boolean onlyOfItsName) {
    JsonNode body = service.json();
    String arn = service.item().arn();
    List<CapacityProviderItem> strategy = launchTypes.strategy(key, body);
    List<Deployment> running = deployments.of(key, arn, body);
    String schedulingStrategy = text(body, "schedulingStrategy");
    return new ServiceConfig(
        arn,
        service.item().collectedAt(),
        launchTypes.resolve(key, body, strategy),
        strategy,
        schedulingStrategy.isEmpty() ? "REPLICA" : schedulingStrategy,
        InventoryNumbers.count(body, "desiredCount", 0),
        InventoryNumbers.count(body, "runningCount", 0),
        JsonFields.time(field(body, "createdAt")),
        InventoryBodies.tags(body),
        running,
        definitions(running),
        scaling.of(key, onlyOfItsName),
        complete(key, "autoscaling-target") && complete(key, "autoscaling-policy"),
        tasks.kills(key),
        ServiceLayout.UNKNOWN);
  }

  private List<TaskDefinition> definitions(List<Deployment> running) {
    Map<String, TaskDefinition> definitions = new LinkedHashMap<>();
    for (Deployment deployment : running) {
      @Nullable TaskDefinition definition = taskDefinitions.get(deployment.taskDefinitionArn());
      if (definition != null) {
        definitions.put(definition.arn(), definition);
      }
    }
    return List.copyOf(definitions.values());
  }

  private List<InventoryCluster> clusters() {
    List<InventoryCluster> clusters = new ArrayList<>();
    for (InventoryBodies.Body cluster : bodies.of("ecs-cluster")) {
      if (!text(cluster.json(), "status").equals("INACTIVE")) {
        clusters.add(
            new InventoryCluster(
                cluster.item().accountId(),
                cluster.item().region(),
                InventoryBodies.shortName(text(cluster.json(), "clusterName", "clusterArn")),
                InventoryBodies.tags(cluster.json())));
      }
    }
    clusters.sort(
        Comparator.comparing(InventoryCluster::accountId)
            .thenComparing(InventoryCluster::region)
            .thenComparing(InventoryCluster::clusterName));
    return clusters;
  }

  private boolean complete(ServiceKey key, String kind) {
    for (InventoryManifest manifest : manifests) {
      if (manifest.accountId().equals(key.accountId())
          && manifest.region().equals(key.region())
          && manifest.kind().equals(kind)) {
        return manifest.complete();
      }
    }
    return false;
  }

  /** One entry per account, region and kind; complete only if every API that it needs was. */
  private List<InventoryManifest> manifests() {
    Map<List<String>, InventoryManifest> byKind = new HashMap<>();
    for (InventoryBodies.Body manifest : bodies.of("manifest")) {
      for (JsonNode kind : field(manifest.json(), "kinds")) {
        InventoryManifest entry =
            new InventoryManifest(
                manifest.item().accountId(),
                manifest.item().region(),
                kind.asText(),
                field(manifest.json(), "complete").asBoolean(false),
                field(manifest.json(), "items").asLong(0),
                manifest.item().collectedAt());
        byKind.merge(
            List.of(entry.accountId(), entry.region(), entry.kind()), entry, InventoryFacts::both);
      }
    }
    return byKind.values().stream()
        .sorted(
            Comparator.comparing(InventoryManifest::accountId)
                .thenComparing(InventoryManifest::region)
                .thenComparing(InventoryManifest::kind))
        .toList();
  }

  private static InventoryManifest both(InventoryManifest a, InventoryManifest b) {
    return new InventoryManifest(
        a.accountId(),
        a.region(),
        a.kind(),
        a.complete() && b.complete(),
        a.items() + b.items(),
        a.collectedAt().isBefore(b.collectedAt()) ? a.collectedAt() : b.collectedAt());
  }
}
