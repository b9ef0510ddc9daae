package ecsadvisor.jobs.source.opinion;

import org.jspecify.annotations.Nullable;

/** Rows of Compute Optimizer's export for ECS services. */
final class OptimizerLines {
  static final String SOURCE = "ComputeOptimizer";

  private static final int REGION_OF_ARN = 3;

  private OptimizerLines() {}

  /** The opinion, or null where the row lacks what an opinion needs. */
  static @Nullable AwsOpinion opinion(OpinionLine line, String file) {
    String arn = line.text("servicearn");
    String finding = line.text("finding");
    String error = line.text("errorcode");
    if (arn.isEmpty() || (finding.isEmpty() && error.isEmpty())) {
      return null;
    }
    boolean change = finding.endsWith("provisioned");
    String[] parts = arn.split(":", -1);
    return new AwsOpinion(
        SOURCE,
        file,
        "",
        line.text("accountid"),
        parts.length > REGION_OF_ARN ? parts[REGION_OF_ARN] : "",
        arn,
        "EcsService",
        change ? "Rightsize" : "",
        finding,
        finding.isEmpty() ? error : "",
        line.text("currentserviceconfiguration_taskdefinitionarn"),
        change ? line.whole("recommendationoptions_1_cpu") : null,
        change ? line.whole("recommendationoptions_1_memory") : null,
        change
            ? line.number("recommendationoptions_1_estimatedmonthlysavingsafterdiscounts_value")
            : null,
        change ? line.number("recommendationoptions_1_estimatedmonthlysavings_value") : null,
        line.text("recommendationoptions_1_estimatedmonthlysavings_currency"),
        line.time("lastrefreshtimestamp_utc"));
  }
}
