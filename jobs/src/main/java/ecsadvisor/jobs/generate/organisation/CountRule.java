package ecsadvisor.jobs.generate.organisation;

/** What sets a service's number of tasks. */
public enum CountRule {
  /** Always the desired count. */
  FIXED,
  /** Target tracking on CPU between the desired count and the maximum. */
  TRACKING,
  /** Scheduled actions: the desired count in office hours, nothing outside them. */
  OFFICE,
  /** Scheduled actions: the desired count in the night window, nothing outside it. */
  NIGHT
}
