package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.ACCOUNT;
import static ecsadvisor.jobs.fact.Items.ECS;
import static ecsadvisor.jobs.fact.Items.ELB;
import static ecsadvisor.jobs.fact.Items.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Twice as many items must not take four times as long. */
class InventorySizeTest {
  private static final int SERVICES = 10_000;

  /** Six items for each service, all in one account, region and cluster: the worst for look-ups. */
  private static List<InventoryItem> items() {
    List<InventoryItem> items = new ArrayList<>();
    for (int index = 0; index < SERVICES; index++) {
      String name = "s" + index;
      String group = ELB + "targetgroup/" + name + "/1";
      String definition = ECS + "task-definition/" + name + ":1";
      items.add(
          item(
              "ecs-service",
              ECS + "service/c/" + name,
              "{'taskDefinition':'%s','runningCount':1,'loadBalancers':[{'targetGroupArn':'%s'}]}"
                  .formatted(definition, group)));
      items.add(
          item(
              "ecs-task-definition",
              definition,
              "{'containerDefinitions':[{'name':'a','image':"
                  + "'%s.dkr.ecr.eu-west-1.amazonaws.com/r:%d'}]}".formatted(ACCOUNT, index)));
      items.add(
          item(
              "ecs-task",
              ECS + "task/c/" + index,
              "{'group':'service:%s','lastStatus':'RUNNING','taskDefinitionArn':'%s'}"
                  .formatted(name, definition)));
      items.add(
          item(
              "autoscaling-target",
              name,
              "{'ResourceId':'service/c/%s','MinCapacity':1,'MaxCapacity':2}".formatted(name)));
      items.add(
          item(
              "elbv2-target-group",
              group,
              "{'TargetGroupArn':'%s','LoadBalancerArns':['b']}".formatted(group)));
      items.add(
          item(
              "ecr-image",
              "i" + index,
              "{'registryId':'%s','repositoryName':'r','imageDigest':'d%d','imageTags':['%d']}"
                  .formatted(ACCOUNT, index, index)));
    }
    return items;
  }

  @Test
  void tenThousandServicesTakeSeconds() {
    List<InventoryItem> items = items();
    Inventory inventory =
        assertTimeout(Duration.ofSeconds(20), () -> InventoryFacts.assemble(items));
    assertEquals(SERVICES, inventory.services().size());
    assertEquals(SERVICES, inventory.targetGroupServices().size());
  }
}
