package ecsadvisor.models.fact;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target group that a load balancer forwards to.
 *
 * @param arn its ARN
 * @param loadBalancerArns the load balancers that forward to it; empty where none does
 * @param targetType ip, instance, lambda or alb
 * @param deregistrationDelaySeconds how long a target is drained, or null where the inventory does
 *     not say (AWS's default is 300)
 * @param sticky whether sessions stick to a target, or null likewise
 * @param healthCheckEnabled whether targets are checked
 * @param healthCheckIntervalSeconds seconds between checks
 * @param healthyThreshold checks until a target is taken for healthy
 */
public record TargetGroup(
    String arn,
    List<String> loadBalancerArns,
    String targetType,
    @Nullable Integer deregistrationDelaySeconds,
    @Nullable Boolean sticky,
    boolean healthCheckEnabled,
    int healthCheckIntervalSeconds,
    int healthyThreshold)
    implements Serializable {
  public TargetGroup {
    loadBalancerArns = List.copyOf(loadBalancerArns);
  }
}
