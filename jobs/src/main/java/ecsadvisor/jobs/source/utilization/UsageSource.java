package ecsadvisor.jobs.source.utilization;

/**
 * Where points of a metric come from, preferred ones first. Points of two sources are never mixed
 * in one day.
 */
public enum UsageSource {
  /** CloudWatch's free service metrics, namespace AWS/ECS. */
  CLOUDWATCH,
  /** Metrics of Container Insights, namespace ECS/ContainerInsights. */
  CONTAINER_INSIGHTS,
  /** Performance events of Container Insights, one per service and minute. */
  SERVICE_EVENTS,
  /** Performance events of Container Insights, one per task or container and minute. */
  TASK_EVENTS
}
