package ecsadvisor.jobs.fact;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.jobs.fixture.SparkTest;
import ecsadvisor.jobs.generate.SmallOrganisation;
import ecsadvisor.jobs.generate.inventory.InventoryWriter;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.AccountFacts;
import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.EbsVolume;
import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.PlacementRule;
import ecsadvisor.models.fact.Repository;
import ecsadvisor.models.fact.RepositoryImage;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceImage;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.TargetGroup;
import ecsadvisor.models.fact.TaskRun;
import ecsadvisor.models.fact.VolumeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the story's inventory tells, from the files to the facts. */
@SparkTest
class GeneratedInventoryTest {
  @TempDir static Path folder;
  private static Inventory inventory = InventoryFacts.assemble(List.of());

  @BeforeAll
  static void assemble() throws IOException {
    Organisation organisation = SmallOrganisation.of(7);
    InventoryWriter.write(organisation, Fleet.of(organisation), folder);
    ObjectMapper json = new ObjectMapper();
    List<InventoryItem> items = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        for (String line : Files.readAllLines(file)) {
          JsonNode envelope = json.readTree(line);
          items.add(
              new InventoryItem(
                  envelope.path("kind").asText(),
                  envelope.path("accountId").asText(),
                  envelope.path("region").asText(),
                  Instant.parse(envelope.path("collectedAt").asText()),
                  envelope.path("arn").asText(),
                  InventoryItem.Origin.API,
                  envelope.path("body").toString()));
        }
      }
    }
    inventory = InventoryFacts.assemble(items);
  }

  private static ServiceConfig service(String name) {
    for (Map.Entry<ServiceKey, ServiceConfig> entry : inventory.services().entrySet()) {
      if (entry.getKey().serviceName().equals(name)) {
        return entry.getValue();
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static ClusterFacts cluster(String name) {
    return inventory.clusterFacts().stream()
        .filter(cluster -> cluster.clusterName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyServiceHasAWholeLayout() {
    assertEquals(31, inventory.services().size());
    inventory
        .services()
        .forEach(
            (key, config) -> {
              assertTrue(config.layout().tasksKnown(), key.toString());
              assertTrue(config.layout().targetGroupsKnown(), key.toString());
              assertTrue(config.scalingKnown(), key.toString());
              assertFalse(config.layout().availabilityZones().isEmpty(), key.toString());
              assertFalse(config.layout().images().isEmpty(), key.toString());
            });
  }

  @Test
  void factsOfServicesSurviveTheWayToTheExecutors(SparkSession spark) {
    RecordCodec<ServiceConfig> codec = RecordCodec.of(ServiceConfig.class);
    List<ServiceConfig> configs = List.copyOf(inventory.services().values());
    assertEquals(
        configs,
        spark
            .createDataFrame(configs.stream().map(codec::toRow).toList(), codec.schema())
            .collectAsList()
            .stream()
            .map(codec::fromRow)
            .toList());
  }

  @Test
  void spotServicesTellOfTasksThatWereTakenBack() {
    List<String> codes =
        inventory.services().values().stream()
            .flatMap(config -> config.layout().tasks().stream())
            .map(TaskRun::stopCode)
            .filter(code -> code.equals("SpotInterruption") || code.equals("TerminationNotice"))
            .sorted()
            .toList();
    assertEquals(List.of("SpotInterruption", "TerminationNotice"), codes);
  }

  @Test
  void bigImagesTakeLongerToPull() {
    assertTrue(pull("model-serving").compareTo(Duration.ofMinutes(2)) > 0);
    assertTrue(pull("payments-api").compareTo(Duration.ofSeconds(10)) < 0);
  }

  private static Duration pull(String name) {
    TaskRun task = service(name).layout().tasks().get(0);
    return Duration.between(
        requireNonNull(task.pullStartedAt()), requireNonNull(task.pullStoppedAt()));
  }

  @Test
  void poolsTellSpotTrunkingAndGroups() {
    ClusterFacts cluster = cluster("fulfilment");
    assertTrue(cluster.instancesKnown());
    assertEquals(16, cluster.instances().size());
    for (ContainerInstance instance : cluster.instances()) {
      assertEquals(instance.capacityProvider().equals("compute"), instance.spot());
      assertTrue(instance.networkTrunking());
      assertTrue(instance.remainingCpuUnits() >= 0);
    }
    assertEquals(
        List.of("", "", "fulfilment-compute", "fulfilment-general"),
        cluster.capacityProviders().stream()
            .map(provider -> provider.autoScalingGroup())
            .sorted()
            .toList());
  }

  @Test
  void placementDiffersBetweenThePools() {
    assertEquals("binpack", service("stock-events").layout().placementStrategies().get(0).type());
    assertEquals("spread", service("inventory-sync").layout().placementStrategies().get(0).type());
    assertEquals(
        List.of(new PlacementRule("distinctInstance", "")),
        service("pick-optimizer").layout().placementConstraints());
    assertEquals(
        "memberOf", service("inventory-sync").layout().placementConstraints().get(0).type());
  }

  @Test
  void containersTellTimesPortsAndVolumes() {
    assertEquals(120, runtimeSeconds("newsletter-worker"));
    assertEquals(30, runtimeSeconds("payments-api"));
    assertEquals(
        List.of(8080),
        requireNonNull(service("warehouse-api").primaryTaskDefinition())
            .containers()
            .get(0)
            .runtime()
            .hostPorts());
    assertEquals(
        VolumeKind.EFS,
        requireNonNull(service("bi-dashboard").primaryTaskDefinition()).volumes().get(0).kind());
  }

  private static int runtimeSeconds(String name) {
    Integer seconds =
        requireNonNull(service(name).primaryTaskDefinition())
            .containers()
            .get(0)
            .runtime()
            .stopTimeoutSeconds();
    return requireNonNull(seconds);
  }

  @Test
  void deregistrationDelaysAreTheDefaultForSome() {
    assertEquals(300, delay("payments-api"));
    assertEquals(60, delay("catalog-api"));
  }

  private static int delay(String name) {
    return requireNonNull(
        service(name).layout().targetGroups().get(0).deregistrationDelaySeconds());
  }

  @Test
  void oneTargetGroupAndOneVolumeBelongToNobody() {
    assertEquals(
        1,
        inventory.targetGroups().stream()
            .map(TargetGroup::loadBalancerArns)
            .filter(List::isEmpty)
            .count());
    assertEquals(
        List.of(200),
        inventory.volumes().stream()
            .filter(volume -> !volume.attached())
            .map(EbsVolume::sizeGiB)
            .toList());
  }

  @Test
  void loadBalancersTellWhatTheyForward() {
    LoadBalancer shop =
        inventory.loadBalancers().stream()
            .filter(balancer -> balancer.name().equals("storefront-public"))
            .findFirst()
            .orElseThrow();
    assertTrue(shop.rulesKnown());
    assertEquals(2, shop.listeners());
    assertEquals(List.of(80, 443), shop.listenerPorts());
    assertEquals(shop.targetGroups().size() - 1, shop.rules());
    assertEquals(shop.targetGroups().size(), shop.hostsAndPaths().size());
    assertEquals(60, shop.idleTimeoutSeconds());
    assertTrue(shop.webAclArn().contains("larkspur-web"));
  }

  @Test
  void runningImagesAreInTheirRepositories() {
    for (ServiceConfig config : inventory.services().values()) {
      ServiceImage image = config.layout().images().get(0);
      assertNotNull(image.sizeBytes(), image.reference());
      assertTrue(
          requireNonNull(inventory.imagesInUse().get(image.repositoryArn()))
              .contains(image.digest()));
    }
  }

  @Test
  void repositoriesKeepAllTheirImages() {
    for (Repository repository : inventory.repositories()) {
      int expected = repository.lifecyclePolicy().isEmpty() ? 40 : 6;
      assertEquals(expected, repository.images().size(), repository.name());
      assertEquals(
          expected, repository.images().stream().map(RepositoryImage::digest).distinct().count());
      assertTrue(repository.imagesKnown() && repository.lifecyclePolicyKnown());
    }
  }

  @Test
  void accountsTellHowTheyAreWatched() {
    List<AccountFacts> accounts = inventory.accounts();
    assertEquals(
        List.of("012345678901", "111122223333", "444455556666"),
        accounts.stream().map(AccountFacts::accountId).toList());
    assertTrue(accounts.get(0).budgets().isEmpty() && accounts.get(0).budgetsKnown());
    assertEquals(1, accounts.get(1).budgets().get(0).notifications());
    assertEquals(1, accounts.get(1).anomalyMonitors().get(0).subscribers());
    assertEquals(4, accounts.get(1).costAllocationTags().size());
    assertEquals(0, accounts.get(2).budgets().get(0).notifications());
  }

  @Test
  void demoSiteIsStoppedAndStartedBySchedule() {
    assertEquals(
        List.of("start", "stop"),
        requireNonNull(service("demo-site").scaling()).scheduledActions().stream()
            .map(action -> action.name())
            .toList());
  }
}
