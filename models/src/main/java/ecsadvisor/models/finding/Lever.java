package ecsadvisor.models.finding;

/**
 * What savings come from, in the order in which they are counted: usage before rates, so that a
 * rate is only asked for what usage is left.
 */
public enum Lever {
  STOP_IDLE("COST-01", "Stop idle services"),
  RIGHT_SIZE("COST-01", "Right-size tasks"),
  SCHEDULE("COST-10", "Stop in off hours"),
  AUTO_SCALE("COST-03", "Auto scaling"),
  ARM("COST-01", "Move to ARM"),
  FARGATE_SPOT("COST-02", "Fargate Spot"),
  INSTANCE_SPOT("COST-04", "EC2 Spot"),
  PACK("COST-06", "Pack instances"),
  LOAD_BALANCERS("COST-09", "Load balancers"),
  IMAGES("COST-05", "Image storage"),
  COMMIT("COST-07", "Commitments");

  private final String controlId;
  private final String label;

  Lever(String controlId, String label) {
    this.controlId = controlId;
    this.label = label;
  }

  /** The control that gives the advice. */
  public String controlId() {
    return controlId;
  }

  /** The name that tables and the report print. */
  public String label() {
    return label;
  }
}
