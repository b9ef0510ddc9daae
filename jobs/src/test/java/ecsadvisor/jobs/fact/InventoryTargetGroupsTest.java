package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.ACCOUNT;
import static ecsadvisor.jobs.fact.Items.ELB;
import static ecsadvisor.jobs.fact.Items.KEY;
import static ecsadvisor.jobs.fact.Items.REGION;
import static ecsadvisor.jobs.fact.Items.assemble;
import static ecsadvisor.jobs.fact.Items.complete;
import static ecsadvisor.jobs.fact.Items.item;
import static ecsadvisor.jobs.fact.Items.layout;
import static ecsadvisor.jobs.fact.Items.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.TargetGroup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InventoryTargetGroupsTest {
  private static final String WEB = ELB + "targetgroup/web/1";
  private static final String BEHIND_WEB =
      "'loadBalancers':[{'targetGroupArn':'%s','containerPort':80}]".formatted(WEB);

  private static InventoryItem web(String fields) {
    return item("elbv2-target-group", WEB, "{'TargetGroupArn':'%s'%s}".formatted(WEB, fields));
  }

  private static InventoryItem attributes(String... pairs) {
    StringBuilder list = new StringBuilder();
    for (int index = 0; index < pairs.length; index += 2) {
      list.append(index == 0 ? "" : ",")
          .append("{'Key':'%s','Value':'%s'}".formatted(pairs[index], pairs[index + 1]));
    }
    return item("elbv2-attributes", WEB, "{'Attributes':[" + list + "]}");
  }

  private static TargetGroup only(InventoryItem... items) {
    List<TargetGroup> groups = assemble(items).targetGroups();
    assertEquals(1, groups.size());
    return groups.get(0);
  }

  @Test
  void targetGroupHasItsAttributes() {
    assertEquals(
        new TargetGroup(WEB, List.of("b", "c"), "ip", 300, true, false, 10, 2),
        only(
            web(
                ",'LoadBalancerArns':['c','b'],'TargetType':'ip','HealthCheckEnabled':false,"
                    + "'HealthCheckIntervalSeconds':10,'HealthyThresholdCount':2"),
            attributes(
                "deregistration_delay.timeout_seconds", "300", "stickiness.enabled", "true")));
  }

  @Test
  void withoutAttributesDelayAndStickinessAreNotKnown() {
    TargetGroup group = only(web(""));
    assertNull(group.deregistrationDelaySeconds());
    assertNull(group.sticky());
    assertTrue(group.healthCheckEnabled());
    assertEquals(30, group.healthCheckIntervalSeconds());
    assertEquals(5, group.healthyThreshold());
  }

  @Test
  void hostileAttributesAreNotKnown() {
    TargetGroup group =
        only(
            web(",'HealthCheckIntervalSeconds':'often'"),
            attributes(
                "deregistration_delay.timeout_seconds",
                "99999999999999999999",
                "stickiness.enabled",
                "maybe"));
    assertNull(group.deregistrationDelaySeconds());
    assertNull(group.sticky());
    assertEquals(30, group.healthCheckIntervalSeconds());
  }

  @Test
  void orphanIsThereWithoutLoadBalancer() {
    assertEquals(List.of(), only(web(",'LoadBalancerArns':[]")).loadBalancerArns());
  }

  @Test
  void serviceHasItsTargetGroups() {
    assertEquals(
        List.of(WEB),
        layout(BEHIND_WEB, web("")).targetGroups().stream().map(TargetGroup::arn).toList());
  }

  @Test
  void targetGroupsAreKnownByManifestOrWhenAllAreThere() {
    assertTrue(layout(BEHIND_WEB, web("")).targetGroupsKnown());
    assertTrue(layout(BEHIND_WEB, complete("elbv2-target-group")).targetGroupsKnown());
    assertTrue(layout("'loadBalancers':[]").targetGroupsKnown());
  }

  @Test
  void targetGroupsAreNotKnownWhereOneIsMissing() {
    assertFalse(layout(BEHIND_WEB).targetGroupsKnown());
    assertFalse(layout("").targetGroupsKnown());
  }

  @Test
  void servicesAreFoundByTheDimensionOfTheirTargetGroups() {
    Inventory inventory =
        assemble(
            service(
                "'taskSets':[{'status':'PRIMARY','taskDefinition':'f:1','loadBalancers':["
                    + "{'targetGroupArn':'%s'}]}],".formatted(WEB)
                    + "'loadBalancers':[{'targetGroupArn':'%s','advancedConfiguration':"
                        .formatted(ELB + "targetgroup/blue/2")
                    + "{'alternateTargetGroupArn':'%s'}}]".formatted(ELB + "targetgroup/green/3")));
    assertEquals(
        Map.of(
            new TargetGroupKey(ACCOUNT, REGION, "targetgroup/web/1"),
            List.of(KEY),
            new TargetGroupKey(ACCOUNT, REGION, "targetgroup/blue/2"),
            List.of(KEY),
            new TargetGroupKey(ACCOUNT, REGION, "targetgroup/green/3"),
            List.of(KEY)),
        inventory.targetGroupServices());
  }

  @Test
  void sharedTargetGroupHasAllItsServices() {
    InventoryItem other =
        item(
            "ecs-service",
            Items.ECS + "service/c/a",
            "{'loadBalancers':[{'targetGroupArn':'%s'}]}".formatted(WEB));
    assertEquals(
        List.of(List.of(new ServiceKey(ACCOUNT, REGION, "c", "a"), KEY)),
        List.copyOf(assemble(service(BEHIND_WEB), other).targetGroupServices().values()));
  }

  @Test
  void hostileRegistrationsAreNone() {
    assertEquals(
        Map.of(),
        assemble(
                service(
                    "'loadBalancers':[{'targetGroupArn':'web'},{'loadBalancerName':'classic'},7]"))
            .targetGroupServices());
  }
}
