package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Archetype;
import ecsadvisor.jobs.generate.organisation.Cluster;
import ecsadvisor.jobs.generate.organisation.CountRule;
import ecsadvisor.jobs.generate.organisation.DayLoad;
import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Instance;
import ecsadvisor.jobs.generate.organisation.Launch;
import ecsadvisor.jobs.generate.organisation.Networks;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Pool;
import ecsadvisor.jobs.generate.organisation.Processor;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.organisation.TaskRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Clusters, services, task definitions, tasks, instances and capacity providers of ECS. */
final class EcsInventory {
  private final Organisation organisation;
  private final Fleet fleet;
  private final Envelopes envelopes;
  private final TaskDefinitions definitions;
  private final int lastHour;

  EcsInventory(Organisation organisation, Fleet fleet, Envelopes envelopes) {
    this.organisation = organisation;
    this.fleet = fleet;
    this.envelopes = envelopes;
    this.definitions = new TaskDefinitions(organisation.seed());
    this.lastHour = organisation.timeline().endHour() - 1;
  }

  /** The tags of a service. */
  static Map<String, String> tags(Service service) {
    Map<String, String> tags = new TreeMap<>();
    if (!service.flaws().contains(Flaw.NO_STACK)) {
      tags.put("aws:cloudformation:stack-id", Stacks.arn(service));
      tags.put("aws:cloudformation:stack-name", Stacks.name(service));
    }
    if (!service.owner().isEmpty()) {
      tags.put("team", service.owner());
    }
    if (!service.environment().isEmpty()) {
      tags.put("environment", service.environment());
    }
    return tags;
  }

  void add(List<Service> services) {
    for (Cluster cluster : organisation.clusters()) {
      if (cluster.account().equals(envelopes.place().account())
          && cluster.region().equals(envelopes.place().region())) {
        cluster(cluster);
      }
    }
    for (Service service : services) {
      service(service);
      definitions(service);
      tasks(service);
    }
  }

  private void cluster(Cluster cluster) {
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

  private void capacityProvider(Cluster cluster, Pool pool) {
    String arn = cluster.arn("ecs", "capacity-provider/" + pool.name());
    String group =
        "autoScalingGroup:"
            + Seeds.uuid(organisation.seed(), "group", cluster.arn(), pool.name())
            + ":autoScalingGroupName/"
            + cluster.name()
            + "-"
            + pool.name();
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
                cluster.arn("autoscaling", group),
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
    int running = 0;
    for (List<TaskRun> runs : fleet.tasks().values()) {
      for (TaskRun task : runs) {
        if (instance.equals(task.instance()) && task.endHour() > lastHour) {
          cpuFree -= task.cpuUnits();
          memoryFree -= task.memoryMiB();
          running++;
        }
      }
    }
    String arn = containerInstanceArn(instance);
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
            running,
            "pendingTasksCount",
            0,
            "attributes",
            List.of(
                attribute("ecs.availability-zone", instance.zone()),
                attribute("ecs.instance-type", instance.type().name()),
                attribute("ecs.cpu-architecture", "x86_64"),
                attribute("ecs.os-type", "linux"),
                Body.of("name", "ecs.capability.task-eni")),
            "registeredAt",
            Body.time(instance.firstHour()),
            "attachments",
            List.of(),
            "tags",
            List.of()));
  }

  private String containerInstanceArn(Instance instance) {
    return instance
        .cluster()
        .arn(
            "ecs",
            "container-instance/"
                + instance.cluster().name()
                + "/"
                + instance.containerInstanceId(organisation.seed()));
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

  private int desired(Service service) {
    return service.launch() == Launch.EC2_DAEMON
        ? service.cluster().pool(service.pool()).instances()
        : service.count(organisation.timeline(), lastHour);
  }

  private boolean blueGreen(Service service) {
    return service.name().endsWith("recommendation-api");
  }

  private void service(Service service) {
    int desired = desired(service);
    boolean codeDeploy = blueGreen(service);
    boolean onPool = !service.launch().fargate();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("serviceArn", service.arn());
    body.put("serviceName", service.name());
    body.put("clusterArn", service.cluster().arn());
    body.put("loadBalancers", loadBalancers(service));
    body.put("serviceRegistries", List.of());
    body.put("status", "ACTIVE");
    body.put("desiredCount", desired);
    body.put("runningCount", desired);
    body.put("pendingCount", 0);
    List<Object> strategy = strategy(service);
    if (!strategy.isEmpty()) {
      body.put("capacityProviderStrategy", strategy);
    } else {
      body.put("launchType", onPool ? "EC2" : "FARGATE");
    }
    if (!onPool) {
      body.put("platformVersion", platformVersion(service, true));
      body.put(
          "platformFamily",
          service.processor() == Processor.WINDOWS ? "WINDOWS_SERVER_2022_CORE" : "Linux");
    }
    body.put("taskDefinition", TaskDefinitions.arn(service, TaskDefinitions.CURRENT));
    boolean breaker = !service.flaws().contains(Flaw.NO_CIRCUIT_BREAKER);
    body.put(
        "deploymentConfiguration",
        Body.of(
            "deploymentCircuitBreaker",
            Body.of("enable", breaker, "rollback", breaker),
            "maximumPercent",
            service.launch() == Launch.EC2_DAEMON ? 100 : 200,
            "minimumHealthyPercent",
            service.launch() == Launch.EC2_DAEMON ? 0 : 100));
    if (codeDeploy) {
      body.put("taskSets", List.of(taskSet(service)));
    }
    body.put("deployments", codeDeploy ? List.of() : deployments(service, desired));
    body.put("roleArn", Identities.serviceLinkedRoleArn(service));
    body.put("events", List.of());
    body.put("createdAt", createdAt(service));
    body.put("placementConstraints", List.of());
    body.put("placementStrategy", placement(service));
    Map<String, Object> network = network(service);
    if (network != null) {
      body.put("networkConfiguration", network);
    }
    if (!service.loadBalancer().isEmpty()) {
      body.put("healthCheckGracePeriodSeconds", 60);
    }
    body.put("schedulingStrategy", service.launch() == Launch.EC2_DAEMON ? "DAEMON" : "REPLICA");
    body.put("deploymentController", Body.of("type", codeDeploy ? "CODE_DEPLOY" : "ECS"));
    body.put("tags", Body.ecsTags(tags(service)));
    body.put("enableECSManagedTags", true);
    if (service.tagged()) {
      body.put("propagateTags", "SERVICE");
    } else {
      body.put("propagateTags", "NONE");
    }
    body.put("enableExecuteCommand", service.flaws().contains(Flaw.EXEC_UNLOGGED));
    body.put("availabilityZoneRebalancing", "ENABLED");
    envelopes.add(Kind.ECS_SERVICE, service.arn(), body);
    if (codeDeploy) {
      envelopes.add(
          Kind.ECS_TASK_SET, String.valueOf(taskSet(service).get("taskSetArn")), taskSet(service));
    }
  }

  private String createdAt(Service service) {
    return Body.time(organisation.timeline().firstHour() + service.firstDay() * 24);
  }

  private static List<Object> strategy(Service service) {
    return switch (service.launch()) {
      case FARGATE -> List.of();
      case FARGATE_SPOT -> List.of(item("FARGATE_SPOT", 1, 0));
      case FARGATE_MIXED -> List.of(item("FARGATE", 0, 2), item("FARGATE_SPOT", 1, 0));
      case EC2 -> List.of(item(service.pool(), 1, 0));
      case EC2_DAEMON -> List.of();
    };
  }

  private static Map<String, Object> item(String provider, int weight, int base) {
    return Body.of("capacityProvider", provider, "weight", weight, "base", base);
  }

  private static String platformVersion(Service service, boolean onService) {
    if (service.flaws().contains(Flaw.OLD_PLATFORM)) {
      return "1.3.0";
    }
    if (onService) {
      return "LATEST";
    }
    return service.processor() == Processor.WINDOWS ? "1.0.0" : "1.4.0";
  }

  private List<Object> deployments(Service service, int desired) {
    boolean two = service.flaws().contains(Flaw.TWO_REVISIONS);
    List<Object> deployments = new ArrayList<>();
    deployments.add(deployment(service, "PRIMARY", TaskDefinitions.CURRENT, desired, 0));
    if (two) {
      deployments.add(deployment(service, "ACTIVE", TaskDefinitions.PREVIOUS, desired, -20 * 24));
    }
    return deployments;
  }

  private Map<String, Object> deployment(
      Service service, String status, int revision, int count, int hourOffset) {
    int hour = Fleet.deployedHour(organisation, service) + hourOffset;
    return Body.of(
        "id",
        "ecs-svc/"
            + Math.floorMod(
                Seeds.hash(organisation.seed(), service.arn(), revision),
                9_000_000_000_000_000_000L),
        "status",
        status,
        "taskDefinition",
        TaskDefinitions.arn(service, revision),
        "desiredCount",
        count,
        "pendingCount",
        0,
        "runningCount",
        count,
        "failedTasks",
        0,
        "createdAt",
        Body.time(hour),
        "updatedAt",
        Body.time(hour),
        "launchType",
        strategy(service).isEmpty() ? service.launch().fargate() ? "FARGATE" : "EC2" : null,
        "platformVersion",
        service.launch().fargate() ? platformVersion(service, false) : null,
        "networkConfiguration",
        network(service),
        "rolloutState",
        "COMPLETED");
  }

  private Map<String, Object> taskSet(Service service) {
    String id = "ecs-svc/" + Math.floorMod(Seeds.hash(1, service.arn()), 1_000_000_000_000L);
    return Body.of(
        "id",
        id,
        "taskSetArn",
        service
            .cluster()
            .arn("ecs", "task-set/" + service.cluster().name() + "/" + service.name() + "/" + id),
        "serviceArn",
        service.arn(),
        "clusterArn",
        service.cluster().arn(),
        "status",
        "PRIMARY",
        "taskDefinition",
        TaskDefinitions.arn(service, TaskDefinitions.CURRENT),
        "computedDesiredCount",
        desired(service),
        "pendingCount",
        0,
        "runningCount",
        desired(service),
        "createdAt",
        Body.time(Fleet.deployedHour(organisation, service)),
        "launchType",
        "FARGATE",
        "platformVersion",
        platformVersion(service, false),
        "networkConfiguration",
        network(service),
        "loadBalancers",
        loadBalancers(service),
        "scale",
        Body.of("value", 100.0, "unit", "PERCENT"),
        "stabilityStatus",
        "STEADY_STATE");
  }

  private static List<Object> placement(Service service) {
    if (service.launch() != Launch.EC2) {
      return List.of();
    }
    if (service.cluster().pool(service.pool()).placement().equals("binpack")) {
      return List.of(Body.of("type", "binpack", "field", "MEMORY"));
    }
    return List.of(
        Body.of("type", "spread", "field", "attribute:ecs.availability-zone"),
        Body.of("type", "spread", "field", "instanceId"));
  }

  private List<Object> loadBalancers(Service service) {
    if (service.loadBalancer().isEmpty()) {
      return List.of();
    }
    return List.of(
        Body.of(
            "targetGroupArn",
            service
                .cluster()
                .arn("elasticloadbalancing", Networks.targetGroupSuffix(organisation, service)),
            "containerName",
            service.name(),
            "containerPort",
            8080));
  }

  private static @Nullable Map<String, Object> network(Service service) {
    if (!TaskDefinitions.networkMode(service).equals("awsvpc")) {
      return null;
    }
    boolean publicly = service.flaws().contains(Flaw.PUBLIC_IP);
    List<String> subnets =
        NetworkInventory.subnetIds(service.cluster(), publicly ? "public" : "private");
    return Body.of(
        "awsvpcConfiguration",
        Body.of(
            "subnets",
            service.flaws().contains(Flaw.SINGLE_AZ) ? subnets.subList(0, 1) : subnets,
            "securityGroups",
            List.of(NetworkInventory.securityGroupId(service)),
            "assignPublicIp",
            publicly ? "ENABLED" : "DISABLED"));
  }

  private void definitions(Service service) {
    definition(service, TaskDefinitions.CURRENT, service.cpuUnits(), service.memoryMiB());
    if (service.resizedDay() != Service.NEVER) {
      definition(
          service, TaskDefinitions.PREVIOUS, service.earlierCpuUnits(), service.earlierMemoryMiB());
    } else if (service.flaws().contains(Flaw.TWO_REVISIONS)) {
      definition(service, TaskDefinitions.PREVIOUS, service.cpuUnits(), service.memoryMiB());
    }
  }

  private void definition(Service service, int revision, int cpuUnits, int memoryMiB) {
    envelopes.add(
        Kind.ECS_TASK_DEFINITION,
        TaskDefinitions.arn(service, revision),
        definitions.body(service, revision, cpuUnits, memoryMiB));
  }

  private void tasks(Service service) {
    for (TaskRun task : fleet.tasks(service)) {
      if (task.endHour() > lastHour) {
        envelopes.add(Kind.ECS_TASK, task.arn(), task(task, "RUNNING"));
      }
    }
    int lastDay = organisation.timeline().days() - 1;
    boolean leaks = service.archetype() == Archetype.MEMORY_LEAK;
    for (TaskRun task : fleet.tasks(service)) {
      int endedDay = (task.endHour() - organisation.timeline().firstHour()) / 24;
      if (leaks && endedDay <= lastDay && DayLoad.leakRestarts(endedDay)) {
        envelopes.add(Kind.ECS_TASK, task.arn(), killed(task));
      }
    }
  }

  private Map<String, Object> task(TaskRun task, String status) {
    Service service = task.service();
    Instance instance = task.instance();
    return Body.of(
        "taskArn",
        task.arn(),
        "clusterArn",
        service.cluster().arn(),
        "taskDefinitionArn",
        TaskDefinitions.arn(service, TaskDefinitions.CURRENT),
        "group",
        "service:" + service.name(),
        "lastStatus",
        status,
        "desiredStatus",
        status,
        "launchType",
        instance == null ? "FARGATE" : "EC2",
        "capacityProviderName",
        instance != null
            ? instance.pool().name()
            : task.spot() ? "FARGATE_SPOT" : strategy(service).isEmpty() ? null : "FARGATE",
        "containerInstanceArn",
        instance == null ? null : containerInstanceArn(instance),
        "platformVersion",
        instance == null ? platformVersion(service, false) : null,
        "availabilityZone",
        task.zone(),
        "cpu",
        Integer.toString(task.cpuUnits()),
        "memory",
        Integer.toString(task.memoryMiB()),
        "createdAt",
        Body.time(task.firstHour()),
        "startedAt",
        Body.time(task.firstHour()),
        "startedBy",
        "ecs-svc/" + service.name(),
        "attachments",
        instance == null ? List.of(attachment(task)) : List.of(),
        "containers",
        List.of(
            Body.of(
                "name",
                service.name(),
                "lastStatus",
                status,
                "imageDigest",
                TaskDefinitions.digest(organisation.seed(), service),
                "cpu",
                Integer.toString(task.cpuUnits()),
                "memory",
                Integer.toString(task.memoryMiB()))),
        "overrides",
        Body.of("containerOverrides", List.of()),
        "tags",
        List.of());
  }

  private Map<String, Object> attachment(TaskRun task) {
    return Body.of(
        "id",
        Seeds.uuid(organisation.seed(), "attachment", task.id()),
        "type",
        "ElasticNetworkInterface",
        "status",
        "ATTACHED",
        "details",
        List.of(attribute("networkInterfaceId", Networks.interfaceId(organisation, task))));
  }

  private Map<String, Object> killed(TaskRun task) {
    Map<String, Object> body = task(task, "STOPPED");
    body.put("stoppedAt", Body.time(task.endHour()));
    body.put("stopCode", "EssentialContainerExited");
    body.put("stoppedReason", "Essential container in task exited");
    body.put(
        "containers",
        List.of(
            Body.of(
                "name",
                task.service().name(),
                "lastStatus",
                "STOPPED",
                "exitCode",
                137,
                "reason",
                "OutOfMemoryError: Container killed due to memory usage",
                "cpu",
                Integer.toString(task.cpuUnits()),
                "memory",
                Integer.toString(task.memoryMiB()))));
    return body;
  }

  /** Fewest and most tasks of a service's scalable target; null where nothing scales it. */
  static int @Nullable [] capacity(Service service, int running) {
    if (service.countRule() == CountRule.FIXED) {
      return null;
    }
    if (service.countRule() == CountRule.TRACKING) {
      return new int[] {service.tasks(), service.maxTasks()};
    }
    return new int[] {running, running};
  }
}
