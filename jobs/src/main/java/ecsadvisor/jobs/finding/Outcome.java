package ecsadvisor.jobs.finding;

/** How the run ends for a service: exactly one of three. */
public enum Outcome {
  /** At least one change is proposed. */
  ADVISED,
  /** Judged on evidence, and nothing is to be gained. */
  OPTIMAL,
  /** What is known does not settle it; the reasons say what is missing. */
  WITHHELD
}
