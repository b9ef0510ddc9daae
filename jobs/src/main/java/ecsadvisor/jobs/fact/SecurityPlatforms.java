package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The platform family of services: what they or their deployments say; without it the operating
 * system of the instances that they may run on.
 */
final class SecurityPlatforms {
  private record Instance(String capacityProvider, String operatingSystem) {}

  private final Map<InventoryPlace, List<Instance>> instances = new HashMap<>();

  SecurityPlatforms(InventoryBodies bodies) {
    bodies
        .newest("ecs-container-instance", body -> body.arn("containerInstanceArn"))
        .values()
        .forEach(
            body -> {
              JsonNode json = body.json();
              if (!text(json, "status").equals("INACTIVE")) {
                instances
                    .computeIfAbsent(
                        InventoryPlace.of(body, InventoryTasks.cluster(body)),
                        cluster -> new ArrayList<>())
                    .add(new Instance(text(json, "capacityProviderName"), system(json)));
              }
            });
  }

  /**
   * The family; empty where nothing says, or not all instances are the same.
   *
   * @param owners the service, its deployments and task sets
   */
  String family(ServiceKey key, ServiceConfig config, List<JsonNode> owners) {
    for (JsonNode owner : owners) {
      String said = text(owner, "platformFamily");
      if (!said.isEmpty()) {
        return said;
      }
    }
    if (config.launchType() == LaunchType.FARGATE) {
      return "";
    }
    Set<String> providers =
        config.capacityProviders().stream()
            .map(CapacityProviderItem::capacityProvider)
            .collect(Collectors.toSet());
    Set<String> systems =
        instances.getOrDefault(InventoryPlace.ofCluster(key), List.of()).stream()
            .filter(
                instance -> providers.isEmpty() || providers.contains(instance.capacityProvider()))
            .map(Instance::operatingSystem)
            .collect(Collectors.toSet());
    return systems.size() == 1 ? systems.iterator().next() : "";
  }

  private static String system(JsonNode instance) {
    for (JsonNode attribute : field(instance, "attributes")) {
      if (text(attribute, "name").equals("ecs.os-type")) {
        return text(attribute, "value");
      }
    }
    return "";
  }
}
