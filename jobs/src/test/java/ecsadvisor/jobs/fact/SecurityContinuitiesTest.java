package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.assemble;
import static ecsadvisor.jobs.fact.Items.item;
import static ecsadvisor.jobs.fact.Items.service;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.security.ContinuitySecurity;
import ecsadvisor.models.fact.security.ContinuitySecurity.DeploymentRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecurityContinuitiesTest {
  private static ContinuitySecurity continuity(String fields, InventoryItem... others) {
    List<InventoryItem> items = new ArrayList<>(List.of(others));
    items.add(service(fields));
    return requireNonNull(assemble(items.toArray(InventoryItem[]::new)).security().get(Items.KEY))
        .continuity();
  }

  @Test
  void zonesAreThoseOfTheServicesSubnetsAsFarAsKnown() {
    assertEquals(
        Map.of("subnet-1", "eu-west-1a"),
        continuity(
                "'networkConfiguration':{'awsvpcConfiguration':{'subnets':"
                    + "['subnet-1','subnet-2']}}",
                item(
                    "ec2-subnet",
                    "subnet-1",
                    "{'SubnetId':'subnet-1','AvailabilityZone':'eu-west-1a'}"),
                item(
                    "ec2-subnet",
                    "subnet-3",
                    "{'SubnetId':'subnet-3','AvailabilityZone':'eu-west-1c'}"))
            .subnetZones());
  }

  @Test
  void deploymentRulesAreWhatTheServiceSays() {
    assertNull(continuity("").rules());
    assertEquals(
        new DeploymentRules(false, false, false),
        continuity("'deploymentConfiguration':{}").rules());
    assertEquals(
        new DeploymentRules(true, true, true),
        continuity(
                "'deploymentConfiguration':{'deploymentCircuitBreaker':{'enable':true,"
                    + "'rollback':true},'alarms':{'enable':true,'rollback':true}}")
            .rules());
  }

  @Test
  void hostileSettingsAreUnknown() {
    ContinuitySecurity continuity =
        continuity("'deploymentConfiguration':7,'availabilityZoneRebalancing':[1]");
    assertNull(continuity.rules());
    assertEquals("", continuity.zoneRebalancing());
  }
}
