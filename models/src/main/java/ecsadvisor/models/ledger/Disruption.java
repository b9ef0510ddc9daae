package ecsadvisor.models.ledger;

/** What a change does to what runs. */
public enum Disruption {
  /** Nothing that runs is touched. */
  NONE,
  /** The number of tasks follows other rules; each task stays as it is. */
  RULES,
  /** Tasks are replaced in a rolling deployment. */
  RESTART,
  /** Tasks move to other capacity. */
  CAPACITY,
  /** Something goes away, perhaps with its data. */
  REMOVAL,
  /** Money is bound; nothing undoes it. */
  PURCHASE
}
