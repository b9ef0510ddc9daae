package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;

import ecsadvisor.models.fact.Tag;
import java.util.HashMap;
import java.util.Map;

/** Attributes of load balancers and target groups, by their ARN. */
final class InventoryAttributes {
  private final Map<String, Map<String, String>> byArn = new HashMap<>();

  InventoryAttributes(InventoryBodies bodies) {
    bodies
        .newest("elbv2-attributes", InventoryAttributes::owner)
        .forEach(
            (arn, body) -> {
              Map<String, String> values = new HashMap<>();
              for (Tag pair : InventoryBodies.pairs(field(body.json(), "attributes"), "key")) {
                values.put(pair.key(), pair.value());
              }
              byArn.put(arn, values);
            });
  }

  /** The attributes of a load balancer or target group; empty where the inventory has none. */
  Map<String, String> of(String arn) {
    return byArn.getOrDefault(arn, Map.of());
  }

  private static String owner(InventoryBodies.Body body) {
    String group = body.arn("targetGroupArn");
    return group.equals(body.item().arn()) ? body.arn("loadBalancerArn") : group;
  }
}
