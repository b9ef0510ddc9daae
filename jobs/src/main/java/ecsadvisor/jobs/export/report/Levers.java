package ecsadvisor.jobs.export.report;

import java.util.Map;

/** The cost controls in two or three words. */
final class Levers {
  private static final Map<String, String> NAMES =
      Map.of(
          "COST-01", "Right-size tasks",
          "COST-02", "Fargate Spot",
          "COST-03", "Auto scaling",
          "COST-04", "EC2 Spot",
          "COST-05", "Image size",
          "COST-06", "Placement",
          "COST-07", "Commitments",
          "COST-08", "Cost alerts",
          "COST-09", "Load balancers",
          "COST-10", "Off-peak schedule");

  private Levers() {}

  static String name(String controlId) {
    String name = NAMES.get(controlId);
    return name == null ? controlId : name + " (" + controlId + ")";
  }
}
