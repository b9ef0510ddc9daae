package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.security.BalancerSecurity;
import ecsadvisor.models.fact.security.ConnectEndpoint;
import ecsadvisor.models.fact.security.EntrySecurity;
import ecsadvisor.models.fact.security.ListenerSecurity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The inventory's view of a service for {@link EntrySecurity}. */
final class SecurityEntries {
  private final SecurityListeners listeners;
  private final SecurityBalancers balancers;
  private final Map<String, JsonNode> targetGroups = new HashMap<>();

  SecurityEntries(InventoryBodies bodies) {
    this.listeners = new SecurityListeners(bodies);
    this.balancers = new SecurityBalancers(bodies);
    bodies
        .newest("elbv2-target-group", body -> body.arn("targetGroupArn"))
        .forEach((arn, body) -> targetGroups.put(arn, body.json()));
  }

  EntrySecurity of(SecuritySource source) {
    List<String> groups = InventoryTargetGroups.arns(source.body(), source.taskSets());
    SortedMap<String, String> protocols = new TreeMap<>();
    SortedMap<String, ListenerSecurity> forwarding = new TreeMap<>();
    TreeSet<String> balancerArns = new TreeSet<>();
    for (String arn : groups) {
      JsonNode group = targetGroups.get(arn);
      if (group != null) {
        protocols.put(arn, text(group, "protocol"));
        balancerArns.addAll(InventoryBodies.texts(field(group, "loadBalancerArns")));
      }
      for (ListenerSecurity listener : listeners.of(arn)) {
        forwarding.put(listener.arn(), listener);
        balancerArns.add(listener.loadBalancerArn());
      }
    }
    balancerArns.remove("");
    List<BalancerSecurity> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String arn : balancerArns) {
      BalancerSecurity balancer = balancers.find(arn);
      if (balancer == null) {
        missing.add(arn);
      } else {
        found.add(balancer);
      }
    }
    List<JsonNode> connections = connections(source.body());
    return new EntrySecurity(
        field(source.body(), "loadBalancers").isArray(),
        groups,
        protocols,
        classic(source),
        owners(source.body()).stream()
            .anyMatch(owner -> !field(owner, "vpcLatticeConfigurations").isEmpty()),
        List.copyOf(forwarding.values()),
        found,
        missing,
        field(source.body(), "deployments").isArray(),
        !connections.isEmpty(),
        endpoints(connections));
  }

  private static List<String> classic(SecuritySource source) {
    TreeSet<String> names = new TreeSet<>();
    for (JsonNode owner : source.owners()) {
      for (JsonNode balancer : field(owner, "loadBalancers")) {
        if (text(balancer, "targetGroupArn").isEmpty()) {
          names.add(text(balancer, "loadBalancerName"));
        }
      }
    }
    names.remove("");
    return List.copyOf(names);
  }

  /** The service and its deployments, which say different things of one another's time. */
  private static List<JsonNode> owners(JsonNode service) {
    List<JsonNode> owners = new ArrayList<>(List.of(service));
    field(service, "deployments").forEach(owners::add);
    return owners;
  }

  private static List<JsonNode> connections(JsonNode service) {
    return owners(service).stream()
        .map(owner -> field(owner, "serviceConnectConfiguration"))
        .filter(connection -> field(connection, "enabled").asBoolean(false))
        .toList();
  }

  private static List<ConnectEndpoint> endpoints(List<JsonNode> connections) {
    List<ConnectEndpoint> endpoints = new ArrayList<>();
    for (JsonNode connection : connections) {
      for (JsonNode offered : field(connection, "services")) {
        endpoints.add(
            new ConnectEndpoint(text(offered, "portName"), field(offered, "tls").isObject()));
      }
    }
    return endpoints.stream()
        .distinct()
        .sorted(
            Comparator.comparing(ConnectEndpoint::portName)
                .thenComparing(ConnectEndpoint::encrypted))
        .toList();
  }
}
