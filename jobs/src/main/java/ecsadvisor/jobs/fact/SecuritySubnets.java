package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.security.SubnetSecurity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Subnets with the routes that hold for them. */
final class SecuritySubnets {
  private static final String TABLES = "ec2-route-table";
  private static final String INTERNET_GATEWAY = "igw-";
  private static final List<String> TARGETS =
      List.of(
          "natGatewayId",
          "transitGatewayId",
          "gatewayId",
          "networkInterfaceId",
          "vpcPeeringConnectionId",
          "localGatewayId",
          "carrierGatewayId",
          "coreNetworkArn");

  private final Map<String, Table> ofSubnet = new HashMap<>();
  private final Map<String, Table> mainOfVpc = new HashMap<>();
  private final Map<String, SubnetSecurity> byId = new HashMap<>();

  /** What the routes of a table lead to; empty for none. */
  private record Table(
      String id, String internetGateway, String ipv6Gateway, String defaultRoute, Instant readAt) {
    private static final Table UNKNOWN = new Table("", "", "", "", Instant.MAX);
  }

  SecuritySubnets(InventoryBodies bodies, InventoryManifests manifests) {
    bodies
        .newest(TABLES, body -> text(body.json(), "routeTableId"))
        .forEach((id, body) -> addTable(id, body));
    bodies
        .newest("ec2-subnet", body -> text(body.json(), "subnetId"))
        .forEach((id, body) -> byId.put(id, subnet(id, body, manifests)));
  }

  /** The subnet with that id, or null where the inventory lacks it. */
  @Nullable SubnetSecurity find(String id) {
    return byId.get(id);
  }

  /** The main table holds only for subnets that no other table names, so all must be there. */
  private SubnetSecurity subnet(
      String id, InventoryBodies.Body body, InventoryManifests manifests) {
    JsonNode json = body.json();
    String vpc = text(json, "vpcId");
    Table table = ofSubnet.get(id);
    if (table == null
        && manifests.complete(body.item().accountId(), body.item().region(), TABLES)) {
      table = mainOfVpc.get(vpc);
    }
    if (table == null) {
      table = Table.UNKNOWN;
    }
    Instant readAt = body.item().collectedAt();
    return new SubnetSecurity(
        id,
        vpc,
        text(json, "availabilityZone"),
        table.id(),
        table.internetGateway(),
        table.defaultRoute(),
        field(json, "assignIpv6AddressOnCreation").asBoolean(false)
            && !table.ipv6Gateway().isEmpty(),
        readAt.isBefore(table.readAt()) ? readAt : table.readAt());
  }

  private void addTable(String id, InventoryBodies.Body body) {
    String gateway = "";
    String ipv6Gateway = "";
    String defaultRoute = "";
    for (JsonNode route : field(body.json(), "routes")) {
      String target = target(route);
      boolean ipv6 = !text(route, "destinationIpv6CidrBlock").isEmpty();
      boolean internet = target.startsWith(INTERNET_GATEWAY);
      gateway = internet && !ipv6 ? target : gateway;
      ipv6Gateway = internet && ipv6 ? target : ipv6Gateway;
      boolean whole = text(route, "destinationCidrBlock").equals("0.0.0.0/0");
      defaultRoute = whole ? target : defaultRoute;
    }
    Table table = new Table(id, gateway, ipv6Gateway, defaultRoute, body.item().collectedAt());
    for (JsonNode association : field(body.json(), "associations")) {
      String subnet = text(association, "subnetId");
      if (!subnet.isEmpty()) {
        ofSubnet.put(subnet, table);
      } else if (field(association, "main").asBoolean(false)) {
        mainOfVpc.put(text(body.json(), "vpcId"), table);
      }
    }
  }

  /** What a route leads to; empty where that is gone. */
  private static String target(JsonNode route) {
    return text(route, "state").equals("blackhole")
        ? ""
        : text(route, TARGETS.toArray(String[]::new));
  }
}
