package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.ACCOUNT;
import static ecsadvisor.jobs.fact.Items.ECS;
import static ecsadvisor.jobs.fact.Items.REGION;
import static ecsadvisor.jobs.fact.Items.assemble;
import static ecsadvisor.jobs.fact.Items.complete;
import static ecsadvisor.jobs.fact.Items.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.CapacityProvider;
import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.Tag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryClustersTest {
  private static InventoryItem cluster(String fields) {
    return item("ecs-cluster", ECS + "cluster/c", "{'clusterName':'c'," + fields + "}");
  }

  private static InventoryItem provider(String name, String fields) {
    return item(
        "ecs-capacity-provider",
        ECS + "capacity-provider/" + name,
        "{'name':'%s',%s}".formatted(name, fields));
  }

  private static InventoryItem instance(String id, String fields) {
    return item(
        "ecs-container-instance",
        ECS + "container-instance/c/" + id,
        "{'ec2InstanceId':'%s','status':'ACTIVE'%s}"
            .formatted(id, fields.isEmpty() ? "" : "," + fields));
  }

  private static ClusterFacts only(InventoryItem... items) {
    List<ClusterFacts> facts = assemble(items).clusterFacts();
    assertEquals(1, facts.size());
    return facts.get(0);
  }

  private static ContainerInstance machine(InventoryItem... items) {
    List<InventoryItem> all = new ArrayList<>(List.of(items));
    all.add(cluster("'status':'ACTIVE'"));
    return only(all.toArray(InventoryItem[]::new)).instances().get(0);
  }

  @Test
  void clusterHasItsProvidersByName() {
    ClusterFacts facts =
        only(
            cluster(
                "'tags':[{'key':'team','value':'a'}],"
                    + "'capacityProviders':['pool','FARGATE_SPOT','managed']"),
            provider(
                "pool",
                """
                'autoScalingGroupProvider':{'autoScalingGroupArn':
                'arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:x:autoScalingGroupName/g',
                'managedScaling':{'status':'ENABLED','targetCapacity':85},
                'managedDraining':'ENABLED'}"""),
            provider("managed", "'type':'MANAGED_INSTANCES'"),
            provider("elsewhere", "'autoScalingGroupProvider':{}"));
    assertEquals(List.of(new Tag("team", "a")), facts.tags());
    assertEquals(
        List.of(
            new CapacityProvider("FARGATE_SPOT", "", "", false, false, 100, false),
            new CapacityProvider(
                "managed", ECS + "capacity-provider/managed", "", true, false, 100, false),
            new CapacityProvider(
                "pool", ECS + "capacity-provider/pool", "g", false, true, 85, true)),
        facts.capacityProviders());
  }

  @Test
  void providerWithoutDescriptionHasItsNameAlone() {
    assertEquals(
        List.of(new CapacityProvider("pool", "", "", false, false, 100, false)),
        only(cluster("'capacityProviders':['pool']")).capacityProviders());
    assertEquals(List.of(), only(cluster("'capacityProviders':[]")).capacityProviders());
  }

  @Test
  void providerThatNamesItsClusterBelongsToIt() {
    assertEquals(
        List.of("managed"),
        only(
                cluster("'status':'ACTIVE'"),
                provider(
                    "managed",
                    "'cluster':'%scluster/c','managedInstancesProvider':{}".formatted(ECS)))
            .capacityProviders()
            .stream()
            .map(CapacityProvider::name)
            .toList());
  }

  @Test
  void hostileProviderIsScaledByNobody() {
    CapacityProvider provider =
        only(
                cluster("'capacityProviders':['pool',7,null,{}]"),
                provider(
                    "pool",
                    "'autoScalingGroupProvider':{'autoScalingGroupArn':'arn:nonsense',"
                        + "'managedScaling':{'status':true,'targetCapacity':'full'}}"))
            .capacityProviders()
            .stream()
            .filter(one -> one.name().equals("pool"))
            .findFirst()
            .orElseThrow();
    assertEquals("", provider.autoScalingGroup());
    assertFalse(provider.managedScaling());
    assertEquals(100, provider.targetCapacityPercent());
  }

  @Test
  void instanceTellsWhatItOffersAndWhatIsFree() {
    ContainerInstance instance =
        machine(
            instance(
                "i-1",
                """
                'capacityProviderName':'p','runningTasksCount':3,
                'registeredResources':[{'name':'CPU','type':'INTEGER','integerValue':8192},
                {'name':'MEMORY','integerValue':31000},{'name':'PORTS','stringSetValue':['22']},
                {'name':'GPU','type':'STRINGSET','stringSetValue':['gpu-1','gpu-2']}],
                'remainingResources':[{'name':'CPU','integerValue':1024},
                {'name':'MEMORY','integerValue':2048}],
                'attributes':[{'name':'ecs.instance-type','value':'g4dn.12xlarge'},
                {'name':'ecs.availability-zone','value':'eu-west-1b'},
                {'name':'ecs.awsvpc-trunk-id','value':'eni-1'},{'name':'ecs.capability.task-eni'}]"""));
    assertEquals(
        new ContainerInstance(
            "i-1",
            "p",
            "eu-west-1b",
            "g4dn.12xlarge",
            false,
            "ACTIVE",
            8192,
            31_000,
            2,
            1024,
            2048,
            3,
            true,
            List.of(
                new Tag("ecs.availability-zone", "eu-west-1b"),
                new Tag("ecs.awsvpc-trunk-id", "eni-1"),
                new Tag("ecs.capability.task-eni", ""),
                new Tag("ecs.instance-type", "g4dn.12xlarge"))),
        instance);
  }

  @Test
  void machineTellsTypeZoneAndSpot() {
    ContainerInstance instance =
        machine(
            instance("i-1", ""),
            item(
                "ec2-instance",
                "arn:aws:ec2:eu-west-1:111122223333:instance/i-1",
                "{'InstanceId':'i-1','InstanceType':'m5.large','InstanceLifecycle':'spot',"
                    + "'Placement':{'AvailabilityZone':'eu-west-1a'}}"));
    assertEquals("m5.large", instance.instanceType());
    assertEquals("eu-west-1a", instance.availabilityZone());
    assertTrue(instance.spot());
  }

  @Test
  void instanceOfWhichNothingElseIsKnownIsEmpty() {
    ContainerInstance instance =
        machine(instance("i-1", "'attributes':'x','registeredResources':[1,{'name':'CPU'}]"));
    assertEquals("", instance.instanceType());
    assertEquals("", instance.availabilityZone());
    assertFalse(instance.spot());
    assertFalse(instance.networkTrunking());
    assertEquals(0, instance.registeredCpuUnits());
  }

  @Test
  void instancesMakeAClusterThatWasNotDescribed() {
    ClusterFacts facts = only(instance("i-2", ""), instance("i-1", ""));
    assertEquals(
        List.of(ACCOUNT, REGION, "c"),
        List.of(facts.accountId(), facts.region(), facts.clusterName()));
    assertEquals(
        List.of("i-1", "i-2"),
        facts.instances().stream().map(ContainerInstance::instanceId).toList());
    assertFalse(facts.instancesKnown());
  }

  @Test
  void instancesAreKnownByManifestOrByCount() {
    InventoryItem one = instance("i-1", "");
    assertTrue(only(one, complete("ecs-container-instance")).instancesKnown());
    assertTrue(only(one, cluster("'registeredContainerInstancesCount':1")).instancesKnown());
    assertFalse(only(one, cluster("'registeredContainerInstancesCount':2")).instancesKnown());
  }

  @Test
  void clusterThatIsGoneDoesNotAppear() {
    assertEquals(List.of(), assemble(cluster("'status':'INACTIVE'")).clusterFacts());
    assertEquals(List.of(), assemble().clusterFacts());
  }
}
