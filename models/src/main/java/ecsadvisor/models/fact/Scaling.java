package ecsadvisor.models.fact;

import java.io.Serializable;
import java.util.List;

/**
 * How Application Auto Scaling sets the number of tasks.
 *
 * @param minCapacity fewest tasks
 * @param maxCapacity most tasks
 * @param policies the policies of the scalable target
 * @param scheduledActions its scheduled actions, by name
 */
public record Scaling(
    int minCapacity,
    int maxCapacity,
    List<ScalingPolicy> policies,
    List<ScheduledAction> scheduledActions)
    implements Serializable {
  public Scaling {
    policies = List.copyOf(policies);
    scheduledActions = List.copyOf(scheduledActions);
  }
}
