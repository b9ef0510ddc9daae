package ecsadvisor.jobs.source.utilization;

import ecsadvisor.models.fact.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Which CloudWatch metrics become facts, and how.
 *
 * <p>Only series with exactly the dimensions ClusterName and ServiceName are meant: Container
 * Insights publishes the same value under up to six dimension sets, and adding them up would count
 * it six times.
 */
enum MetricSelection {
  CPU_UTILIZATION(UsageSource.CLOUDWATCH, Metric.CPU_SHARE, 100),
  MEMORY_UTILIZATION(UsageSource.CLOUDWATCH, Metric.MEMORY_SHARE, 100),
  CPU_UTILIZED(UsageSource.CONTAINER_INSIGHTS, Metric.CPU_UNITS, 1),
  /** Labelled Megabytes, but the numbers are MiB. */
  MEMORY_UTILIZED(UsageSource.CONTAINER_INSIGHTS, Metric.MEMORY_MIB, 1),
  RUNNING_TASK_COUNT(UsageSource.CONTAINER_INSIGHTS, Metric.RUNNING_TASKS, 1);

  final UsageSource source;
  final Metric metric;
  final double divisor;

  MetricSelection(UsageSource source, Metric metric, double divisor) {
    this.source = source;
    this.metric = metric;
    this.divisor = divisor;
  }

  /** The selection of a metric; null when the job has no use for it. */
  static @Nullable MetricSelection of(String namespace, String metricName) {
    if (namespace.equals("AWS/ECS")) {
      return switch (metricName) {
        case "CPUUtilization" -> CPU_UTILIZATION;
        case "MemoryUtilization" -> MEMORY_UTILIZATION;
        default -> null;
      };
    }
    if (namespace.equals("ECS/ContainerInsights")) {
      return switch (metricName) {
        case "CpuUtilized" -> CPU_UTILIZED;
        case "MemoryUtilized" -> MEMORY_UTILIZED;
        case "RunningTaskCount" -> RUNNING_TASK_COUNT;
        default -> null;
      };
    }
    return null;
  }
}
