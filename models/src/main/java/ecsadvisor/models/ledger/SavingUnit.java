package ecsadvisor.models.ledger;

/** What a saving is counted by. */
public enum SavingUnit {
  /** Cost of an hour of a task: the change makes tasks cheaper and does not change how many run. */
  TASK_HOUR,
  /** Cost of an hour of a reserved vCPU: the change makes a cluster carry its tasks cheaper. */
  RESERVED_VCPU_HOUR,
  /** Cost of a day, against what it would have been at that load: the change makes fewer run. */
  DAY,
  /** Not to be measured on the cost of the resource. */
  NONE
}
