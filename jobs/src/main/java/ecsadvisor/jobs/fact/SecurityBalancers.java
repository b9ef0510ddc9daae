package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.security.BalancerSecurity;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Load balancers and their web ACLs, by ARN. */
final class SecurityBalancers {
  private final Map<String, BalancerSecurity> byArn = new HashMap<>();

  SecurityBalancers(InventoryBodies bodies) {
    Map<String, InventoryBodies.Body> associations =
        bodies.newest("wafv2-web-acl-association", body -> body.arn("resourceArn"));
    bodies
        .newest("elbv2-load-balancer", body -> body.arn("loadBalancerArn"))
        .forEach((arn, body) -> byArn.put(arn, balancer(arn, body, associations.get(arn))));
  }

  /** The load balancer with that ARN, or null where the inventory lacks it. */
  @Nullable BalancerSecurity find(String arn) {
    return byArn.get(arn);
  }

  /** An association without a web ACL says that there is none. */
  private static BalancerSecurity balancer(
      String arn, InventoryBodies.Body body, InventoryBodies.@Nullable Body association) {
    JsonNode json = body.json();
    Instant readAt = body.item().collectedAt();
    String webAcl = "";
    if (association != null) {
      String named = text(field(association.json(), "webACL"), "ARN", "arn");
      webAcl = named.isEmpty() ? text(association.json(), "webACLArn") : named;
      Instant asked = association.item().collectedAt();
      readAt = asked.isBefore(readAt) ? asked : readAt;
    }
    return new BalancerSecurity(
        arn, text(json, "type"), text(json, "scheme"), webAcl, association != null, readAt);
  }
}
