package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The instances that clusters place tasks on, with what EC2 says of them. */
final class InventoryInstances {
  private static final JsonNode UNKNOWN = MissingNode.getInstance();

  private final Map<InventoryPlace, List<ContainerInstance>> byCluster = new HashMap<>();

  InventoryInstances(InventoryBodies bodies) {
    Map<String, InventoryBodies.Body> machines =
        bodies.newest("ec2-instance", body -> text(body.json(), "instanceId"));
    bodies
        .newest("ecs-container-instance", body -> body.arn("containerInstanceArn"))
        .values()
        .forEach(
            body -> {
              String id = text(body.json(), "ec2InstanceId");
              String cluster = InventoryTasks.cluster(body);
              boolean gone = text(body.json(), "status").equals("INACTIVE");
              if (!id.isEmpty() && !cluster.isEmpty() && !gone) {
                InventoryBodies.Body machine = machines.get(id);
                byCluster
                    .computeIfAbsent(InventoryPlace.of(body, cluster), key -> new ArrayList<>())
                    .add(instance(id, body.json(), machine == null ? UNKNOWN : machine.json()));
              }
            });
    byCluster
        .values()
        .forEach(list -> list.sort(Comparator.comparing(ContainerInstance::instanceId)));
  }

  /** The instances of a cluster, ordered by id. */
  List<ContainerInstance> of(InventoryPlace cluster) {
    return byCluster.getOrDefault(cluster, List.of());
  }

  /** The clusters that have instances. */
  Set<InventoryPlace> clusters() {
    return byCluster.keySet();
  }

  private static ContainerInstance instance(String id, JsonNode body, JsonNode machine) {
    List<Tag> attributes = InventoryBodies.pairs(field(body, "attributes"), "name");
    JsonNode registered = field(body, "registeredResources");
    JsonNode remaining = field(body, "remainingResources");
    String zone = value(attributes, "ecs.availability-zone");
    String type = value(attributes, "ecs.instance-type");
    return new ContainerInstance(
        id,
        text(body, "capacityProviderName"),
        zone.isEmpty() ? text(field(machine, "placement"), "availabilityZone") : zone,
        type.isEmpty() ? text(machine, "instanceType") : type,
        text(machine, "instanceLifecycle").equals("spot"),
        text(body, "status"),
        resource(registered, "CPU"),
        resource(registered, "MEMORY"),
        resource(registered, "GPU"),
        resource(remaining, "CPU"),
        resource(remaining, "MEMORY"),
        InventoryNumbers.count(body, "runningTasksCount", 0),
        attributes.stream().anyMatch(tag -> tag.key().equals("ecs.awsvpc-trunk-id")),
        attributes);
  }

  /** An amount of a resource; GPUs are listed by their ids. */
  private static int resource(JsonNode resources, String name) {
    for (JsonNode resource : resources) {
      if (text(resource, "name").equals(name)) {
        int ids = field(resource, "stringSetValue").size();
        return ids > 0 ? ids : InventoryNumbers.count(resource, "integerValue", 0);
      }
    }
    return 0;
  }

  private static String value(List<Tag> attributes, String name) {
    for (Tag attribute : attributes) {
      if (attribute.key().equals(name)) {
        return attribute.value();
      }
    }
    return "";
  }
}
