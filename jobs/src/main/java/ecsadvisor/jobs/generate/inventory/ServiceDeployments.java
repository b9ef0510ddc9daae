package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The deployments and task sets of services. */
final class ServiceDeployments {
  private final Organisation organisation;

  ServiceDeployments(Organisation organisation) {
    this.organisation = organisation;
  }

  /** The deployments that run so many tasks. */
  List<Object> of(Service service, int desired) {
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
        ServiceInventory.strategy(service).isEmpty()
            ? service.launch().fargate() ? "FARGATE" : "EC2"
            : null,
        "platformVersion",
        service.launch().fargate() ? ServiceInventory.platformVersion(service, false) : null,
        "networkConfiguration",
        ServiceNetwork.of(service),
        "rolloutState",
        "COMPLETED");
  }

  /** The task set through which CodeDeploy runs so many tasks. */
  Map<String, Object> taskSet(Service service, int desired) {
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
        desired,
        "pendingCount",
        0,
        "runningCount",
        desired,
        "createdAt",
        Body.time(Fleet.deployedHour(organisation, service)),
        "launchType",
        "FARGATE",
        "platformVersion",
        ServiceInventory.platformVersion(service, false),
        "networkConfiguration",
        ServiceNetwork.of(service),
        "loadBalancers",
        ServiceNetwork.loadBalancers(organisation, service),
        "scale",
        Body.of("value", 100.0, "unit", "PERCENT"),
        "stabilityStatus",
        "STEADY_STATE");
  }
}
