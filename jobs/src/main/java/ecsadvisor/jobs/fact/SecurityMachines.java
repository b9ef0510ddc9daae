package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.fact.security.Disk;
import ecsadvisor.models.fact.security.MachineSecurity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The instances that services can run on: those of their capacity providers, or all of the cluster
 * where they name none. Services that can run on the same ones share one list.
 */
final class SecurityMachines {
  private static final String OUTSIDE = "mi-";

  private record Member(String provider, MachineSecurity machine) {}

  private record Group(InventoryPlace cluster, boolean outside, Set<String> providers) {}

  private final InventoryManifests manifests;
  private final SecurityDisks disks;
  private final Map<InventoryPlace, List<Member>> byCluster = new HashMap<>();
  private final Map<Group, List<MachineSecurity>> groups = new HashMap<>();

  SecurityMachines(InventoryBodies bodies, InventoryManifests manifests, SecurityDisks disks) {
    this.manifests = manifests;
    this.disks = disks;
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
                    .add(
                        new Member(
                            text(body.json(), "capacityProviderName"),
                            machine(
                                id,
                                body,
                                machine == null ? MissingNode.getInstance() : machine.json())));
              }
            });
    byCluster
        .values()
        .forEach(list -> list.sort(Comparator.comparing(one -> one.machine().instanceId())));
  }

  /** The instances that a service can run on, ordered by id; empty on Fargate. */
  List<MachineSecurity> of(SecuritySource source) {
    LaunchType type = source.config().launchType();
    if (type == LaunchType.FARGATE) {
      return List.of();
    }
    Set<String> providers =
        source.config().capacityProviders().stream()
            .map(CapacityProviderItem::capacityProvider)
            .collect(Collectors.toUnmodifiableSet());
    InventoryPlace cluster = InventoryPlace.ofCluster(source.key());
    return groups.computeIfAbsent(
        new Group(cluster, type == LaunchType.EXTERNAL, providers), this::members);
  }

  private List<MachineSecurity> members(Group group) {
    return byCluster.getOrDefault(group.cluster(), List.of()).stream()
        .filter(one -> group.providers().isEmpty() || group.providers().contains(one.provider()))
        .map(Member::machine)
        .filter(machine -> machine.instanceId().startsWith(OUTSIDE) == group.outside())
        .toList();
  }

  private MachineSecurity machine(String id, InventoryBodies.Body body, JsonNode machine) {
    String zone = text(field(machine, "placement"), "availabilityZone");
    for (Tag attribute : InventoryBodies.pairs(field(body.json(), "attributes"), "name")) {
      if (attribute.key().equals("ecs.availability-zone") && !attribute.value().isEmpty()) {
        zone = attribute.value();
      }
    }
    Map<String, Disk> own = new TreeMap<>();
    disks.ofInstance(id).forEach(disk -> own.put(disk.volumeId(), disk));
    JsonNode mappings = field(machine, "blockDeviceMappings");
    boolean known =
        mappings.isArray()
            || (!own.isEmpty()
                && manifests.complete(body.item().accountId(), body.item().region(), "ec2-volume"));
    for (JsonNode mapping : mappings) {
      String volumeId = text(field(mapping, "ebs"), "volumeId");
      Disk disk = disks.find(volumeId);
      known &= disk != null || volumeId.isEmpty();
      if (disk != null) {
        own.put(volumeId, disk);
      }
    }
    return new MachineSecurity(
        id,
        zone,
        text(field(machine, "placement"), "tenancy"),
        text(machine, "instanceLifecycle").equals("spot"),
        !text(machine, "outpostArn").isEmpty(),
        machine.isObject(),
        List.copyOf(own.values()),
        known);
  }
}
