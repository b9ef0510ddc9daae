package ecsadvisor.models.finding;

import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.PlacementRule;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.ScheduledAction;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do, with what is needed to undo it. A proposal's steps are done in order and undone
 * in reverse; the exporter of patches turns each into commands and fragments.
 */
public sealed interface Step extends Serializable
    permits Step.ReviseTask,
        Step.SetDesiredCount,
        Step.SetCapacityProviders,
        Step.SetPlacement,
        Step.TrackTarget,
        Step.SetBounds,
        Step.Schedule,
        Step.SetTargetGroupAttribute,
        Step.ResizeGroup,
        Step.PutLifecyclePolicy,
        Step.Delete,
        Step.MergeLoadBalancer,
        Step.BuyCommitment,
        Step.WatchCost,
        SecurityStep {

  /**
   * Register a revision of the service's task definition and deploy it.
   *
   * @param taskDefinitionArn the revision that runs now, the one to return to
   * @param cpuUnits task-level CPU units, or null where they stay
   * @param memoryMiB task-level memory, or null where it stays
   * @param platform the platform to move to, or null where it stays
   * @param containers container limits that change
   */
  record ReviseTask(
      String taskDefinitionArn,
      @Nullable Integer cpuUnits,
      @Nullable Integer memoryMiB,
      @Nullable Platform platform,
      List<ContainerProposal> containers)
      implements Step {
    public ReviseTask {
      containers = List.copyOf(containers);
    }
  }

  /** Set the number of tasks that a service wants. */
  record SetDesiredCount(int before, int after) implements Step {}

  /**
   * Change a service's capacity provider strategy.
   *
   * @param before the strategy now; empty where a launch type is set instead
   * @param launchTypeBefore the launch type now; empty where a strategy is set
   * @param after the strategy proposed
   */
  record SetCapacityProviders(
      List<CapacityProviderItem> before, String launchTypeBefore, List<CapacityProviderItem> after)
      implements Step {
    public SetCapacityProviders {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /** Change a service's placement strategy. */
  record SetPlacement(List<PlacementRule> before, List<PlacementRule> after) implements Step {
    public SetPlacement {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /**
   * Have Application Auto Scaling set the number of tasks.
   *
   * @param before the bounds now, or null where nothing scales the service
   * @param after the bounds proposed
   * @param policyName name of the policy that is put
   * @param metric predefined metric to track, such as ECSServiceAverageCPUUtilization
   * @param targetBefore tracked value of a policy of that name now, percent, or null for no policy
   * @param targetAfter tracked value proposed, percent
   * @param scaleOutCooldownSeconds seconds between scaling out
   * @param scaleInCooldownSeconds seconds between scaling in
   */
  record TrackTarget(
      @Nullable Bounds before,
      Bounds after,
      String policyName,
      String metric,
      @Nullable Double targetBefore,
      double targetAfter,
      int scaleOutCooldownSeconds,
      int scaleInCooldownSeconds)
      implements Step {}

  /** Set the fewest and most tasks of a scalable target, its policies left as they are. */
  record SetBounds(Bounds before, Bounds after) implements Step {}

  /** Fewest and most tasks of a scalable target. */
  record Bounds(int minimum, int maximum) implements Serializable {}

  /**
   * Stop and start a service on a schedule.
   *
   * @param scalable whether the service is a scalable target already; where it is not, the recorded
   *     counts are registered first
   * @param recorded the bounds that the start restores
   * @param desiredCount the number of tasks that the start restores
   * @param actions the actions to put
   * @param windows the windows that they make, for people
   */
  record Schedule(
      boolean scalable,
      Bounds recorded,
      int desiredCount,
      List<ScheduledAction> actions,
      List<OffWindow> windows)
      implements Step {
    public Schedule {
      actions = List.copyOf(actions);
      windows = List.copyOf(windows);
    }
  }

  /**
   * A window of the week in which a service is stopped.
   *
   * @param days the local days on which it begins, such as {@code MON-FRI}
   * @param offTime local time of the stop, {@code HH:mm}
   * @param onTime local time of the start, on the first day after the window
   * @param timezone IANA name
   * @param stopExpression the stop's schedule expression
   * @param startExpression the start's
   * @param evidenceWeeks full weeks in which it was looked for
   * @param violations weeks of those in which something happened inside it
   */
  record OffWindow(
      String days,
      String offTime,
      String onTime,
      String timezone,
      String stopExpression,
      String startExpression,
      int evidenceWeeks,
      int violations)
      implements Serializable {}

  /** Change an attribute of a target group. */
  record SetTargetGroupAttribute(String targetGroupArn, String key, String before, String after)
      implements Step {}

  /**
   * Set the size and instance types of a capacity provider's Auto Scaling group.
   *
   * @param autoScalingGroup the group's name
   * @param typesBefore instance types now, most used first
   * @param typesAfter instance types proposed, most used first
   * @param instancesBefore instances now
   * @param instancesAfter instances proposed
   * @param spotPercent share of the instances to buy on Spot, percent
   */
  record ResizeGroup(
      String capacityProvider,
      String autoScalingGroup,
      List<String> typesBefore,
      List<String> typesAfter,
      int instancesBefore,
      int instancesAfter,
      int spotPercent)
      implements Step {
    public ResizeGroup {
      typesBefore = List.copyOf(typesBefore);
      typesAfter = List.copyOf(typesAfter);
    }
  }

  /** Give a repository a lifecycle policy; before is empty where it has none. */
  record PutLifecyclePolicy(String repositoryName, String before, String after) implements Step {}

  /**
   * Delete something that nothing uses.
   *
   * @param kind LOAD_BALANCER, TARGET_GROUP, EBS_VOLUME, TASK_DEFINITION or ECS_SERVICE
   * @param arnOrId what to delete
   * @param name its name
   */
  record Delete(String kind, String arnOrId, String name) implements Step {}

  /**
   * Move target groups to the listener of another load balancer, then delete the emptied one.
   *
   * @param fromArn the load balancer to empty
   * @param intoArn the one that takes over
   * @param targetGroupArns what moves
   */
  record MergeLoadBalancer(String fromArn, String intoArn, List<String> targetGroupArns)
      implements Step {
    public MergeLoadBalancer {
      targetGroupArns = List.copyOf(targetGroupArns);
    }
  }

  /**
   * Buy a commitment. Nothing undoes it, so it is printed as a command to be run by hand.
   *
   * @param planType COMPUTE_SP, EC2_INSTANCE_SP or RESERVED_INSTANCE
   * @param term ONE_YEAR or THREE_YEARS
   * @param paymentOption NO_UPFRONT, PARTIAL_UPFRONT or ALL_UPFRONT
   * @param hourlyCommitment currency units an hour
   */
  record BuyCommitment(
      String planType, String term, String paymentOption, double hourlyCommitment, String currency)
      implements Step {}

  /**
   * Watch the costs of an account.
   *
   * @param kind BUDGET, ANOMALY_MONITOR or COST_ALLOCATION_TAG
   * @param name name of the budget or monitor, key of the tag
   * @param monthlyLimit limit of a budget, else 0
   */
  record WatchCost(String kind, String accountId, String name, double monthlyLimit, String currency)
      implements Step {}
}
