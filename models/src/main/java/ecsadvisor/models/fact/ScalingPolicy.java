package ecsadvisor.models.fact;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A scaling policy of a service.
 *
 * @param policyType TargetTrackingScaling, StepScaling or PredictiveScaling
 * @param predefinedMetric such as ECSServiceAverageCPUUtilization; empty for a custom metric
 * @param targetValue the tracked value (percent for CPU and memory), or null
 * @param scaleInDisabled whether it only scales out
 * @param name the policy's name; empty where the source does not say
 * @param scaleOutCooldownSeconds seconds between scaling out, or null where not set
 * @param scaleInCooldownSeconds seconds between scaling in, or null likewise
 */
public record ScalingPolicy(
    String policyType,
    String predefinedMetric,
    @Nullable Double targetValue,
    boolean scaleInDisabled,
    String name,
    @Nullable Integer scaleOutCooldownSeconds,
    @Nullable Integer scaleInCooldownSeconds)
    implements Serializable {}
