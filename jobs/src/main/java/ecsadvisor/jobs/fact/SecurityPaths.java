package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.ServiceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The private ways out of each VPC: NAT gateways and endpoints. */
final class SecurityPaths {
  private static final String GATEWAYS = "ec2-nat-gateway";
  private static final String ENDPOINTS = "ec2-vpc-endpoint";
  private static final Set<String> THERE = Set.of("", "available", "pending");

  private final InventoryManifests manifests;
  private final Map<String, SortedSet<String>> gateways = new HashMap<>();
  private final Map<String, SortedSet<String>> interfaces = new HashMap<>();
  private final Map<String, SortedSet<String>> gatewayEndpoints = new HashMap<>();

  SecurityPaths(InventoryBodies bodies, InventoryManifests manifests) {
    this.manifests = manifests;
    bodies
        .newest(GATEWAYS, body -> text(body.json(), "natGatewayId"))
        .forEach((id, body) -> add(gateways, body.json(), id));
    bodies
        .newest(ENDPOINTS, body -> text(body.json(), "vpcEndpointId"))
        .values()
        .forEach(
            body -> {
              String type = text(body.json(), "vpcEndpointType").toLowerCase(Locale.ROOT);
              String service = text(body.json(), "serviceName");
              if (type.equals("interface")) {
                add(interfaces, body.json(), service);
              } else if (type.isEmpty() || type.equals("gateway")) {
                add(gatewayEndpoints, body.json(), service);
              }
            });
  }

  /** Ids of the NAT gateways of a VPC, sorted. */
  List<String> natGateways(String vpcId) {
    return list(gateways, vpcId);
  }

  /** Services that a VPC has interface endpoints of, sorted. */
  List<String> interfaceEndpoints(String vpcId) {
    return list(interfaces, vpcId);
  }

  /** Services that a VPC has gateway endpoints of, sorted. */
  List<String> gatewayEndpoints(String vpcId) {
    return list(gatewayEndpoints, vpcId);
  }

  /** Whether all of them are there. */
  boolean known(ServiceKey key) {
    return manifests.complete(key.accountId(), key.region(), GATEWAYS)
        && manifests.complete(key.accountId(), key.region(), ENDPOINTS);
  }

  private static void add(Map<String, SortedSet<String>> all, JsonNode json, String name) {
    String state = text(json, "state").toLowerCase(Locale.ROOT);
    String vpc = text(json, "vpcId");
    if (THERE.contains(state) && !vpc.isEmpty() && !name.isEmpty()) {
      all.computeIfAbsent(vpc, key -> new TreeSet<>()).add(name);
    }
  }

  private static List<String> list(Map<String, SortedSet<String>> all, String vpcId) {
    return List.copyOf(all.getOrDefault(vpcId, new TreeSet<>()));
  }
}
