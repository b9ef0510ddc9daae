package ecsadvisor.models.fact;

/** Where a service's tasks run. */
public enum LaunchType {
  FARGATE,
  EC2,
  MANAGED_INSTANCES,
  EXTERNAL,
  UNKNOWN
}
