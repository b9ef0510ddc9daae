package ecsadvisor.models.cost;

import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ScalingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a service's scaling policies hold steady.
 *
 * @param cpuTarget tracked share of the CPU reservation, or null
 * @param memoryTarget tracked share of the memory reservation, or null
 * @param isOpaque whether a policy follows a metric that the inventory does not name, such as step
 *     scaling or a custom metric
 */
record TrackedMetric(@Nullable Double cpuTarget, @Nullable Double memoryTarget, boolean isOpaque) {
  /** Policies whose metric does not depend on the task's size. */
  private static final String REQUESTS = "ALBRequestCount";

  /** Adds tasks ahead of a forecast and never takes any away, so it tracks nothing. */
  private static final String PREDICTIVE = "PredictiveScaling";

  static TrackedMetric of(@Nullable Scaling scaling) {
    Double cpu = null;
    Double memory = null;
    boolean opaque = false;
    if (scaling != null) {
      for (ScalingPolicy policy : scaling.policies()) {
        if (policy.policyType().equals(PREDICTIVE)) {
          continue;
        }
        Double value = policy.targetValue();
        double target = value == null ? 0 : value;
        String metric = policy.predefinedMetric();
        boolean tracks = target > 0;
        if (tracks && metric.contains("CPU")) {
          cpu = least(cpu, target / 100);
        } else if (tracks && metric.contains("Memory")) {
          memory = least(memory, target / 100);
        } else if (!metric.startsWith(REQUESTS)) {
          opaque = true;
        }
      }
    }
    return new TrackedMetric(cpu, memory, opaque);
  }

  /** Whether the number of tasks follows from the task's size. */
  boolean followsSize() {
    return cpuTarget != null || memoryTarget != null;
  }

  private static Double least(@Nullable Double known, double target) {
    return known == null ? target : Math.min(known, target);
  }
}
