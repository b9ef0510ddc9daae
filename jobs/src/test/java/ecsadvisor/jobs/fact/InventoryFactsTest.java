package ecsadvisor.jobs.fact;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.jobs.source.inventory.InventoryItem.Origin;
import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.ContainerRuntime;
import ecsadvisor.models.fact.Deployment;
import ecsadvisor.models.fact.JvmSettings;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.OutOfMemoryKill;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ScalingPolicy;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.fact.TaskDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InventoryFactsTest {
  private static final String ACCOUNT = "111122223333";
  private static final String REGION = "eu-west-1";
  private static final String PREFIX = "arn:aws:ecs:eu-west-1:111122223333:";
  private static final String SERVICE_ARN = PREFIX + "service/c/s";
  private static final String FIRST = PREFIX + "task-definition/f:1";
  private static final String SECOND = PREFIX + "task-definition/f:2";
  private static final ServiceKey KEY = new ServiceKey(ACCOUNT, REGION, "c", "s");
  private static final Instant TIME = Instant.parse("2026-11-20T00:00:00Z");

  private static InventoryItem item(String kind, String arn, String body) {
    return new InventoryItem(kind, ACCOUNT, REGION, TIME, arn, Origin.API, body.replace('\'', '"'));
  }

  private static InventoryItem service(String fields) {
    return item(
        "ecs-service",
        SERVICE_ARN,
        "{'serviceName':'s','clusterArn':'%scluster/c'%s}"
            .formatted(PREFIX, fields.isEmpty() ? "" : "," + fields));
  }

  private static InventoryItem definition(String arn, String fields) {
    return item("ecs-task-definition", arn, "{'taskDefinitionArn':'%s'%s}".formatted(arn, fields));
  }

  private static InventoryItem manifest(String api, String kinds, boolean complete) {
    return item(
        "manifest",
        api,
        "{'api':'%s','kinds':[%s],'complete':%s,'items':2}".formatted(api, kinds, complete));
  }

  private static ServiceConfig only(InventoryItem... items) {
    Inventory inventory = InventoryFacts.assemble(List.of(items));
    assertEquals(List.of(KEY), List.copyOf(inventory.services().keySet()));
    return inventory.services().values().iterator().next();
  }

  private static TaskDefinition read(String fields) {
    return requireNonNull(
        only(service("'taskDefinition':'" + FIRST + "'"), definition(FIRST, fields))
            .primaryTaskDefinition());
  }

  @Test
  void nothingGivesNothing() {
    Inventory inventory = InventoryFacts.assemble(List.of());
    assertTrue(inventory.services().isEmpty());
    assertNull(inventory.collectedAt());
  }

  @Test
  void serviceWithoutItsTaskDefinitionStillAppears() {
    ServiceConfig config =
        only(service("'launchType':'FARGATE','desiredCount':2,'taskDefinition':'" + FIRST + "'"));
    assertEquals(LaunchType.FARGATE, config.launchType());
    assertEquals(2, config.desiredCount());
    assertEquals(List.of(), config.taskDefinitions());
    assertEquals(1, config.deployments().size());
    assertNull(config.primaryTaskDefinition());
    assertNull(config.scaling());
    assertFalse(config.scalingKnown());
  }

  @Test
  void serviceThatIsGoneDoesNotAppear() {
    assertTrue(
        InventoryFacts.assemble(List.of(service("'status':'INACTIVE'"))).services().isEmpty());
  }

  @Test
  void deploymentsAndTaskSetsRunTheirRevisionsPrimaryFirst() {
    ServiceConfig config =
        only(
            service(
                """
                'taskDefinition':'%s','deployments':[
                {'status':'ACTIVE','taskDefinition':'%s','desiredCount':1,'runningCount':1,
                 'createdAt':1795000000.5,'platformVersion':'1.3.0'},
                {'status':'INACTIVE','taskDefinition':'x','runningCount':0},
                {'status':'PRIMARY','taskDefinition':'f:2','desiredCount':3,'runningCount':2,
                 'createdAt':'2026-11-10T01:00:00+01:00','platformVersion':'LATEST'}],
                'taskSets':[{'status':'ACTIVE','taskDefinition':'f:3','runningCount':1,
                 'computedDesiredCount':4}]"""
                    .formatted(FIRST, FIRST)),
            definition(FIRST, ""),
            definition(SECOND, ""),
            definition(PREFIX + "task-definition/other:9", ""));
    assertEquals(
        List.of(
            new Deployment("PRIMARY", SECOND, 3, 2, Instant.parse("2026-11-10T00:00:00Z"), null),
            new Deployment("ACTIVE", FIRST, 1, 1, Instant.ofEpochMilli(1795000000500L), "1.3.0"),
            new Deployment("ACTIVE", PREFIX + "task-definition/f:3", 4, 1, null, null)),
        config.deployments());
    assertEquals(
        List.of(SECOND, FIRST),
        config.taskDefinitions().stream().map(TaskDefinition::arn).toList());
    assertEquals(SECOND, requireNonNull(config.primaryTaskDefinition()).arn());
  }

  @Test
  void taskSetItemsBelongToTheirService() {
    ServiceConfig config =
        only(
            service(""),
            item(
                "ecs-task-set",
                PREFIX + "task-set/c/s/1",
                "{'serviceArn':'%s','clusterArn':'x/c','status':'PRIMARY','taskDefinition':'f:1'}"
                    .formatted(SERVICE_ARN)),
            item(
                "ecs-task-set",
                PREFIX + "task-set/c/t/1",
                "{'serviceArn':'x/t','clusterArn':'x/c','status':'PRIMARY','taskDefinition':'f:2'}"));
    assertEquals(
        List.of(FIRST), config.deployments().stream().map(Deployment::taskDefinitionArn).toList());
  }

  @Test
  void capacityProvidersTellTheLaunchType() {
    ServiceConfig spot =
        only(
            service(
                "'capacityProviderStrategy':[{'capacityProvider':'FARGATE_SPOT','weight':100,"
                    + "'base':0}]"));
    assertEquals(LaunchType.FARGATE, spot.launchType());
    assertEquals(
        List.of(new CapacityProviderItem("FARGATE_SPOT", 0, 100)), spot.capacityProviders());

    InventoryItem named = service("'capacityProviderStrategy':[{'capacityProvider':'p'}]");
    assertEquals(LaunchType.UNKNOWN, only(named).launchType());
    assertEquals(
        LaunchType.EC2,
        only(
                named,
                item("ecs-capacity-provider", "p", "{'name':'p','autoScalingGroupProvider':{}}"))
            .launchType());
    assertEquals(
        LaunchType.MANAGED_INSTANCES,
        only(named, item("ecs-capacity-provider", "p", "{'name':'p','type':'MANAGED_INSTANCES'}"))
            .launchType());
    assertEquals(
        LaunchType.EC2,
        only(
                named,
                item(
                    "ecs-task", "t", "{'group':'service:s','clusterArn':'x/c','launchType':'EC2'}"))
            .launchType());
  }

  @Test
  void clustersDefaultStrategyAppliesWhereTheServiceSaysNothing() {
    InventoryItem cluster =
        item(
            "ecs-cluster",
            PREFIX + "cluster/c",
            "{'clusterName':'c','defaultCapacityProviderStrategy':[{'capacityProvider':'FARGATE',"
                + "'weight':1,'base':2}],'tags':[{'key':'team','value':'a'}]}");
    ServiceConfig config = only(service(""), cluster);
    assertEquals(LaunchType.FARGATE, config.launchType());
    assertEquals(List.of(new CapacityProviderItem("FARGATE", 2, 1)), config.capacityProviders());
    ServiceConfig external = only(service("'launchType':'EXTERNAL'"), cluster);
    assertEquals(LaunchType.EXTERNAL, external.launchType());
    assertEquals(List.of(), external.capacityProviders());
    assertEquals(
        List.of(List.of(ACCOUNT, REGION, "c", List.of(new Tag("team", "a")))),
        InventoryFacts.assemble(List.of(cluster)).clusterFacts().stream()
            .map(
                facts ->
                    List.of(facts.accountId(), facts.region(), facts.clusterName(), facts.tags()))
            .toList());
  }

  @Test
  void launchTypesOfTheFutureAreUnknown() {
    assertEquals(LaunchType.UNKNOWN, only(service("'launchType':'MOON'")).launchType());
  }

  @Test
  void sizesAreUnderstoodInEveryNotation() {
    for (String cpu : List.of("'512'", "512", "'.5 vCPU'", "'0.5 vcpu'", "'0.5vCPU'")) {
      assertEquals(512, read(",'cpu':" + cpu).cpuUnits(), cpu);
    }
    for (String memory : List.of("'2048'", "2048", "'2 GB'", "'2GB'", "'2.0 gb'")) {
      assertEquals(2048, read(",'memory':" + memory).memoryMiB(), memory);
    }
    for (String none : List.of("''", "'${cpu}'", "null", "0", "-1", "[]")) {
      assertNull(read(",'cpu':" + none).cpuUnits(), none);
    }
  }

  @Test
  void containersKeepTheirLimits() {
    TaskDefinition definition =
        read(
            ",'family':'f','revision':1,'ephemeralStorage':{'sizeInGiB':50},'containerDefinitions':["
                + "{'name':'app','image':'i:1','cpu':256,'memory':512,'memoryReservation':300,"
                + "'jvm':{'maxHeapMiB':256.0}},{'name':'log','image':'j','essential':false}]");
    assertEquals(50, definition.ephemeralStorageGiB());
    assertEquals(
        List.of(
            new Container(
                "app",
                "i:1",
                256,
                512,
                300,
                true,
                new JvmSettings(256.0, null),
                ContainerRuntime.DEFAULT),
            new Container("log", "j", 0, null, null, false, null, ContainerRuntime.DEFAULT)),
        definition.containers());
  }

  @Test
  void familyAndRevisionComeFromTheArnWhereTheBodyLacksThem() {
    assertEquals("f", read("").family());
    assertEquals(1, read("").revision());
    assertEquals(20, read("").ephemeralStorageGiB());
  }

  @Test
  void platformIsWhatTheDefinitionSays() {
    assertEquals(Platform.ARM, read(",'runtimePlatform':{'cpuArchitecture':'ARM64'}").platform());
    assertEquals(
        Platform.WINDOWS,
        read(",'runtimePlatform':{'cpuArchitecture':'X86_64','operatingSystemFamily':"
                + "'WINDOWS_SERVER_2022_CORE'}")
            .platform());
    assertEquals(Platform.X86, read(",'requiresCompatibilities':['FARGATE']").platform());
    assertEquals(Platform.UNKNOWN, read(",'requiresCompatibilities':['EC2']").platform());
  }

  @Test
  void configDoesNotRecordThePlatformAndHasItsOwnCasing() {
    InventoryItem service =
        new InventoryItem(
            "ecs-service",
            ACCOUNT,
            REGION,
            TIME,
            SERVICE_ARN,
            Origin.CONFIG,
            """
            {"ServiceName":"s","Name":"s","Cluster":"%scluster/c","DesiredCount":2,
            "TaskDefinition":"f:1","CapacityProviderStrategy":[{"CapacityProvider":"FARGATE_SPOT",
            "Weight":100,"Base":0}],"Tags":[{"Key":"team","Value":"a"}]}"""
                .formatted(PREFIX));
    InventoryItem definition =
        new InventoryItem(
            "ecs-task-definition",
            ACCOUNT,
            REGION,
            TIME,
            FIRST,
            Origin.CONFIG,
            """
            {"TaskDefinitionArn":"%s","Family":"f","Cpu":"256","Memory":"512",
            "RequiresCompatibilities":["FARGATE"],
            "ContainerDefinitions":[{"Name":"a","Image":"i","Essential":true}]}"""
                .formatted(FIRST));
    ServiceConfig config = only(service, definition);
    assertEquals(LaunchType.FARGATE, config.launchType());
    assertEquals(2, config.desiredCount());
    assertEquals(List.of(new Tag("team", "a")), config.tags());
    TaskDefinition primary = requireNonNull(config.primaryTaskDefinition());
    assertEquals(Platform.UNKNOWN, primary.platform());
    assertEquals(256, primary.cpuUnits());
    assertEquals("a", primary.containers().get(0).name());
  }

  @Test
  void scalingIsFoundWithItsPolicies() {
    InventoryItem target =
        item(
            "autoscaling-target",
            "t",
            "{'ResourceId':'service/c/s','ScalableDimension':'ecs:service:DesiredCount',"
                + "'MinCapacity':2,'MaxCapacity':9}");
    InventoryItem policy =
        item(
            "autoscaling-policy",
            "p",
            "{'ResourceId':'service/c/s','PolicyType':'TargetTrackingScaling',"
                + "'TargetTrackingScalingPolicyConfiguration':{'TargetValue':60.0,"
                + "'PredefinedMetricSpecification':{'PredefinedMetricType':"
                + "'ECSServiceAverageCPUUtilization'},'DisableScaleIn':true}}");
    InventoryItem other = item("autoscaling-policy", "q", "{'ResourceId':'service/c/other'}");
    Scaling expected =
        new Scaling(
            2,
            9,
            List.of(
                new ScalingPolicy(
                    "TargetTrackingScaling",
                    "ECSServiceAverageCPUUtilization",
                    60.0,
                    true,
                    "",
                    null,
                    null)),
            List.of());
    assertEquals(expected, only(service(""), target, policy, other).scaling());
    assertNull(only(service(""), policy).scaling());
  }

  @Test
  void targetWithoutAccountBelongsToTheOnlyServiceOfItsName() {
    InventoryItem target =
        new InventoryItem(
            "autoscaling-target",
            "",
            "",
            TIME,
            "t",
            Origin.API,
            "{\"ResourceId\":\"service/c/s\",\"MinCapacity\":1,\"MaxCapacity\":2}");
    assertNotNull(only(service(""), target).scaling());
    InventoryItem twin =
        new InventoryItem(
            "ecs-service",
            "444455556666",
            REGION,
            TIME,
            "arn:aws:ecs:eu-west-1:444455556666:service/c/s",
            Origin.API,
            "{}");
    InventoryFacts.assemble(List.of(service(""), twin, target))
        .services()
        .values()
        .forEach(config -> assertNull(config.scaling()));
  }

  @Test
  void scalingIsKnownWhenTargetsAndPoliciesWereReadCompletely() {
    InventoryItem targets = manifest("a", "'autoscaling-target'", true);
    assertFalse(only(service(""), targets).scalingKnown());
    assertTrue(
        only(service(""), targets, manifest("b", "'autoscaling-policy'", true)).scalingKnown());
    assertFalse(
        only(service(""), targets, manifest("b", "'autoscaling-policy'", false)).scalingKnown());
  }

  @Test
  void manifestsOfOneKindAreCompleteTogether() {
    Inventory inventory =
        InventoryFacts.assemble(
            List.of(
                manifest("a", "'ecs-service','ecs-cluster'", true),
                manifest("b", "'ecs-service'", false)));
    assertTrue(inventory.complete(ACCOUNT, REGION, "ecs-cluster"));
    assertFalse(inventory.complete(ACCOUNT, REGION, "ecs-service"));
    assertFalse(inventory.complete(ACCOUNT, REGION, "ecs-task"));
    assertEquals(4, inventory.manifests().get(1).items());
  }

  @Test
  void tasksAndInstancesAreKnownResources() {
    Inventory inventory =
        InventoryFacts.assemble(
            List.of(
                item("ecs-task", PREFIX + "task/c/1", "{'group':'service:s','clusterArn':'x/c'}"),
                item("ecs-task", PREFIX + "task/c/2", "{'group':'family:f'}"),
                item(
                    "ecs-container-instance",
                    PREFIX + "container-instance/c/9",
                    "{'ec2InstanceId':'i-1'}")));
    assertEquals(
        List.of(
            new InventoryResource(PREFIX + "task/c/1", "c", "s"),
            new InventoryResource(PREFIX + "task/c/2", "c", ""),
            new InventoryResource("i-1", "c", "")),
        inventory.resources());
  }

  @Test
  void killsForMemoryAreFoundInStoppedTasks() {
    InventoryItem killed =
        item(
            "ecs-task",
            PREFIX + "task/c/1",
            "{'group':'service:s','memory':'1024','stoppedAt':'2026-11-19T00:00:00Z','containers':["
                + "{'name':'a','reason':'OutOfMemoryError: Container killed due to memory usage',"
                + "'memory':'512'},{'name':'b','reason':'OutOfMemoryError'},"
                + "{'name':'c','exitCode':1}]}");
    Instant stoppedAt = Instant.parse("2026-11-19T00:00:00Z");
    assertEquals(
        List.of(
            new OutOfMemoryKill("a", stoppedAt, 512), new OutOfMemoryKill("b", stoppedAt, 1024)),
        only(service(""), killed).outOfMemoryKills());
  }

  @Test
  void orderOfItemsChangesNothing() {
    List<InventoryItem> items = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      items.add(
          item(
              "ecs-service",
              PREFIX + "service/c/s" + i,
              "{'taskDefinition':'f:%d','tags':[{'key':'b'},{'key':'a'}]}".formatted(i % 3)));
      items.add(definition(PREFIX + "task-definition/f:" + i, ",'cpu':'256'"));
      items.add(item("ecs-task", PREFIX + "task/c/" + i, "{'group':'service:s" + i + "'}"));
    }
    Inventory expected = InventoryFacts.assemble(items);
    Collections.shuffle(items, new Random(1));
    assertEquals(expected, InventoryFacts.assemble(items));
    assertEquals(20, expected.services().size());
  }
}
