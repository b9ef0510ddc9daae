package ecsadvisor.models.ledger;

/** What a control says of its question in a run that does not repeat the recommendation. */
public enum Answer {
  /** Judged: nothing is to be gained. */
  NOTHING_TO_GAIN,
  /** Judged: the question does not arise. */
  NOT_APPLICABLE,
  /** Not judged: evidence is missing, or the run did not look there. */
  WITHHELD
}
