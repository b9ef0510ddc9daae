package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.file.JsonFields;
import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.TargetGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Load balancers, with their listeners, rules, attributes, web ACLs and target groups. */
final class InventoryLoadBalancers {
  private final InventoryBodies bodies;
  private final InventoryManifests manifests;
  private final InventoryAttributes attributes;
  private final InventoryTargetGroups targetGroups;
  private final InventoryListeners listeners;
  private final Map<String, String> webAcls = new HashMap<>();
  private final Map<String, List<TargetGroup>> groupsOfBalancer = new HashMap<>();

  InventoryLoadBalancers(
      InventoryBodies bodies,
      InventoryManifests manifests,
      InventoryAttributes attributes,
      InventoryTargetGroups targetGroups) {
    this.bodies = bodies;
    this.manifests = manifests;
    this.attributes = attributes;
    this.targetGroups = targetGroups;
    this.listeners = new InventoryListeners(bodies);
    bodies
        .newest("wafv2-web-acl-association", body -> body.arn("resourceArn"))
        .forEach((arn, body) -> webAcls.put(arn, text(field(body.json(), "webACL"), "ARN", "arn")));
    for (TargetGroup group : targetGroups.all()) {
      for (String balancer : group.loadBalancerArns()) {
        groupsOfBalancer.computeIfAbsent(balancer, arn -> new ArrayList<>()).add(group);
      }
    }
  }

  /** All load balancers, ordered by ARN. */
  List<LoadBalancer> all() {
    List<LoadBalancer> all = new ArrayList<>();
    bodies
        .newest("elbv2-load-balancer", body -> body.arn("loadBalancerArn"))
        .forEach((arn, body) -> all.add(balancer(arn, body)));
    return all;
  }

  private LoadBalancer balancer(String arn, InventoryBodies.Body body) {
    String account = body.item().accountId();
    String region = body.item().region();
    JsonNode json = body.json();
    JsonNode zones = field(json, "availabilityZones");
    InventoryListeners.Front front = listeners.of(arn);
    return new LoadBalancer(
        account,
        region,
        arn,
        text(json, "loadBalancerName"),
        text(json, "type"),
        text(json, "scheme"),
        text(json, "vpcId"),
        InventoryBodies.texts(zones, "subnetId"),
        InventoryBodies.texts(zones, "zoneName"),
        InventoryBodies.texts(field(json, "securityGroups")),
        InventoryBodies.tags(json),
        JsonFields.time(field(json, "createdTime")),
        front.listeners(),
        front.rules(),
        front.certificates(),
        front.hostsAndPaths(),
        front.ports(),
        webAcls.getOrDefault(arn, ""),
        InventoryNumbers.whole(attributes.of(arn).get("idle_timeout.timeout_seconds")),
        groups(arn, front),
        manifests.complete(account, region, "elbv2-listener")
            && manifests.complete(account, region, "elbv2-rule")
            && manifests.complete(account, region, "elbv2-target-group"));
  }

  /** The groups that name the load balancer, and those that its listeners and rules name. */
  private List<TargetGroup> groups(String arn, InventoryListeners.Front front) {
    SortedMap<String, TargetGroup> groups = new TreeMap<>();
    for (TargetGroup group : groupsOfBalancer.getOrDefault(arn, List.of())) {
      groups.put(group.arn(), group);
    }
    for (String named : front.targetGroupArns()) {
      TargetGroup group = targetGroups.find(named);
      if (group != null) {
        groups.put(named, group);
      }
    }
    return List.copyOf(groups.values());
  }
}
