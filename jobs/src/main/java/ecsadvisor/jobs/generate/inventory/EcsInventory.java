package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Cluster;
import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Service;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What ECS describes of an account and region: clusters, services, task definitions and tasks. */
final class EcsInventory {
  private final Organisation organisation;
  private final Envelopes envelopes;
  private final ClusterInventory clusters;
  private final ServiceInventory services;
  private final TaskInventory tasks;
  private final TaskDefinitions definitions;

  EcsInventory(Organisation organisation, Fleet fleet, Envelopes envelopes) {
    this.organisation = organisation;
    this.envelopes = envelopes;
    this.clusters = new ClusterInventory(organisation, fleet, envelopes);
    this.services = new ServiceInventory(organisation, envelopes);
    this.tasks = new TaskInventory(organisation, fleet, envelopes);
    this.definitions = new TaskDefinitions(organisation.seed());
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

  void add(List<Service> living) {
    for (Cluster cluster : organisation.clusters()) {
      if (cluster.account().equals(envelopes.place().account())
          && cluster.region().equals(envelopes.place().region())) {
        clusters.add(cluster);
      }
    }
    for (Service service : living) {
      services.add(service);
      definitions(service);
      tasks.add(service);
    }
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
}
