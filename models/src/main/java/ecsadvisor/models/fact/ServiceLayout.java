package ecsadvisor.models.fact;

import java.io.Serializable;
import java.util.List;

/**
 * How a service is deployed, placed and reached, as the inventory says.
 *
 * @param minimumHealthyPercent share of the desired tasks that must run during a deployment,
 *     percent
 * @param maximumPercent share of the desired tasks that may run during a deployment, percent
 * @param deploymentController ECS, CODE_DEPLOY or EXTERNAL
 * @param subnetIds the subnets of its tasks' own network interfaces; empty without awsvpc
 * @param availabilityZones zones in which its tasks may run, sorted: of its subnets, else of its
 *     cluster's instances; empty where not known
 * @param placementConstraints the service's and its task definition's constraints
 * @param placementStrategies in the order in which they apply
 * @param targetGroups the target groups that it is registered with
 * @param targetGroupsKnown whether the inventory has them all; if not, an empty list says nothing
 * @param tasks a sample of its tasks, running and stopped, ordered by their start
 * @param tasksKnown whether the running tasks are all there
 * @param images what its tasks run, one entry per container of the primary revision
 */
public record ServiceLayout(
    int minimumHealthyPercent,
    int maximumPercent,
    String deploymentController,
    List<String> subnetIds,
    List<String> availabilityZones,
    List<PlacementRule> placementConstraints,
    List<PlacementRule> placementStrategies,
    List<TargetGroup> targetGroups,
    boolean targetGroupsKnown,
    List<TaskRun> tasks,
    boolean tasksKnown,
    List<ServiceImage> images)
    implements Serializable {
  /** Nothing but ECS's defaults. */
  public static final ServiceLayout UNKNOWN =
      new ServiceLayout(
          100, 200, "ECS", List.of(), List.of(), List.of(), List.of(), List.of(), false, List.of(),
          false, List.of());

  public ServiceLayout {
    subnetIds = List.copyOf(subnetIds);
    availabilityZones = List.copyOf(availabilityZones);
    placementConstraints = List.copyOf(placementConstraints);
    placementStrategies = List.copyOf(placementStrategies);
    targetGroups = List.copyOf(targetGroups);
    tasks = List.copyOf(tasks);
    images = List.copyOf(images);
  }
}
