package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.HostSecurity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The instances whose network the tasks of bridge and host mode share. */
final class SecurityHosts {
  private final InventoryInstances instances;
  private final Map<String, InventoryBodies.Body> machines;
  private final Map<Fleet, List<HostSecurity>> hosts = new HashMap<>();

  /** The instances of a cluster that certain capacity providers start; of all without any. */
  private record Fleet(InventoryPlace cluster, Set<String> providers) {}

  SecurityHosts(InventoryBodies bodies, InventoryInstances instances) {
    this.instances = instances;
    this.machines = bodies.newest("ec2-instance", body -> text(body.json(), "instanceId"));
  }

  /** The hosts of a service, ordered by id; none where its tasks have interfaces of their own. */
  List<HostSecurity> of(SecuritySource source) {
    LaunchType launch = source.config().launchType();
    if (!source.networks().isEmpty()
        || launch == LaunchType.FARGATE
        || launch == LaunchType.EXTERNAL) {
      return List.of();
    }
    Set<String> providers =
        source.config().capacityProviders().stream()
            .map(CapacityProviderItem::capacityProvider)
            .collect(Collectors.toSet());
    InventoryPlace cluster = InventoryPlace.ofCluster(source.key());
    return hosts.computeIfAbsent(new Fleet(cluster, providers), this::hosts);
  }

  private List<HostSecurity> hosts(Fleet fleet) {
    List<HostSecurity> found = new ArrayList<>();
    for (ContainerInstance instance : instances.of(fleet.cluster())) {
      if (fleet.providers().isEmpty() || fleet.providers().contains(instance.capacityProvider())) {
        found.add(host(instance.instanceId(), machines.get(instance.instanceId())));
      }
    }
    return found;
  }

  private static HostSecurity host(String id, InventoryBodies.@Nullable Body machine) {
    if (machine == null) {
      return new HostSecurity(id, false, "", "", List.of(), Instant.EPOCH);
    }
    JsonNode json = machine.json();
    String address = text(json, "publicIpAddress");
    TreeSet<String> groups =
        new TreeSet<>(InventoryBodies.texts(field(json, "securityGroups"), "groupId"));
    for (JsonNode network : field(json, "networkInterfaces")) {
      groups.addAll(InventoryBodies.texts(field(network, "groups"), "groupId"));
      String other = text(field(network, "association"), "publicIp");
      address = address.isEmpty() ? other : address;
    }
    return new HostSecurity(
        id,
        true,
        address,
        text(json, "subnetId"),
        List.copyOf(groups),
        machine.item().collectedAt());
  }
}
