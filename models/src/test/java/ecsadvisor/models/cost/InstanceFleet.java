package ecsadvisor.models.cost;

import static ecsadvisor.models.fixture.ServiceBuilder.service;

import ecsadvisor.models.cost.FleetService.Reservation;
import ecsadvisor.models.fact.CapacityProvider;
import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.PlacementRule;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ResourceSpend;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.ServiceLayout;
import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.fixture.ServiceBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A fleet of one cluster with instances, in a test. */
final class InstanceFleet {
  static final String ACCOUNT = "111122223333";

  private String owner = "team";
  private final List<ContainerInstance> instances = new ArrayList<>();
  private final List<CapacityProvider> providers = new ArrayList<>();
  private final List<FleetService> services = new ArrayList<>();
  private final List<ResourceSpend> resources = new ArrayList<>();
  private boolean instancesKnown = true;

  InstanceFleet provider(String name, boolean managed, int targetCapacity) {
    providers.add(
        new CapacityProvider(
            name, "arn:" + name, "asg-" + name, managed, true, targetCapacity, true));
    return this;
  }

  InstanceFleet incomplete() {
    instancesKnown = false;
    return this;
  }

  /** So many instances, in turn in zones a, b and c, each with so many running tasks. */
  InstanceFleet instances(String provider, String type, int count, int tasksEach, String... zones) {
    for (int n = 0; n < count; n++) {
      instance(provider, type, zones[n % zones.length], tasksEach, false);
    }
    return this;
  }

  InstanceFleet instance(String provider, String type, String zone, int tasks, boolean spot) {
    int vcpus = type.endsWith(".2xlarge") ? 8 : type.endsWith(".xlarge") ? 4 : 2;
    int gib = type.startsWith("c") ? 2 : type.startsWith("r") ? 8 : 4;
    int memory = (int) (vcpus * gib * 1024 * 0.97);
    instances.add(
        new ContainerInstance(
            "i-%04d".formatted(instances.size()),
            provider,
            zone,
            type,
            spot,
            "ACTIVE",
            vcpus * 1024,
            memory,
            0,
            vcpus * 1024,
            memory,
            tasks,
            false,
            List.of(new Tag("ecs.cpu-architecture", "x86_64"), new Tag("stack", "blue"))));
    return this;
  }

  /** Bills every instance so far for 100 hours. */
  InstanceFleet billed(PurchaseOption option, double effectiveHour, double listHour) {
    for (ContainerInstance instance : instances) {
      bill(instance.instanceId(), option, effectiveHour, listHour);
    }
    return this;
  }

  InstanceFleet bill(String id, PurchaseOption option, double effectiveHour, double listHour) {
    resources.add(
        new ResourceSpend(
            "2026-11",
            "999988887777",
            ACCOUNT,
            "us-east-1",
            id,
            UsageKind.EC2_INSTANCE,
            option,
            "USD",
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 11, 20),
            100_000_000_000L,
            Math.round(100 * effectiveHour * 1e10),
            Math.round(100 * effectiveHour * 1e10),
            Math.round(100 * listHour * 1e10)));
    return this;
  }

  InstanceFleet runs(String name, String provider, int cpu, int memory, int tasks) {
    return runs(name, provider, cpu, memory, tasks, config -> config);
  }

  InstanceFleet runs(
      String name,
      String provider,
      int cpu,
      int memory,
      int tasks,
      UnaryOperator<ServiceConfig> change) {
    ServiceBuilder builder = onEc2(name, cpu, memory, tasks);
    if (!provider.isEmpty()) {
      builder.provider(provider, 0, 1);
    }
    ServiceFacts facts = builder.facts();
    ServiceConfig config = facts.config();
    return with(
        facts,
        config == null ? null : change.apply(bridged(config)),
        new Reservation(cpu, memory),
        new Reservation(cpu, memory),
        tasks,
        0);
  }

  /** The owner of the services that follow. */
  InstanceFleet ownedBy(String name) {
    owner = name;
    return this;
  }

  InstanceFleet with(
      ServiceFacts facts,
      @Nullable ServiceConfig config,
      @Nullable Reservation now,
      @Nullable Reservation after,
      int tasks,
      double spotAfter) {
    services.add(
        new FleetService(
            facts.key(),
            facts.profile(),
            owner,
            "prod",
            config == null ? LaunchType.UNKNOWN : config.launchType(),
            "USD",
            "999988887777",
            config,
            now,
            after,
            (double) tasks,
            (double) tasks,
            (double) tasks,
            (double) tasks,
            null,
            null,
            0,
            spotAfter,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            32));
    return this;
  }

  static ServiceBuilder onEc2(String name, int cpu, int memory, int tasks) {
    return service().named(name).launchedOn(LaunchType.EC2).fargate(cpu, memory).tasks(tasks);
  }

  /** The same service without network interfaces of its own. */
  static ServiceConfig bridged(ServiceConfig config) {
    TaskDefinition old = config.primaryTaskDefinition();
    return old == null
        ? config
        : config.withPrimaryTaskDefinition(
            new TaskDefinition(
                old.arn(),
                old.family(),
                old.revision(),
                old.cpuUnits(),
                old.memoryMiB(),
                old.platform(),
                old.ephemeralStorageGiB(),
                old.containers(),
                "bridge",
                old.volumes()));
  }

  static UnaryOperator<ServiceConfig> placed(
      int minimumHealthy, int maximum, List<PlacementRule> constraints, PlacementRule... rules) {
    return config ->
        new ServiceConfig(
            config.serviceArn(),
            config.collectedAt(),
            config.launchType(),
            config.capacityProviders(),
            config.schedulingStrategy(),
            config.desiredCount(),
            config.runningCount(),
            config.createdAt(),
            config.tags(),
            config.deployments(),
            config.taskDefinitions(),
            config.scaling(),
            config.scalingKnown(),
            config.outOfMemoryKills(),
            new ServiceLayout(
                minimumHealthy,
                maximum,
                "ECS",
                List.of(),
                List.of(),
                constraints,
                List.of(rules),
                List.of(),
                true,
                List.of(),
                true,
                List.of()));
  }

  Fleet fleet() {
    ClusterFacts cluster =
        new ClusterFacts(
            ACCOUNT, "us-east-1", "prod", List.of(), providers, instances, instancesKnown);
    return new Fleet(
        new Window(ServiceBuilder.AS_OF, 32),
        services,
        List.of(cluster),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        resources,
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        Set.of());
  }
}
