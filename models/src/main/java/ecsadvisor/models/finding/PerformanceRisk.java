package ecsadvisor.models.finding;

/** How likely the proposal is to slow the service down or to have it killed. */
public enum PerformanceRisk {
  VERY_LOW("VeryLow"),
  LOW("Low"),
  MEDIUM("Medium"),
  HIGH("High");

  private final String label;

  PerformanceRisk(String label) {
    this.label = label;
  }

  /** The word as AWS Compute Optimizer spells it. */
  public String label() {
    return label;
  }
}
