package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.file.JsonFields;
import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.Deployment;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.TaskDefinition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The services of the inventory. */
final class InventoryServices {
  private final InventoryBodies bodies;
  private final InventoryManifests manifests;
  private final InventoryTasks tasks;
  private final InventoryTaskDefinitions definitions;
  private final InventoryLayouts layouts;
  private final InventoryLaunchTypes launchTypes;
  private final InventoryDeployments deployments;
  private final InventoryScaling scaling;

  InventoryServices(
      InventoryBodies bodies,
      InventoryManifests manifests,
      InventoryTasks tasks,
      InventoryTaskDefinitions definitions,
      InventoryLayouts layouts,
      InventoryDeployments deployments) {
    this.bodies = bodies;
    this.manifests = manifests;
    this.tasks = tasks;
    this.definitions = definitions;
    this.layouts = layouts;
    this.launchTypes = new InventoryLaunchTypes(bodies, tasks);
    this.deployments = deployments;
    this.scaling = new InventoryScaling(bodies);
  }

  /** The newest descriptions of the services that exist, by key. */
  SortedMap<ServiceKey, InventoryBodies.Body> described() {
    SortedMap<ServiceKey, InventoryBodies.Body> byKey = new TreeMap<>();
    for (InventoryBodies.Body service : bodies.of("ecs-service")) {
      ServiceKey key = key(service);
      if (!text(service.json(), "status").equals("INACTIVE")
          && !key.clusterName().isEmpty()
          && !key.serviceName().isEmpty()) {
        byKey.merge(key, service, InventoryBodies::newer);
      }
    }
    return byKey;
  }

  /** The services, by key. */
  SortedMap<ServiceKey, ServiceConfig> of(Map<ServiceKey, InventoryBodies.Body> byKey) {
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
    List<CapacityProviderItem> strategy = launchTypes.strategy(key, body);
    List<Deployment> running = deployments.of(key, body);
    String primary = running.isEmpty() ? "" : running.get(0).taskDefinitionArn();
    String schedulingStrategy = text(body, "schedulingStrategy");
    Scaling scaled = scaling.of(key, onlyOfItsName);
    return new ServiceConfig(
        service.item().arn(),
        service.item().collectedAt(),
        launchTypes.resolve(key, body, strategy),
        strategy,
        schedulingStrategy.isEmpty() ? "REPLICA" : schedulingStrategy,
        InventoryNumbers.count(body, "desiredCount", 0),
        InventoryNumbers.count(body, "runningCount", 0),
        JsonFields.time(field(body, "createdAt")),
        InventoryBodies.tags(body),
        running,
        definitions(running, body),
        scaled,
        scalingKnown(key, scaled),
        tasks.kills(key),
        layouts.of(
            key,
            body,
            strategy,
            deployments.taskSets(key, body),
            primary,
            definitions.find(primary)));
  }

  /** Scheduled actions exist only for scalable targets, so without one there is none to miss. */
  private boolean scalingKnown(ServiceKey key, @Nullable Scaling scaled) {
    return complete(key, "autoscaling-target")
        && complete(key, "autoscaling-policy")
        && (scaled == null || complete(key, "autoscaling-scheduled-action"));
  }

  private boolean complete(ServiceKey key, String kind) {
    return manifests.complete(key.accountId(), key.region(), kind);
  }

  private List<TaskDefinition> definitions(List<Deployment> running, JsonNode service) {
    Map<String, TaskDefinition> found = new LinkedHashMap<>();
    for (Deployment deployment : running) {
      @Nullable TaskDefinition definition = definitions.find(deployment.taskDefinitionArn());
      if (definition != null) {
        found.put(definition.arn(), InventoryVolumes.configured(definition, service));
      }
    }
    return List.copyOf(found.values());
  }
}
