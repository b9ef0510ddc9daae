package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.security.ListenerSecurity;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The listeners that forward to each target group, by their default action or by a rule. */
final class SecurityListeners {
  private static final String RULE = ":listener-rule/";

  private final Map<String, ListenerSecurity> byArn = new HashMap<>();
  private final Map<String, TreeMap<String, ListenerSecurity>> byTargetGroup = new HashMap<>();

  SecurityListeners(InventoryBodies bodies) {
    Map<String, InventoryBodies.Body> listeners =
        bodies.newest("elbv2-listener", body -> body.arn("listenerArn"));
    listeners.forEach((arn, body) -> byArn.put(arn, listener(arn, body)));
    listeners.forEach((arn, body) -> add(arn, field(body.json(), "defaultActions")));
    bodies
        .newest("elbv2-rule", body -> body.arn("ruleArn"))
        .forEach((arn, body) -> add(listenerArn(arn), field(body.json(), "actions")));
  }

  /** The listeners that forward to a target group, ordered by ARN. */
  Collection<ListenerSecurity> of(String targetGroupArn) {
    TreeMap<String, ListenerSecurity> found = byTargetGroup.get(targetGroupArn);
    return found == null ? List.of() : found.values();
  }

  private void add(String listenerArn, JsonNode actions) {
    for (String targetGroup : InventoryListeners.targets(actions)) {
      byTargetGroup
          .computeIfAbsent(targetGroup, key -> new TreeMap<>())
          .put(listenerArn, byArn.getOrDefault(listenerArn, unknown(listenerArn)));
    }
  }

  private static ListenerSecurity listener(String arn, InventoryBodies.Body body) {
    JsonNode json = body.json();
    String balancer = text(json, "loadBalancerArn");
    return new ListenerSecurity(
        arn,
        balancer.isEmpty() ? InventoryListeners.balancerArn(arn) : balancer,
        InventoryNumbers.count(json, "port", 0),
        text(json, "protocol"),
        text(json, "sslPolicy"),
        body.item().collectedAt());
  }

  /** A listener that only its rules tell of. */
  private static ListenerSecurity unknown(String arn) {
    return new ListenerSecurity(arn, InventoryListeners.balancerArn(arn), 0, "", "", Instant.EPOCH);
  }

  /** A rule's listener, whose ARN the rule's repeats but for its last part. */
  private static String listenerArn(String ruleArn) {
    int at = ruleArn.indexOf(RULE);
    int end = ruleArn.lastIndexOf('/');
    return at < 0 || end < at + RULE.length()
        ? ruleArn
        : ruleArn.substring(0, at) + ":listener/" + ruleArn.substring(at + RULE.length(), end);
  }
}
