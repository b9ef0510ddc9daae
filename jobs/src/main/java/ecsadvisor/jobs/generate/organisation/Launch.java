package ecsadvisor.jobs.generate.organisation;

/** How a service's tasks are launched. */
public enum Launch {
  FARGATE,
  FARGATE_SPOT,
  /** A base of two on demand, the rest on Spot. */
  FARGATE_MIXED,
  EC2,
  EC2_DAEMON;

  /** Whether Fargate runs the tasks. */
  public boolean fargate() {
    return this == FARGATE || this == FARGATE_SPOT || this == FARGATE_MIXED;
  }
}
