package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Listeners and rules, gathered per load balancer. */
final class InventoryListeners {
  /** AWS allows five values in a rule; more than this is no real file. */
  private static final int MOST_VALUES = 100;

  private static final String ANY = "*";

  private final Map<String, Front> byBalancer = new HashMap<>();

  /** What the listeners and rules of one load balancer add up to. */
  static final class Front {
    private int listeners;
    private int rules;
    private int certificates;
    private final TreeSet<String> hostsAndPaths = new TreeSet<>();
    private final TreeSet<Integer> ports = new TreeSet<>();
    private final TreeSet<String> targetGroupArns = new TreeSet<>();

    /** Number of listeners. */
    int listeners() {
      return listeners;
    }

    /** Number of rules, default rules excluded. */
    int rules() {
      return rules;
    }

    /** Number of certificates, default ones excluded. */
    int certificates() {
      return certificates;
    }

    /** What is forwarded, as {@code host|path}, ordered. */
    List<String> hostsAndPaths() {
      return List.copyOf(hostsAndPaths);
    }

    /** The ports, ordered. */
    List<Integer> ports() {
      return List.copyOf(ports);
    }

    /** ARNs of the target groups that are forwarded to, ordered. */
    List<String> targetGroupArns() {
      return List.copyOf(targetGroupArns);
    }
  }

  InventoryListeners(InventoryBodies bodies) {
    bodies
        .newest("elbv2-listener", body -> body.arn("listenerArn"))
        .forEach((arn, body) -> addListener(arn, body.json()));
    bodies
        .newest("elbv2-rule", body -> body.arn("ruleArn"))
        .forEach((arn, body) -> addRule(arn, body.json()));
  }

  /** The front of a load balancer; an empty one where the inventory has no listener of it. */
  Front of(String loadBalancerArn) {
    return byBalancer.getOrDefault(loadBalancerArn, new Front());
  }

  /** The ARNs of the target groups that actions forward to, also by weight, ordered. */
  static SortedSet<String> targets(JsonNode actions) {
    TreeSet<String> arns = new TreeSet<>();
    for (JsonNode action : actions) {
      List<JsonNode> targets = new ArrayList<>(List.of(action));
      field(field(action, "forwardConfig"), "targetGroups").forEach(targets::add);
      for (JsonNode target : targets) {
        String arn = text(target, "targetGroupArn");
        if (!arn.isEmpty()) {
          arns.add(arn);
        }
      }
    }
    return arns;
  }

  /** A listener's or rule's load balancer, whose type, name and id its ARN repeats. */
  static String balancerArn(String arn) {
    for (String marker : List.of(":listener/", ":listener-rule/")) {
      int at = arn.indexOf(marker);
      if (at >= 0) {
        String[] parts = arn.substring(at + marker.length()).split("/", -1);
        return parts.length < 3
            ? ""
            : arn.substring(0, at)
                + ":loadbalancer/"
                + String.join("/", parts[0], parts[1], parts[2]);
      }
    }
    return "";
  }

  private void addListener(String arn, JsonNode body) {
    String own = text(body, "loadBalancerArn");
    Front front =
        byBalancer.computeIfAbsent(own.isEmpty() ? balancerArn(arn) : own, key -> new Front());
    front.listeners++;
    front.certificates += Math.max(0, field(body, "certificates").size() - 1);
    Integer port = InventoryNumbers.whole(body, "port");
    if (port != null) {
      front.ports.add(port);
    }
    if (addTargets(front, field(body, "defaultActions"))) {
      front.hostsAndPaths.add(ANY + "|" + ANY);
    }
  }

  private void addRule(String arn, JsonNode body) {
    if (field(body, "isDefault").asBoolean(false) || text(body, "priority").equals("default")) {
      return;
    }
    Front front = byBalancer.computeIfAbsent(balancerArn(arn), key -> new Front());
    front.rules++;
    addTargets(front, field(body, "actions"));
    JsonNode conditions = field(body, "conditions");
    for (String host : values(conditions, "host-header", "hostHeaderConfig")) {
      for (String path : values(conditions, "path-pattern", "pathPatternConfig")) {
        front.hostsAndPaths.add(host + "|" + path);
      }
    }
  }

  /** Whether the actions forward to any target group; adds those. */
  private static boolean addTargets(Front front, JsonNode actions) {
    SortedSet<String> targets = targets(actions);
    front.targetGroupArns.addAll(targets);
    return !targets.isEmpty();
  }

  private static List<String> values(JsonNode conditions, String name, String config) {
    TreeSet<String> values = new TreeSet<>();
    for (JsonNode condition : conditions) {
      if (text(condition, "field").equals(name)) {
        values.addAll(InventoryBodies.texts(field(condition, "values")));
        values.addAll(InventoryBodies.texts(field(field(condition, config), "values")));
        values.addAll(InventoryBodies.texts(field(condition, "regexValues")));
        values.addAll(InventoryBodies.texts(field(field(condition, config), "regexValues")));
      }
    }
    return values.isEmpty() ? List.of(ANY) : values.stream().limit(MOST_VALUES).toList();
  }
}
