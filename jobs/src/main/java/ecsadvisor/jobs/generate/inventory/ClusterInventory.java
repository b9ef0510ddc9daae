package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Cluster;
import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Instance;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Pool;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.organisation.TaskRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Clusters with their capacity providers and container instances. */
public final class ClusterInventory {
  private final Organisation organisation;
  private final Fleet fleet;
  private final Envelopes envelopes;
  private final int lastHour;
  private final Map<Instance, List<TaskRun>> tasksOf = new HashMap<>();

  ClusterInventory(Organisation organisation, Fleet fleet, Envelopes envelopes) {
    this.organisation = organisation;
    this.fleet = fleet;
    this.envelopes = envelopes;
    this.lastHour = organisation.timeline().endHour() - 1;
    for (List<TaskRun> runs : fleet.tasks().values()) {
      for (TaskRun task : runs) {
        Instance instance = task.instance();
        if (instance != null && task.endHour() > lastHour) {
          tasksOf.computeIfAbsent(instance, key -> new ArrayList<>()).add(task);
        }
      }
    }
  }

  void add(Cluster cluster) {
    int running = 0;
    int active = 0;
    for (Service service : organisation.living()) {
      if (service.cluster().equals(cluster)) {
        running += service.count(organisation.timeline(), lastHour);
        active++;
      }
    }
    List<Instance> instances =
        fleet.instances().stream()
            .filter(instance -> instance.cluster().equals(cluster))
            .filter(instance -> instance.endHour() > lastHour)
            .toList();
    List<String> providers = new ArrayList<>(List.of("FARGATE", "FARGATE_SPOT"));
    cluster.pools().forEach(pool -> providers.add(pool.name()));
    boolean insights = !cluster.flaws().contains(Flaw.NO_INSIGHTS);
    envelopes.add(
        Kind.ECS_CLUSTER,
        cluster.arn(),
        Body.of(
            "clusterArn",
            cluster.arn(),
            "clusterName",
            cluster.name(),
            "configuration",
            Body.of("executeCommandConfiguration", Body.of("logging", "NONE")),
            "status",
            "ACTIVE",
            "registeredContainerInstancesCount",
            instances.size(),
            "runningTasksCount",
            running,
            "pendingTasksCount",
            0,
            "activeServicesCount",
            active,
            "statistics",
            List.of(),
            "tags",
            Body.ecsTags(Map.of("environment", cluster.name().startsWith("dev") ? "dev" : "prod")),
            "settings",
            List.of(
                Body.of("name", "containerInsights", "value", insights ? "enhanced" : "disabled")),
            "capacityProviders",
            providers,
            "defaultCapacityProviderStrategy",
            List.of()));
    cluster.pools().forEach(pool -> capacityProvider(cluster, pool));
    instances.forEach(this::containerInstance);
  }

  /** The ARN of the Auto Scaling group behind a capacity provider. */
  public static String autoScalingGroupArn(Organisation organisation, Cluster cluster, Pool pool) {
    String group =
        "autoScalingGroup:"
            + Seeds.uuid(organisation.seed(), "group", cluster.arn(), pool.name())
            + ":autoScalingGroupName/"
            + cluster.name()
            + "-"
            + pool.name();
    return cluster.arn("autoscaling", group);
  }

  private void capacityProvider(Cluster cluster, Pool pool) {
    String arn = cluster.arn("ecs", "capacity-provider/" + pool.name());
    envelopes.add(
        Kind.ECS_CAPACITY_PROVIDER,
        arn,
        Body.of(
            "capacityProviderArn",
            arn,
            "name",
            pool.name(),
            "cluster",
            cluster.arn(),
            "status",
            "ACTIVE",
            "autoScalingGroupProvider",
            Body.of(
                "autoScalingGroupArn",
                autoScalingGroupArn(organisation, cluster, pool),
                "managedScaling",
                Body.of("status", "ENABLED", "targetCapacity", 100),
                "managedTerminationProtection",
                pool.spot() ? "DISABLED" : "ENABLED",
                "managedDraining",
                "ENABLED"),
            "tags",
            List.of()));
  }

  private void containerInstance(Instance instance) {
    int cpuFree = instance.type().vcpus() * 1024;
    int memoryFree = instance.type().registeredMemoryMiB();
    for (TaskRun task : running(instance)) {
      cpuFree -= task.cpuUnits();
      memoryFree -= task.memoryMiB();
    }
    String arn = arn(organisation, instance);
    envelopes.add(
        Kind.ECS_CONTAINER_INSTANCE,
        arn,
        Body.of(
            "containerInstanceArn",
            arn,
            "ec2InstanceId",
            instance.id(),
            "capacityProviderName",
            instance.pool().name(),
            "versionInfo",
            Body.of("agentVersion", "1.89.3", "dockerVersion", "DockerVersion: 25.0.8"),
            "remainingResources",
            resources(cpuFree, memoryFree),
            "registeredResources",
            resources(instance.type().vcpus() * 1024, instance.type().registeredMemoryMiB()),
            "status",
            "ACTIVE",
            "agentConnected",
            true,
            "runningTasksCount",
            running(instance).size(),
            "pendingTasksCount",
            0,
            "attributes",
            List.of(
                attribute("ecs.availability-zone", instance.zone()),
                attribute("ecs.instance-type", instance.type().name()),
                attribute("ecs.cpu-architecture", "x86_64"),
                attribute("ecs.os-type", "linux"),
                attribute("ecs.awsvpc-trunk-id", trunkId(instance)),
                Body.of("name", "ecs.capability.task-eni"),
                Body.of("name", "ecs.capability.task-eni-trunking")),
            "registeredAt",
            Body.time(instance.firstHour()),
            "attachments",
            List.of(),
            "tags",
            List.of()));
  }

  /** The ARN of an instance as the cluster knows it. */
  static String arn(Organisation organisation, Instance instance) {
    return instance
        .cluster()
        .arn(
            "ecs",
            "container-instance/"
                + instance.cluster().name()
                + "/"
                + instance.containerInstanceId(organisation.seed()));
  }

  /** The trunk interface: without one, four interfaces would carry three tasks of awsvpc. */
  private String trunkId(Instance instance) {
    return "eni-0" + Seeds.hex(16, organisation.seed(), "trunk", instance.id());
  }

  private List<TaskRun> running(Instance instance) {
    return tasksOf.getOrDefault(instance, List.of());
  }

  private static Map<String, Object> attribute(String name, String value) {
    return Body.of("name", name, "value", value);
  }

  private static List<Object> resources(int cpuUnits, int memoryMiB) {
    return List.of(
        Body.of("name", "CPU", "type", "INTEGER", "integerValue", cpuUnits),
        Body.of("name", "MEMORY", "type", "INTEGER", "integerValue", memoryMiB),
        Body.of("name", "PORTS", "type", "STRINGSET", "stringSetValue", List.of("22", "2376")));
  }
}
