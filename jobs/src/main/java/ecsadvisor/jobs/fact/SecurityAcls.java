package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.security.NetworkAcl;
import ecsadvisor.models.fact.security.SubnetSecurity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Network ACLs by subnet; the VPC's default one holds where no other names the subnet. */
final class SecurityAcls {
  private static final String KIND = "ec2-network-acl";

  private final InventoryManifests manifests;
  private final Map<String, NetworkAcl> ofSubnet = new HashMap<>();
  private final Map<String, NetworkAcl> defaultOfVpc = new HashMap<>();

  SecurityAcls(InventoryBodies bodies, InventoryManifests manifests) {
    this.manifests = manifests;
    bodies.newest(KIND, body -> text(body.json(), "networkAclId")).forEach(this::add);
  }

  /** The ACL of a subnet of a service's account and region, or null where it is not known. */
  @Nullable NetworkAcl of(SubnetSecurity subnet, SecuritySource source) {
    NetworkAcl own = ofSubnet.get(subnet.id());
    boolean complete = manifests.complete(source.key().accountId(), source.key().region(), KIND);
    return own != null || !complete ? own : defaultOfVpc.get(subnet.vpcId());
  }

  private void add(String id, InventoryBodies.Body body) {
    JsonNode json = body.json();
    NetworkAcl acl = new NetworkAcl(id, letsEverythingIn(field(json, "entries")));
    for (String subnet : InventoryBodies.texts(field(json, "associations"), "subnetId")) {
      ofSubnet.put(subnet, acl);
    }
    if (field(json, "isDefault", "default").asBoolean(false)) {
      defaultOfVpc.put(text(json, "vpcId"), acl);
    }
  }

  /** Rules hold in the order of their numbers; the first that matches decides. */
  private static boolean letsEverythingIn(JsonNode entries) {
    List<JsonNode> ingress = new ArrayList<>();
    for (JsonNode entry : entries) {
      if (entry.isObject() && !field(entry, "egress").asBoolean(false)) {
        ingress.add(entry);
      }
    }
    ingress.sort(
        Comparator.comparingInt(
            entry -> InventoryNumbers.count(entry, "ruleNumber", Integer.MAX_VALUE)));
    for (JsonNode entry : ingress) {
      if (text(entry, "ruleAction").equals("deny")) {
        return false;
      }
      if (text(entry, "protocol").equals("-1") && text(entry, "cidrBlock").equals("0.0.0.0/0")) {
        return true;
      }
    }
    return false;
  }
}
