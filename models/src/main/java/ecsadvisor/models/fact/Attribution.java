package ecsadvisor.models.fact;

/** How a line of the bill found its service or cluster, most certain first. */
public enum Attribution {
  /** The line's tag {@code aws:ecs:serviceName}. */
  SERVICE_TAG,
  /** The task's ARN, looked up in the inventory or in the telemetry. */
  TASK_ARN,
  /** Only the cluster is known, from the task's ARN or the cluster tag. */
  CLUSTER_ONLY,
  /** A line of ECS or Fargate that names no cluster. */
  OTHER_ECS,
  /** Not a line of ECS. */
  NOT_ECS
}
