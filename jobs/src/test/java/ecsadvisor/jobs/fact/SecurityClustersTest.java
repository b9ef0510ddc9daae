package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.ECS;
import static ecsadvisor.jobs.fact.Items.KEY;
import static ecsadvisor.jobs.fact.Items.assemble;
import static ecsadvisor.jobs.fact.Items.item;
import static ecsadvisor.jobs.fact.Items.service;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.security.ClusterSecurity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityClustersTest {
  private static ClusterSecurity read(String fields, InventoryItem... others) {
    List<InventoryItem> items = new ArrayList<>(List.of(others));
    items.add(service(""));
    items.add(item("ecs-cluster", ECS + "cluster/c", "{'clusterName':'c'," + fields + "}"));
    return requireNonNull(assemble(items.toArray(InventoryItem[]::new)).security().get(KEY))
        .cluster();
  }

  private static InventoryItem provider(String fields) {
    return item(
        "ecs-capacity-provider", ECS + "capacity-provider/p", "{'name':'p'," + fields + "}");
  }

  @Test
  void settingsAreReadAsTheApiAndAsConfigWriteThem() {
    assertEquals(
        "enhanced",
        read("'settings':[{'name':'containerInsights','value':'enhanced'}]").containerInsights());
    ClusterSecurity config =
        read("'ClusterSettings':[{'Name':'containerInsights','Value':'enabled'}]");
    assertEquals("enabled", config.containerInsights());
    assertTrue(config.settingsKnown());
  }

  @Test
  void settingsThatWereNotAskedForAreUnknown() {
    for (String settings : List.of("'settings':[]", "'settings':null", "'settings':'${S}'")) {
      assertFalse(read(settings).settingsKnown(), settings);
    }
  }

  @Test
  void placeholderOfTheSettingIsKept() {
    assertEquals(
        "${INSIGHTS}",
        read("'settings':[{'name':'containerInsights','value':'${INSIGHTS}'}]")
            .containerInsights());
    assertEquals(
        "${value}",
        read("'settings':[{'name':'containerInsights','value':{'Ref':'I'}}]").containerInsights());
  }

  @Test
  void emptyTagsWithoutSettingsWereNotAskedFor() {
    assertFalse(read("'tags':[],'settings':[]").tagsKnown());
    assertTrue(read("'tags':[],'settings':[{'name':'containerInsights','value':'x'}]").tagsKnown());
    assertTrue(read("'tags':[{'key':'a','value':'b'}]").tagsKnown());
    assertFalse(read("'status':'ACTIVE'").tagsKnown());
  }

  @Test
  void providersOfAnAutoScalingGroupAreThere() {
    assertEquals(
        List.of(new ClusterSecurity.Provider("p", true, "ENABLED", "DISABLED")),
        read(
                "'capacityProviders':['FARGATE','FARGATE_SPOT','p']",
                provider(
                    "'autoScalingGroupProvider':{'managedScaling':{'status':'ENABLED'},"
                        + "'managedTerminationProtection':'DISABLED'}"))
            .capacityProviders());
  }

  @Test
  void managedInstancesHaveNoAutoScalingGroup() {
    assertEquals(
        List.of(),
        read("'capacityProviders':['p']", provider("'managedInstancesProvider':{}"))
            .capacityProviders());
  }

  @Test
  void providerWithoutDescriptionIsNotKnown() {
    assertEquals(
        List.of(new ClusterSecurity.Provider("p", false, "", "")),
        read("'capacityProviders':['p',7,{}]").capacityProviders().stream()
            .filter(provider -> provider.name().equals("p"))
            .toList());
  }

  @Test
  void clusterThatTheInventoryLacksIsUnknown() {
    assertEquals(
        ClusterSecurity.UNKNOWN,
        requireNonNull(assemble(service("")).security().get(KEY)).cluster());
  }
}
