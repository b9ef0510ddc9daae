package ecsadvisor.models.cost;

import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ScalingPolicy;
import ecsadvisor.models.replay.TrackingRule;
import org.jspecify.annotations.Nullable;

/**
 * The policy on CPU that alone scales a service, as a rule that can be replayed.
 *
 * @param policy the policy
 * @param bounds the scalable target
 * @param rule the rule
 */
record CurrentPolicy(ScalingPolicy policy, Scaling bounds, TrackingRule rule) {
  /** Application Auto Scaling's default for ECS. */
  private static final int DEFAULT_COOLDOWN_SECONDS = 300;

  private static final String CPU = "ECSServiceAverageCPUUtilization";
  private static final String FAST = "HighResolution";

  /** The policy; null where something else scales the service, or several things do. */
  static @Nullable CurrentPolicy of(@Nullable Scaling scaling) {
    if (scaling == null || !scaling.scheduledActions().isEmpty()) {
      return null;
    }
    ScalingPolicy only = null;
    for (ScalingPolicy policy : scaling.policies()) {
      if (policy.policyType().equals("PredictiveScaling")) {
        continue;
      }
      if (only != null) {
        return null;
      }
      only = policy;
    }
    Double target = only == null ? null : only.targetValue();
    if (only == null
        || target == null
        || !(target > 0 && target <= 100)
        || !only.predefinedMetric().startsWith(CPU)
        || scaling.minCapacity() < 0
        || scaling.maxCapacity() < Math.max(1, scaling.minCapacity())) {
      return null;
    }
    TrackingRule rule =
        TrackingRule.classic(
            target / 100,
            scaling.minCapacity(),
            scaling.maxCapacity(),
            seconds(only.scaleInCooldownSeconds()) / 60);
    rule = only.predefinedMetric().endsWith(FAST) ? rule.highResolution() : rule;
    return new CurrentPolicy(only, scaling, only.scaleInDisabled() ? rule.withoutScaleIn() : rule);
  }

  /** Seconds between scaling out. */
  int scaleOutCooldownSeconds() {
    return seconds(policy.scaleOutCooldownSeconds());
  }

  /** Seconds between scaling in. */
  int scaleInCooldownSeconds() {
    return seconds(policy.scaleInCooldownSeconds());
  }

  private static int seconds(@Nullable Integer set) {
    return set == null ? DEFAULT_COOLDOWN_SECONDS : Math.max(0, set);
  }
}
