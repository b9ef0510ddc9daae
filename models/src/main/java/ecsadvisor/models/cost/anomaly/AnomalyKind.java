package ecsadvisor.models.cost.anomaly;

/** How costs left what was expected. */
public enum AnomalyKind {
  /** Up for one to three days. */
  SPIKE,
  /** Up to a new level. */
  STEP,
  /** Up day by day. */
  DRIFT,
  /** Never there before. */
  NEW
}
