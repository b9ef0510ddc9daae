package ecsadvisor.models.fact;

import java.util.List;

/**
 * How Application Auto Scaling sets the number of tasks.
 *
 * @param minCapacity fewest tasks
 * @param maxCapacity most tasks
 * @param policies the policies of the scalable target
 */
public record Scaling(int minCapacity, int maxCapacity, List<ScalingPolicy> policies) {
  public Scaling {
    policies = List.copyOf(policies);
  }
}
