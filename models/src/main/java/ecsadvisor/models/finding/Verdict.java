package ecsadvisor.models.finding;

/** The outcome of a control for a service. */
public enum Verdict {
  PASS,
  FAIL,
  NOT_APPLICABLE,
  NO_DATA
}
