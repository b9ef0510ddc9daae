package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Archetype;
import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Launch;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Processor;
import ecsadvisor.jobs.generate.organisation.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Services. */
final class ServiceInventory {
  private final Organisation organisation;
  private final Envelopes envelopes;
  private final ServiceDeployments deployments;
  private final int lastHour;

  ServiceInventory(Organisation organisation, Envelopes envelopes) {
    this.organisation = organisation;
    this.envelopes = envelopes;
    this.deployments = new ServiceDeployments(organisation);
    this.lastHour = organisation.timeline().endHour() - 1;
  }

  private int desired(Service service) {
    return service.launch() == Launch.EC2_DAEMON
        ? service.cluster().pool(service.pool()).instances()
        : service.count(organisation.timeline(), lastHour);
  }

  private boolean blueGreen(Service service) {
    return service.name().endsWith("recommendation-api");
  }

  void add(Service service) {
    int desired = desired(service);
    boolean codeDeploy = blueGreen(service);
    boolean onPool = !service.launch().fargate();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("serviceArn", service.arn());
    body.put("serviceName", service.name());
    body.put("clusterArn", service.cluster().arn());
    body.put("loadBalancers", ServiceNetwork.loadBalancers(organisation, service));
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
      body.put("taskSets", List.of(deployments.taskSet(service, desired)));
    }
    body.put("deployments", codeDeploy ? List.of() : deployments.of(service, desired));
    body.put("roleArn", Identities.serviceLinkedRoleArn(service));
    body.put("events", List.of());
    body.put("createdAt", createdAt(service));
    body.put("placementConstraints", constraints(service));
    body.put("placementStrategy", placement(service));
    Map<String, Object> network = ServiceNetwork.of(service);
    if (network != null) {
      body.put("networkConfiguration", network);
    }
    if (!service.loadBalancer().isEmpty()) {
      body.put("healthCheckGracePeriodSeconds", 60);
    }
    body.put("schedulingStrategy", service.launch() == Launch.EC2_DAEMON ? "DAEMON" : "REPLICA");
    body.put("deploymentController", Body.of("type", codeDeploy ? "CODE_DEPLOY" : "ECS"));
    body.put("tags", Body.ecsTags(EcsInventory.tags(service)));
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
          Kind.ECS_TASK_SET,
          String.valueOf(deployments.taskSet(service, desired).get("taskSetArn")),
          deployments.taskSet(service, desired));
    }
  }

  private String createdAt(Service service) {
    return Body.time(organisation.timeline().firstHour() + service.firstDay() * 24);
  }

  /** The capacity provider strategy; empty where a launch type is set. */
  static List<Object> strategy(Service service) {
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

  /** The platform version as the service or, resolved, a deployment or task says it. */
  static String platformVersion(Service service, boolean onService) {
    if (service.flaws().contains(Flaw.OLD_PLATFORM)) {
      return "1.3.0";
    }
    if (onService) {
      return "LATEST";
    }
    return service.processor() == Processor.WINDOWS ? "1.0.0" : "1.4.0";
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

  /** A pair that must not lose both tasks with one instance. */
  private static List<Object> constraints(Service service) {
    return service.archetype() == Archetype.SIDECAR && service.launch() == Launch.EC2
        ? List.of(Body.of("type", "distinctInstance"))
        : List.of();
  }
}
