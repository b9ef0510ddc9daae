package ecsadvisor.models.fact;

/** What stands behind a task's volume. */
public enum VolumeKind {
  /** Empty space that lives and dies with the task. */
  SCRATCH,
  /** A directory of the host. */
  HOST_PATH,
  /** A volume of the host's Docker daemon that outlives the task. */
  DOCKER,
  EFS,
  FSX,
  /** An EBS volume attached to each task. */
  EBS
}
