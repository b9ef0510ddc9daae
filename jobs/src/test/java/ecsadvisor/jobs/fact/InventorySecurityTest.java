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
import ecsadvisor.models.fact.security.ServiceSecurity;
import ecsadvisor.models.fact.security.ServiceSecurity.NetworkSetting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventorySecurityTest {
  private static ServiceSecurity read(String fields, InventoryItem... others) {
    List<InventoryItem> items = new ArrayList<>(List.of(others));
    items.add(service(fields));
    return requireNonNull(assemble(items.toArray(InventoryItem[]::new)).security().get(KEY));
  }

  private static InventoryItem instance(String id, String provider, String system) {
    return item(
        "ecs-container-instance",
        ECS + "container-instance/c/" + id,
        "{'ec2InstanceId':'%s','status':'ACTIVE','capacityProviderName':'%s','attributes':[{'name':'ecs.os-type','value':'%s'}]}"
            .formatted(id, provider, system));
  }

  private static String awsvpc(String assignPublicIp) {
    return "'networkConfiguration':{'awsvpcConfiguration':{'subnets':['a'],'assignPublicIp':%s}}"
        .formatted(assignPublicIp);
  }

  @Test
  void settingsOfServiceDeploymentsAndTaskSetsAreKeptApart() {
    assertEquals(
        List.of(
            new NetworkSetting("service", false, List.of("a"), List.of()),
            new NetworkSetting("deployment", true, List.of("a"), List.of()),
            new NetworkSetting("taskSet", true, List.of("a"), List.of())),
        read(awsvpc("'DISABLED'")
                + ",'deployments':[{'status':'PRIMARY',"
                + awsvpc("'ENABLED'")
                + "}],'taskSets':[{'status':'ACTIVE',"
                + awsvpc("'ENABLED'")
                + "}]")
            .networks());
  }

  @Test
  void settingsAreReadAsConfigWritesThem() {
    assertEquals(
        List.of(new NetworkSetting("service", true, List.of("a"), List.of("g"))),
        read("'NetworkConfiguration':{'AwsvpcConfiguration':{'AssignPublicIp':'ENABLED',"
                + "'Subnets':['a'],'SecurityGroups':['g']}}")
            .networks());
  }

  @Test
  void placeholderOfAPublicAddressIsNotTakenForNone() {
    ServiceSecurity security = read(awsvpc("'${PUBLIC}'"));
    assertFalse(security.networks().get(0).publicAddress());
    assertTrue(security.open().touch("networkConfiguration.awsvpcConfiguration.assignPublicIp"));
    assertTrue(read(awsvpc("{'Ref':'P'}")).open().touch("networkConfiguration"));
    assertFalse(read(awsvpc("null")).open().touch("networkConfiguration"));
    assertTrue(read("'networkConfiguration':'${N}'").open().touch("networkConfiguration"));
  }

  @Test
  void platformVersionsOfAllThatRunsCount() {
    assertEquals(
        List.of("LATEST", "1.4.0", "1.3.0"),
        read("""
                'platformVersion':'LATEST','deployments':[
                {'status':'PRIMARY','platformVersion':'1.4.0'},
                {'status':'INACTIVE','runningCount':0,'platformVersion':'1.1.0'},
                {'status':'INACTIVE','runningCount':1,'platformVersion':'1.3.0'}],
                'taskSets':[{'status':'ACTIVE','platformVersion':'1.4.0'}]""")
            .platformVersions());
  }

  @Test
  void platformVersionThatIsNoTextIsOpen() {
    assertTrue(read("'platformVersion':{'Ref':'V'}").open().touch("platformVersion"));
    assertFalse(read("'platformVersion':null").open().touch("platformVersion"));
  }

  @Test
  void platformFamilyIsTheServicesElseADeployments() {
    assertEquals("Linux", read("'platformFamily':'Linux'").platformFamily());
    assertEquals(
        "WINDOWS_SERVER_2019_CORE",
        read("'deployments':[{'status':'PRIMARY','platformFamily':'WINDOWS_SERVER_2019_CORE'}]")
            .platformFamily());
  }

  @Test
  void instancesSayTheirOperatingSystem() {
    assertEquals(
        "linux", read("'launchType':'EC2'", instance("i-1", "p", "linux")).platformFamily());
    assertEquals(
        "",
        read("'launchType':'EC2'", instance("i-1", "p", "linux"), instance("i-2", "w", "windows"))
            .platformFamily());
    assertEquals(
        "windows",
        read(
                "'capacityProviderStrategy':[{'capacityProvider':'w','weight':1}]",
                instance("i-1", "p", "linux"),
                instance("i-2", "w", "windows"))
            .platformFamily());
  }

  @Test
  void instancesSayNothingOfFargate() {
    assertEquals(
        "", read("'launchType':'FARGATE'", instance("i-1", "p", "windows")).platformFamily());
  }

  @Test
  void tagsThatWereNotAskedForAreUnknown() {
    assertFalse(read("").tagsKnown());
    assertTrue(read("'tags':[]").tagsKnown());
  }
}
