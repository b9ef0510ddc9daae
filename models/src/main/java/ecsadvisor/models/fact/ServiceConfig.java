package ecsadvisor.models.fact;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory says of a service.
 *
 * @param serviceArn the service's ARN
 * @param collectedAt when the inventory was read
 * @param launchType where the tasks run, after capacity providers have been resolved
 * @param capacityProviders the strategy; empty when a launch type is set
 * @param schedulingStrategy REPLICA or DAEMON
 * @param desiredCount tasks wanted
 * @param runningCount tasks running
 * @param createdAt when the service was created, or null
 * @param tags the service's tags
 * @param deployments deployments and task sets, the primary one first
 * @param taskDefinitions the revisions that those run, as far as the inventory has them
 * @param scaling how its count is set, or null where nothing scales it
 * @param scalingKnown whether the inventory was complete for Application Auto Scaling; if not, a
 *     null {@code scaling} means "not known"
 * @param outOfMemoryKills kills that the stopped tasks of the inventory tell of
 * @param layout how it is deployed, placed and reached
 */
public record ServiceConfig(
    String serviceArn,
    Instant collectedAt,
    LaunchType launchType,
    List<CapacityProviderItem> capacityProviders,
    String schedulingStrategy,
    int desiredCount,
    int runningCount,
    @Nullable Instant createdAt,
    List<Tag> tags,
    List<Deployment> deployments,
    List<TaskDefinition> taskDefinitions,
    @Nullable Scaling scaling,
    boolean scalingKnown,
    List<OutOfMemoryKill> outOfMemoryKills,
    ServiceLayout layout)
    implements Serializable {
  public ServiceConfig {
    capacityProviders = List.copyOf(capacityProviders);
    tags = List.copyOf(tags);
    deployments = List.copyOf(deployments);
    taskDefinitions = List.copyOf(taskDefinitions);
    outOfMemoryKills = List.copyOf(outOfMemoryKills);
  }

  /** The revision that the primary deployment runs, or null where the inventory lacks it. */
  public @Nullable TaskDefinition primaryTaskDefinition() {
    if (deployments.isEmpty()) {
      return null;
    }
    return taskDefinition(deployments.get(0).taskDefinitionArn());
  }

  /** The revision with that ARN, or null where the inventory lacks it. */
  public @Nullable TaskDefinition taskDefinition(String arn) {
    for (TaskDefinition definition : taskDefinitions) {
      if (definition.arn().equals(arn)) {
        return definition;
      }
    }
    return null;
  }

  /** The same service with another capacity provider strategy. */
  public ServiceConfig withCapacityProviders(List<CapacityProviderItem> others) {
    return new ServiceConfig(
        serviceArn,
        collectedAt,
        launchType,
        others,
        schedulingStrategy,
        desiredCount,
        runningCount,
        createdAt,
        tags,
        deployments,
        taskDefinitions,
        scaling,
        scalingKnown,
        outOfMemoryKills,
        layout);
  }

  /** The same service with another number of tasks wanted. */
  public ServiceConfig withDesiredCount(int count) {
    return new ServiceConfig(
        serviceArn,
        collectedAt,
        launchType,
        capacityProviders,
        schedulingStrategy,
        count,
        runningCount,
        createdAt,
        tags,
        deployments,
        taskDefinitions,
        scaling,
        scalingKnown,
        outOfMemoryKills,
        layout);
  }

  /** The same service with another scaling. */
  public ServiceConfig withScaling(@Nullable Scaling other) {
    return new ServiceConfig(
        serviceArn,
        collectedAt,
        launchType,
        capacityProviders,
        schedulingStrategy,
        desiredCount,
        runningCount,
        createdAt,
        tags,
        deployments,
        taskDefinitions,
        other,
        scalingKnown,
        outOfMemoryKills,
        layout);
  }

  /** The same service with its primary revision replaced by one of the same ARN. */
  public ServiceConfig withPrimaryTaskDefinition(TaskDefinition other) {
    List<TaskDefinition> others =
        taskDefinitions.stream()
            .map(definition -> definition.arn().equals(other.arn()) ? other : definition)
            .toList();
    return new ServiceConfig(
        serviceArn,
        collectedAt,
        launchType,
        capacityProviders,
        schedulingStrategy,
        desiredCount,
        runningCount,
        createdAt,
        tags,
        deployments,
        others,
        scaling,
        scalingKnown,
        outOfMemoryKills,
        layout);
  }
}
