package ecsadvisor.models.finding;

import org.jspecify.annotations.Nullable;

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

  /**
   * The lever of a piece of advice; null for advice that is not about a saving.
   *
   * @param action the extended action word
   */
  public static @Nullable Lever of(String controlId, String action) {
    if (controlId.equals(RIGHT_SIZE.controlId)) {
      return switch (action) {
        case "Stop" -> STOP_IDLE;
        case "MigrateToArm" -> ARM;
        default -> RIGHT_SIZE;
      };
    }
    for (Lever lever : values()) {
      if (lever.controlId.equals(controlId)) {
        return lever;
      }
    }
    return null;
  }
}
