package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.complete;
import static ecsadvisor.jobs.fact.Items.definition;
import static ecsadvisor.jobs.fact.Items.item;
import static ecsadvisor.jobs.fact.Items.layout;
import static ecsadvisor.jobs.fact.Items.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.PlacementRule;
import ecsadvisor.models.fact.ServiceLayout;
import ecsadvisor.models.fact.TaskRun;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryLayoutsTest {
  private static final String SUBNETS =
      "'networkConfiguration':{'awsvpcConfiguration':{'subnets':['subnet-b','subnet-a']}}";

  private static InventoryItem subnet(String id, String zone) {
    return item("ec2-subnet", id, "{'SubnetId':'%s','AvailabilityZone':'%s'}".formatted(id, zone));
  }

  private static InventoryItem instance(String id, String zone, String provider) {
    return item(
        "ecs-container-instance",
        Items.ECS + "container-instance/c/" + id,
        """
        {'ec2InstanceId':'%s','capacityProviderName':'%s',
        'attributes':[{'name':'ecs.availability-zone','value':'%s'}]}"""
            .formatted(id, provider, zone));
  }

  @Test
  void deploymentIsWhatTheServiceSays() {
    ServiceLayout layout =
        layout(
            "'deploymentConfiguration':{'minimumHealthyPercent':50,'maximumPercent':150},"
                + "'deploymentController':{'type':'CODE_DEPLOY'}");
    assertEquals(50, layout.minimumHealthyPercent());
    assertEquals(150, layout.maximumPercent());
    assertEquals("CODE_DEPLOY", layout.deploymentController());
  }

  @Test
  void deploymentFallsBackToTheDefaultsOfTheSchedulingStrategy() {
    ServiceLayout replica = layout("");
    assertEquals(100, replica.minimumHealthyPercent());
    assertEquals(200, replica.maximumPercent());
    assertEquals("ECS", replica.deploymentController());
    ServiceLayout daemon = layout("'schedulingStrategy':'DAEMON'");
    assertEquals(0, daemon.minimumHealthyPercent());
    assertEquals(100, daemon.maximumPercent());
  }

  @Test
  void hostilePercentsAreTheDefaults() {
    ServiceLayout layout =
        layout(
            "'deploymentConfiguration':{'minimumHealthyPercent':-5,'maximumPercent':1e99},"
                + "'deploymentController':[],'loadBalancers':'x','placementStrategy':7,"
                + "'networkConfiguration':'none'");
    assertEquals(100, layout.minimumHealthyPercent());
    assertEquals(200, layout.maximumPercent());
    assertEquals(List.of(), layout.subnetIds());
  }

  @Test
  void zonesAreThoseOfTheSubnets() {
    ServiceLayout layout =
        layout(
            SUBNETS,
            subnet("subnet-a", "eu-west-1c"),
            subnet("subnet-b", "eu-west-1a"),
            instance("i-1", "eu-west-1b", ""));
    assertEquals(List.of("subnet-a", "subnet-b"), layout.subnetIds());
    assertEquals(List.of("eu-west-1a", "eu-west-1c"), layout.availabilityZones());
  }

  @Test
  void zonesAreNotKnownWhereASubnetIsNot() {
    assertEquals(List.of(), layout(SUBNETS, subnet("subnet-a", "eu-west-1c")).availabilityZones());
  }

  @Test
  void zonesWithoutSubnetsAreThoseOfTheProvidersInstances() {
    InventoryItem[] instances = {
      instance("i-1", "eu-west-1b", "p"), instance("i-2", "eu-west-1a", "q")
    };
    assertEquals(
        List.of("eu-west-1b"),
        layout("'capacityProviderStrategy':[{'capacityProvider':'p','weight':1}]", instances)
            .availabilityZones());
    assertEquals(
        List.of("eu-west-1a", "eu-west-1b"),
        layout("'launchType':'EC2'", instances).availabilityZones());
    assertEquals(List.of(), layout("'launchType':'EC2'").availabilityZones());
  }

  @Test
  void taskSetsLendTheirSubnets() {
    assertEquals(
        List.of("subnet-a", "subnet-b"),
        layout("'taskSets':[{'status':'PRIMARY','taskDefinition':'f:1'," + SUBNETS + "}]")
            .subnetIds());
  }

  @Test
  void placementIsThatOfServiceAndTaskDefinition() {
    ServiceLayout layout =
        layout(
            "'placementConstraints':[{'type':'distinctInstance'}],'placementStrategy':["
                + "{'type':'spread','field':'attribute:ecs.availability-zone'},"
                + "{'type':'binpack','field':'memory'}]",
            definition(
                "'placementConstraints':[{'type':'memberOf','expression':'attribute:x == y'}]"));
    assertEquals(
        List.of(
            new PlacementRule("distinctInstance", ""),
            new PlacementRule("memberOf", "attribute:x == y")),
        layout.placementConstraints());
    assertEquals(
        List.of(
            new PlacementRule("spread", "attribute:ecs.availability-zone"),
            new PlacementRule("binpack", "memory")),
        layout.placementStrategies());
  }

  @Test
  void placementOfConfigIsInThePlural() {
    assertEquals(
        List.of(new PlacementRule("binpack", "CPU")),
        layout("'PlacementStrategies':[{'Type':'binpack','Field':'CPU'}]").placementStrategies());
  }

  @Test
  void placementWithoutRulesIsEmpty() {
    ServiceLayout layout = layout("'placementConstraints':[],'placementStrategy':[{},3,null]");
    assertEquals(List.of(), layout.placementConstraints());
    assertEquals(List.of(), layout.placementStrategies());
  }

  @Test
  void tasksTellTheirTimesInTheOrderOfTheirStart() {
    ServiceLayout layout =
        layout(
            "",
            task(
                "2",
                "'lastStatus':'STOPPED','stopCode':'SpotInterruption','availabilityZone':'z',"
                    + "'startedAt':'2026-11-19T12:00:00Z','stoppedAt':1795176000"),
            task(
                "1",
                "'lastStatus':'RUNNING','createdAt':'2026-11-19T10:00:00Z',"
                    + "'pullStartedAt':'2026-11-19T10:00:10Z',"
                    + "'pullStoppedAt':'2026-11-19T10:00:40Z',"
                    + "'startedAt':'2026-11-19T10:00:45Z'"),
            task("3", "'lastStatus':'PENDING','startedAt':'soon'"));
    assertEquals(
        List.of(
            new TaskRun(
                "",
                Instant.parse("2026-11-19T10:00:00Z"),
                Instant.parse("2026-11-19T10:00:10Z"),
                Instant.parse("2026-11-19T10:00:40Z"),
                Instant.parse("2026-11-19T10:00:45Z"),
                null,
                ""),
            new TaskRun(
                "z",
                null,
                null,
                null,
                Instant.parse("2026-11-19T12:00:00Z"),
                Instant.ofEpochSecond(1795176000),
                "SpotInterruption"),
            new TaskRun("", null, null, null, null, null, "")),
        layout.tasks());
  }

  @Test
  void tasksAreKnownByManifestOrByCount() {
    InventoryItem running = task("1", "'lastStatus':'RUNNING'");
    assertTrue(layout("'runningCount':2", running, complete("ecs-task")).tasksKnown());
    assertTrue(layout("'runningCount':1", running).tasksKnown());
  }

  @Test
  void tasksAreNotKnownWhereSomeAreMissing() {
    InventoryItem running = task("1", "'lastStatus':'RUNNING'");
    InventoryItem stopped = task("2", "'lastStatus':'STOPPED'");
    assertFalse(layout("'runningCount':2", running, stopped).tasksKnown());
    assertFalse(layout("'runningCount':0").tasksKnown());
    assertFalse(layout("").tasksKnown());
  }
}
