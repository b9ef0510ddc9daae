package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.PlacementRule;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.ServiceLayout;
import ecsadvisor.models.fact.TargetGroup;
import ecsadvisor.models.fact.TaskDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How services are deployed, placed and reached. */
final class InventoryLayouts {
  private static final int ALL_PERCENT = 100;
  private static final int DOUBLE_PERCENT = 200;

  private final InventoryManifests manifests;
  private final InventoryTasks tasks;
  private final InventoryTaskDefinitions definitions;
  private final InventoryInstances instances;
  private final InventoryTargetGroups targetGroups;
  private final InventoryImages images;
  private final Map<String, String> zoneOfSubnet = new HashMap<>();

  InventoryLayouts(
      InventoryBodies bodies,
      InventoryManifests manifests,
      InventoryTasks tasks,
      InventoryTaskDefinitions definitions,
      InventoryInstances instances,
      InventoryTargetGroups targetGroups,
      InventoryImages images) {
    this.manifests = manifests;
    this.tasks = tasks;
    this.definitions = definitions;
    this.instances = instances;
    this.targetGroups = targetGroups;
    this.images = images;
    bodies
        .newest("ec2-subnet", body -> text(body.json(), "subnetId"))
        .forEach((id, body) -> zoneOfSubnet.put(id, text(body.json(), "availabilityZone")));
  }

  /**
   * The layout of a service.
   *
   * @param strategy the capacity provider strategy that applies to it
   * @param taskSets its task sets
   * @param primaryArn the ARN of the revision that the primary deployment runs; empty for none
   * @param primary that revision, or null where the inventory lacks it
   */
  ServiceLayout of(
      ServiceKey key,
      JsonNode service,
      List<CapacityProviderItem> strategy,
      List<JsonNode> taskSets,
      String primaryArn,
      @Nullable TaskDefinition primary) {
    boolean daemon = text(service, "schedulingStrategy").equals("DAEMON");
    JsonNode deployment = field(service, "deploymentConfiguration");
    String controller = text(field(service, "deploymentController"), "type");
    List<String> subnets = subnets(service, taskSets);
    List<PlacementRule> constraints = new ArrayList<>(InventoryPlacement.constraints(service));
    constraints.addAll(definitions.constraints(primaryArn));
    List<String> groupArns = targetGroups.register(key, service, taskSets);
    List<TargetGroup> groups = new ArrayList<>();
    for (String arn : groupArns) {
      TargetGroup group = targetGroups.find(arn);
      if (group != null) {
        groups.add(group);
      }
    }
    boolean listed = field(service, "loadBalancers").isArray();
    return new ServiceLayout(
        InventoryNumbers.count(deployment, "minimumHealthyPercent", daemon ? 0 : ALL_PERCENT),
        InventoryNumbers.count(deployment, "maximumPercent", daemon ? ALL_PERCENT : DOUBLE_PERCENT),
        controller.isEmpty() ? "ECS" : controller,
        subnets,
        zones(key, subnets, strategy),
        constraints,
        InventoryPlacement.strategies(service),
        groups,
        complete(key, "elbv2-target-group") || (listed && groups.size() == groupArns.size()),
        tasks.runs(key),
        complete(key, "ecs-task") || counted(key, service),
        primary == null ? List.of() : images.of(key, primary));
  }

  private boolean complete(ServiceKey key, String kind) {
    return manifests.complete(key.accountId(), key.region(), kind);
  }

  /** Whether the inventory has as many running tasks as the service says it has. */
  private boolean counted(ServiceKey key, JsonNode service) {
    Integer running = InventoryNumbers.whole(service, "runningCount");
    return running != null && running > 0 && running == tasks.running(key);
  }

  private static List<String> subnets(JsonNode service, List<JsonNode> taskSets) {
    List<JsonNode> owners = new ArrayList<>(List.of(service));
    field(service, "deployments").forEach(owners::add);
    owners.addAll(taskSets);
    for (JsonNode owner : owners) {
      JsonNode network = field(field(owner, "networkConfiguration"), "awsvpcConfiguration");
      List<String> subnets = InventoryBodies.texts(field(network, "subnets"));
      if (!subnets.isEmpty()) {
        return subnets;
      }
    }
    return List.of();
  }

  /**
   * The zones of the subnets, if all of them are known; without subnets those of the instances of
   * the service's capacity providers, or of all instances of the cluster where it names none.
   */
  private List<String> zones(
      ServiceKey key, List<String> subnets, List<CapacityProviderItem> strategy) {
    TreeSet<String> zones = new TreeSet<>();
    for (String subnet : subnets) {
      String zone = zoneOfSubnet.getOrDefault(subnet, "");
      if (zone.isEmpty()) {
        return List.of();
      }
      zones.add(zone);
    }
    if (!subnets.isEmpty()) {
      return List.copyOf(zones);
    }
    Set<String> providers = new HashSet<>();
    strategy.forEach(item -> providers.add(item.capacityProvider()));
    InventoryPlace cluster = InventoryPlace.ofCluster(key);
    for (ContainerInstance instance : instances.of(cluster)) {
      boolean used = providers.isEmpty() || providers.contains(instance.capacityProvider());
      if (used && !instance.availabilityZone().isEmpty()) {
        zones.add(instance.availabilityZone());
      }
    }
    return List.copyOf(zones);
  }
}
