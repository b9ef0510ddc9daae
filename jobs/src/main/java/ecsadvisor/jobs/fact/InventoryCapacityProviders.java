package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.CapacityProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The capacity providers of clusters. */
final class InventoryCapacityProviders {
  private static final int FULL_PERCENT = 100;
  private static final String GROUP_NAME = "autoScalingGroupName/";

  private final Map<InventoryPlace, CapacityProvider> byName = new HashMap<>();
  private final Map<InventoryPlace, List<String>> ofCluster = new HashMap<>();

  InventoryCapacityProviders(InventoryBodies bodies) {
    bodies
        .newest("ecs-capacity-provider", body -> body.arn("capacityProviderArn"))
        .values()
        .forEach(this::add);
  }

  private void add(InventoryBodies.Body body) {
    String name = InventoryBodies.shortName(text(body.json(), "name", "capacityProviderArn"));
    byName.put(InventoryPlace.of(body, name), provider(name, body));
    String cluster = InventoryBodies.shortName(text(body.json(), "cluster", "clusterArn"));
    if (!cluster.isEmpty()) {
      ofCluster
          .computeIfAbsent(InventoryPlace.of(body, cluster), key -> new ArrayList<>())
          .add(name);
    }
  }

  /**
   * The capacity providers of a cluster, ordered by name: those that it lists and those that name
   * it. One that the inventory does not describe has its name alone.
   */
  List<CapacityProvider> of(InventoryPlace cluster, JsonNode clusterBody) {
    Map<String, CapacityProvider> providers = new TreeMap<>();
    List<String> names = new ArrayList<>(ofCluster.getOrDefault(cluster, List.of()));
    for (JsonNode named : field(clusterBody, "capacityProviders")) {
      names.add(InventoryBodies.shortName(named.asText()));
    }
    for (String name : names) {
      if (!name.isEmpty()) {
        providers.put(
            name,
            byName.getOrDefault(
                new InventoryPlace(cluster.accountId(), cluster.region(), name),
                new CapacityProvider(name, "", "", false, false, FULL_PERCENT, false)));
      }
    }
    return List.copyOf(providers.values());
  }

  private static CapacityProvider provider(String name, InventoryBodies.Body body) {
    JsonNode json = body.json();
    JsonNode group = field(json, "autoScalingGroupProvider");
    JsonNode scaling = field(group, "managedScaling");
    boolean fargate = name.equals("FARGATE") || name.equals("FARGATE_SPOT");
    return new CapacityProvider(
        name,
        fargate ? "" : body.arn("capacityProviderArn"),
        groupName(text(group, "autoScalingGroupArn")),
        text(json, "type").equals("MANAGED_INSTANCES")
            || field(json, "managedInstancesProvider").isObject(),
        text(scaling, "status").equals("ENABLED"),
        InventoryNumbers.count(scaling, "targetCapacity", FULL_PERCENT),
        text(group, "managedDraining").equals("ENABLED"));
  }

  /** The group's name from its ARN; CloudFormation also takes the name alone. */
  private static String groupName(String arn) {
    int at = arn.indexOf(GROUP_NAME);
    if (at >= 0) {
      return arn.substring(at + GROUP_NAME.length());
    }
    return arn.startsWith("arn:") ? "" : arn;
  }
}
