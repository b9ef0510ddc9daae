package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.TargetGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Target groups, and which services are registered with them. */
final class InventoryTargetGroups {
  private static final int DEFAULT_INTERVAL_SECONDS = 30;
  private static final int DEFAULT_THRESHOLD = 5;

  private final SortedMap<String, TargetGroup> byArn = new TreeMap<>();
  private final SortedMap<TargetGroupKey, TreeSet<ServiceKey>> services = new TreeMap<>();

  InventoryTargetGroups(InventoryBodies bodies, InventoryAttributes attributes) {
    bodies
        .newest("elbv2-target-group", body -> body.arn("targetGroupArn"))
        .forEach((arn, body) -> byArn.put(arn, group(arn, body.json(), attributes.of(arn))));
  }

  /** All target groups, ordered by ARN, also those that no load balancer forwards to. */
  Collection<TargetGroup> all() {
    return byArn.values();
  }

  /** The target group with that ARN, or null where the inventory lacks it. */
  @Nullable TargetGroup find(String arn) {
    return byArn.get(arn);
  }

  /**
   * The ARNs of the target groups that a service is registered with, by itself or through its task
   * sets; during a blue/green deployment both of the pair. Notes them for {@link #services}.
   */
  List<String> register(ServiceKey key, JsonNode service, List<JsonNode> taskSets) {
    List<String> arns = arns(service, taskSets);
    for (String arn : arns) {
      TargetGroupKey group = TargetGroupKey.of(arn);
      if (group != null) {
        services.computeIfAbsent(group, other -> new TreeSet<>()).add(key);
      }
    }
    return arns;
  }

  /** The ARNs of the target groups that a service and its task sets name, ordered. */
  static List<String> arns(JsonNode service, List<JsonNode> taskSets) {
    TreeSet<String> arns = new TreeSet<>();
    addArns(arns, service);
    taskSets.forEach(taskSet -> addArns(arns, taskSet));
    return List.copyOf(arns);
  }

  /** The services that have been registered, by target group. */
  SortedMap<TargetGroupKey, List<ServiceKey>> services() {
    SortedMap<TargetGroupKey, List<ServiceKey>> copy = new TreeMap<>();
    services.forEach((group, keys) -> copy.put(group, List.copyOf(keys)));
    return copy;
  }

  private static void addArns(Set<String> arns, JsonNode owner) {
    List<String> found = new ArrayList<>();
    for (JsonNode balancer : field(owner, "loadBalancers")) {
      found.add(text(balancer, "targetGroupArn"));
      found.add(text(field(balancer, "advancedConfiguration"), "alternateTargetGroupArn"));
    }
    found.stream().filter(arn -> !arn.isEmpty()).forEach(arns::add);
  }

  private static TargetGroup group(String arn, JsonNode body, Map<String, String> attributes) {
    String type = text(body, "targetType");
    String sticky = attributes.getOrDefault("stickiness.enabled", "");
    return new TargetGroup(
        arn,
        InventoryBodies.texts(field(body, "loadBalancerArns")),
        type.isEmpty() ? "instance" : type,
        InventoryNumbers.whole(attributes.get("deregistration_delay.timeout_seconds")),
        sticky.equals("true") ? Boolean.TRUE : sticky.equals("false") ? Boolean.FALSE : null,
        field(body, "healthCheckEnabled").asBoolean(true),
        InventoryNumbers.count(body, "healthCheckIntervalSeconds", DEFAULT_INTERVAL_SECONDS),
        InventoryNumbers.count(body, "healthyThresholdCount", DEFAULT_THRESHOLD));
  }
}
