package ecsadvisor.models.security.network;

import ecsadvisor.models.fact.ServiceLayout;

/** Layouts of services in tests of this package. */
final class Layouts {
  private static final ServiceLayout PLAIN = ServiceLayout.UNKNOWN;

  private Layouts() {}

  static ServiceLayout controlledBy(String controller) {
    return layout(controller, false);
  }

  /** All running tasks are in the inventory. */
  static ServiceLayout withAllTasks() {
    return layout("ECS", true);
  }

  private static ServiceLayout layout(String controller, boolean tasksKnown) {
    return new ServiceLayout(
        PLAIN.minimumHealthyPercent(),
        PLAIN.maximumPercent(),
        controller,
        PLAIN.subnetIds(),
        PLAIN.availabilityZones(),
        PLAIN.placementConstraints(),
        PLAIN.placementStrategies(),
        PLAIN.targetGroups(),
        PLAIN.targetGroupsKnown(),
        PLAIN.tasks(),
        tasksKnown,
        PLAIN.images());
  }
}
