package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.security.SecurityGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Security groups by id; those whose name or rules are not told are left out. */
final class SecurityGroups {
  private final Map<String, SecurityGroup> byId = new HashMap<>();
  private final Map<String, SecurityGroup> defaultOfVpc = new HashMap<>();

  SecurityGroups(InventoryBodies bodies) {
    bodies.newest("ec2-security-group", body -> text(body.json(), "groupId")).forEach(this::add);
  }

  /** The group with that id, or null where the inventory lacks it. */
  @Nullable SecurityGroup find(String id) {
    return byId.get(id);
  }

  /** The default group of a VPC, or null where the inventory lacks it. */
  @Nullable SecurityGroup defaultOf(String vpcId) {
    return defaultOfVpc.get(vpcId);
  }

  private void add(String id, InventoryBodies.Body body) {
    JsonNode json = body.json();
    JsonNode ingress = field(json, "ipPermissions");
    JsonNode egress = field(json, "ipPermissionsEgress");
    String name = text(json, "groupName");
    if (name.isEmpty() || !ingress.isArray() || !egress.isArray()) {
      return;
    }
    SecurityGroup group =
        new SecurityGroup(
            id,
            name,
            text(json, "vpcId"),
            rules(ingress),
            rules(egress),
            body.item().collectedAt());
    byId.put(id, group);
    if (group.isDefault()) {
      defaultOfVpc.put(group.vpcId(), group);
    }
  }

  private static List<SecurityGroup.Rule> rules(JsonNode permissions) {
    List<SecurityGroup.Rule> rules = new ArrayList<>();
    for (JsonNode permission : permissions) {
      rules.add(
          new SecurityGroup.Rule(
              text(permission, "ipProtocol"),
              InventoryNumbers.count(permission, "fromPort", -1),
              InventoryNumbers.count(permission, "toPort", -1),
              ranges(permission),
              elements(field(permission, "prefixListIds"), "prefixListId")));
    }
    return rules;
  }

  /** AWS Config writes IPv4 ranges twice: as objects and, under EC2's name, as texts. */
  private static List<String> ranges(JsonNode permission) {
    TreeSet<String> ranges = new TreeSet<>();
    ranges.addAll(elements(field(permission, "ipRanges"), "cidrIp"));
    ranges.addAll(elements(field(permission, "ipv4Ranges"), "cidrIp"));
    ranges.addAll(elements(field(permission, "ipv6Ranges"), "cidrIpv6"));
    return List.copyOf(ranges);
  }

  /** The texts of a list, or those of a field of its objects. */
  private static List<String> elements(JsonNode list, String name) {
    TreeSet<String> texts = new TreeSet<>(InventoryBodies.texts(list));
    texts.addAll(InventoryBodies.texts(list, name));
    return List.copyOf(texts);
  }
}
