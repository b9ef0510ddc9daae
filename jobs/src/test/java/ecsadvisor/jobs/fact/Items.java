package ecsadvisor.jobs.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.jobs.source.inventory.InventoryItem.Origin;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.ServiceLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Items of an inventory in line: one account, one region, cluster c with service s. */
final class Items {
  static final String ACCOUNT = "111122223333";
  static final String REGION = "eu-west-1";
  static final String ECS = "arn:aws:ecs:eu-west-1:111122223333:";
  static final String ELB = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:";
  static final String DEFINITION = ECS + "task-definition/f:1";
  static final ServiceKey KEY = new ServiceKey(ACCOUNT, REGION, "c", "s");
  static final Instant TIME = Instant.parse("2026-11-20T00:00:00Z");

  private Items() {}

  /** An item whose body is written with single quotes. */
  static InventoryItem item(String kind, String arn, String body) {
    return new InventoryItem(kind, ACCOUNT, REGION, TIME, arn, Origin.API, body.replace('\'', '"'));
  }

  /** Service s of cluster c, running revision f:1, with these fields. */
  static InventoryItem service(String fields) {
    return item(
        "ecs-service",
        ECS + "service/c/s",
        "{'serviceName':'s','clusterArn':'%scluster/c','taskDefinition':'%s'%s}"
            .formatted(ECS, DEFINITION, fields.isEmpty() ? "" : "," + fields));
  }

  /** Revision f:1 with these fields. */
  static InventoryItem definition(String fields) {
    return item(
        "ecs-task-definition",
        DEFINITION,
        "{'taskDefinitionArn':'%s','family':'f','revision':1%s}"
            .formatted(DEFINITION, fields.isEmpty() ? "" : "," + fields));
  }

  /** A task of service s. */
  static InventoryItem task(String id, String fields) {
    return item(
        "ecs-task",
        ECS + "task/c/" + id,
        "{'group':'service:s','taskDefinitionArn':'%s',%s}".formatted(DEFINITION, fields));
  }

  /** A manifest that calls these kinds complete. */
  static InventoryItem complete(String... kinds) {
    return item(
        "manifest",
        String.join("+", kinds),
        "{'api':'a','kinds':['%s'],'complete':true,'items':0}"
            .formatted(String.join("','", kinds)));
  }

  static Inventory assemble(InventoryItem... items) {
    return InventoryFacts.assemble(List.of(items));
  }

  /** The only service of these items. */
  static ServiceConfig config(InventoryItem... items) {
    Inventory inventory = assemble(items);
    assertEquals(List.of(KEY), List.copyOf(inventory.services().keySet()));
    return inventory.services().values().iterator().next();
  }

  /** The layout of service s with these fields, beside other items. */
  static ServiceLayout layout(String fields, InventoryItem... others) {
    List<InventoryItem> items = new ArrayList<>(List.of(others));
    items.add(service(fields));
    return config(items.toArray(InventoryItem[]::new)).layout();
  }
}
