package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.complete;
import static ecsadvisor.jobs.fact.Items.config;
import static ecsadvisor.jobs.fact.Items.item;
import static ecsadvisor.jobs.fact.Items.service;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.ScalingPolicy;
import ecsadvisor.models.fact.ScheduledAction;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryScalingTest {
  private static final InventoryItem TARGET =
      item(
          "autoscaling-target",
          "t",
          "{'ResourceId':'service/c/s','MinCapacity':1,'MaxCapacity':4}");

  private static InventoryItem action(String name, String fields) {
    return item(
        "autoscaling-scheduled-action",
        name,
        "{'ResourceId':'service/c/s','ScalableDimension':'ecs:service:DesiredCount',"
            + "'ScheduledActionName':'%s',%s}".formatted(name, fields));
  }

  private static List<ScheduledAction> actions(InventoryItem... actions) {
    List<InventoryItem> items = new java.util.ArrayList<>(List.of(actions));
    items.add(TARGET);
    items.add(service(""));
    return requireNonNull(config(items.toArray(InventoryItem[]::new)).scaling()).scheduledActions();
  }

  @Test
  void scheduledActionsAreThereByName() {
    assertEquals(
        List.of(
            new ScheduledAction("start", "cron(0 8 ? * MON-FRI *)", "Europe/Berlin", 2, 4),
            new ScheduledAction("stop", "at(2026-12-24T18:00:00)", "UTC", 0, null)),
        actions(
            action(
                "stop",
                "'Schedule':'at(2026-12-24T18:00:00)','ScalableTargetAction':{'MinCapacity':0}"),
            action(
                "start",
                "'Schedule':'cron(0 8 ? * MON-FRI *)','Timezone':'Europe/Berlin',"
                    + "'ScalableTargetAction':{'MinCapacity':2,'MaxCapacity':4}")));
  }

  @Test
  void actionsOfOthersAreNotThere() {
    assertEquals(
        List.of(),
        actions(
            item("autoscaling-scheduled-action", "x", "{'ResourceId':'service/c/other'}"),
            item(
                "autoscaling-scheduled-action",
                "y",
                "{'ResourceId':'service/c/s','ScalableDimension':'dynamodb:table:Read'}")));
  }

  @Test
  void hostileActionsKeepWhatCanBeRead() {
    assertEquals(
        List.of(new ScheduledAction("x", "", "UTC", null, null)),
        actions(
            action(
                "x", "'Schedule':{},'ScalableTargetAction':{'MinCapacity':-1,'MaxCapacity':[]}")));
  }

  @Test
  void scalingIsKnownOnceTheActionsOfATargetAre() {
    InventoryItem both = complete("autoscaling-target", "autoscaling-policy");
    assertTrue(config(service(""), both).scalingKnown());
    assertFalse(config(service(""), both, TARGET).scalingKnown());
    assertTrue(
        config(service(""), both, TARGET, complete("autoscaling-scheduled-action")).scalingKnown());
  }

  @Test
  void coolDownOfZeroSecondsIsZero() {
    ScalingPolicy policy =
        requireNonNull(
                config(
                        service(""),
                        TARGET,
                        item(
                            "autoscaling-policy",
                            "p",
                            "{'ResourceId':'service/c/s','PolicyName':'cpu','PolicyType':"
                                + "'TargetTrackingScaling',"
                                + "'TargetTrackingScalingPolicyConfiguration':"
                                + "{'ScaleOutCooldown':0}}"))
                    .scaling())
            .policies()
            .get(0);
    assertEquals(0, policy.scaleOutCooldownSeconds());
    assertNull(policy.scaleInCooldownSeconds());
    assertEquals("cpu", policy.name());
  }
}
