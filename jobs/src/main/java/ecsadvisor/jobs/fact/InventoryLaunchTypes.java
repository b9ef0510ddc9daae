package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.ServiceKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a service's tasks run: its launch type; without one its capacity provider strategy; without
 * that its primary deployment's, then the cluster's default strategy; at last what its tasks say.
 */
final class InventoryLaunchTypes {
  private record Cluster(String accountId, String region, String name) {}

  private record Provider(String accountId, String region, String name) {}

  private final Map<Cluster, List<CapacityProviderItem>> defaults = new HashMap<>();
  private final Map<Provider, LaunchType> providers = new HashMap<>();
  private final InventoryTasks tasks;

  InventoryLaunchTypes(InventoryBodies bodies, InventoryTasks tasks) {
    this.tasks = tasks;
    for (InventoryBodies.Body cluster : bodies.of("ecs-cluster")) {
      defaults.put(
          new Cluster(
              cluster.item().accountId(),
              cluster.item().region(),
              InventoryBodies.shortName(text(cluster.json(), "clusterName", "clusterArn"))),
          strategy(field(cluster.json(), "defaultCapacityProviderStrategy")));
    }
    for (InventoryBodies.Body provider : bodies.of("ecs-capacity-provider")) {
      providers.put(
          new Provider(
              provider.item().accountId(),
              provider.item().region(),
              InventoryBodies.shortName(text(provider.json(), "name", "capacityProviderArn"))),
          typeOf(provider.json()));
    }
  }

  /** The strategy that applies to a service; empty where a launch type is set or none is known. */
  List<CapacityProviderItem> strategy(ServiceKey key, JsonNode service) {
    if (!text(service, "launchType").isEmpty()) {
      return List.of();
    }
    List<CapacityProviderItem> own = strategy(field(service, "capacityProviderStrategy"));
    if (!own.isEmpty()) {
      return own;
    }
    JsonNode primary = primary(service);
    if (!text(primary, "launchType").isEmpty()) {
      return List.of();
    }
    List<CapacityProviderItem> deployed = strategy(field(primary, "capacityProviderStrategy"));
    return deployed.isEmpty()
        ? defaults.getOrDefault(
            new Cluster(key.accountId(), key.region(), key.clusterName()), List.of())
        : deployed;
  }

  /** The launch type of a service with that strategy. */
  LaunchType resolve(ServiceKey key, JsonNode service, List<CapacityProviderItem> strategy) {
    LaunchType said = named(text(service, "launchType"));
    if (said == LaunchType.UNKNOWN && strategy.isEmpty()) {
      said = named(text(primary(service), "launchType"));
    }
    if (said != LaunchType.UNKNOWN) {
      return said;
    }
    for (CapacityProviderItem item : strategy) {
      LaunchType type = provided(key, item.capacityProvider());
      if (type != LaunchType.UNKNOWN) {
        return type;
      }
    }
    return named(tasks.launchType(key));
  }

  private LaunchType provided(ServiceKey key, String name) {
    if (name.equals("FARGATE") || name.equals("FARGATE_SPOT")) {
      return LaunchType.FARGATE;
    }
    return providers.getOrDefault(
        new Provider(key.accountId(), key.region(), name), LaunchType.UNKNOWN);
  }

  private static JsonNode primary(JsonNode service) {
    for (JsonNode deployment : field(service, "deployments")) {
      if (text(deployment, "status").equals("PRIMARY")) {
        return deployment;
      }
    }
    return MissingNode.getInstance();
  }

  private static List<CapacityProviderItem> strategy(JsonNode items) {
    List<CapacityProviderItem> strategy = new ArrayList<>();
    for (JsonNode item : items) {
      strategy.add(
          new CapacityProviderItem(
              InventoryBodies.shortName(text(item, "capacityProvider")),
              InventoryNumbers.count(item, "base", 0),
              InventoryNumbers.count(item, "weight", 0)));
    }
    return strategy;
  }

  private static LaunchType typeOf(JsonNode provider) {
    String type = text(provider, "type");
    if (type.equals("MANAGED_INSTANCES")
        || field(provider, "managedInstancesProvider").isObject()) {
      return LaunchType.MANAGED_INSTANCES;
    }
    if (type.startsWith("FARGATE")) {
      return LaunchType.FARGATE;
    }
    return type.equals("EC2_AUTOSCALING") || field(provider, "autoScalingGroupProvider").isObject()
        ? LaunchType.EC2
        : LaunchType.UNKNOWN;
  }

  private static LaunchType named(String name) {
    return switch (name) {
      case "FARGATE" -> LaunchType.FARGATE;
      case "EC2" -> LaunchType.EC2;
      case "MANAGED_INSTANCES" -> LaunchType.MANAGED_INSTANCES;
      case "EXTERNAL" -> LaunchType.EXTERNAL;
      default -> LaunchType.UNKNOWN;
    };
  }
}
