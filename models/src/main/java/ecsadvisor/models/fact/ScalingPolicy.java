package ecsadvisor.models.fact;

import org.jspecify.annotations.Nullable;

/**
 * A scaling policy of a service.
 *
 * @param policyType TargetTrackingScaling, StepScaling or PredictiveScaling
 * @param predefinedMetric such as ECSServiceAverageCPUUtilization; empty for a custom metric
 * @param targetValue the tracked value (percent for CPU and memory), or null
 * @param scaleInDisabled whether it only scales out
 */
public record ScalingPolicy(
    String policyType,
    String predefinedMetric,
    @Nullable Double targetValue,
    boolean scaleInDisabled) {}
