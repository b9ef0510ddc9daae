package ecsadvisor.jobs.source.opinion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of COST_OPTIMIZATION_RECOMMENDATIONS. */
final class HubLines {
  static final String SOURCE = "CostOptimizationHub";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int UNITS_PER_VCPU = 1024;

  /** No task has as many vCPUs; AWS has been seen to write CPU units under this name. */
  private static final int MOST_VCPUS = 64;

  private static final Set<String> COMPARED =
      Set.of(
          "EcsService",
          "Ec2AutoScalingGroup",
          "EbsVolume",
          "ComputeSavingsPlans",
          "Ec2InstanceSavingsPlans",
          "Ec2ReservedInstances");

  private HubLines() {}

  /** Whether the row is about a kind of resource that this job judges, too. */
  static boolean isCompared(OpinionLine line) {
    return COMPARED.contains(line.text("current_resource_type"));
  }

  /** The opinion, or null where the row lacks what an opinion needs. */
  static @Nullable AwsOpinion opinion(OpinionLine line, String file) {
    Double before = line.number("estimated_monthly_savings_before_discount");
    boolean purchase = line.text("action_type").startsWith("Purchase");
    if (before == null
        || line.text("account_id").isEmpty()
        || line.text("action_type").isEmpty()
        || (!purchase && line.text("resource_arn").isEmpty())) {
      return null;
    }
    JsonNode compute = compute(line.text("recommended_resource_details"));
    return new AwsOpinion(
        SOURCE,
        file,
        line.text("recommendation_id"),
        line.text("account_id"),
        line.text("region"),
        line.text("resource_arn"),
        line.text("current_resource_type"),
        line.text("action_type"),
        "",
        "",
        "",
        cpuUnits(compute.path("vCpu")),
        compute.path("memorySizeInMB").isNumber()
            ? Integer.valueOf(compute.path("memorySizeInMB").asInt())
            : null,
        line.number("estimated_monthly_savings_after_discount"),
        before,
        line.text("currency_code"),
        line.time("last_refresh_timestamp"));
  }

  private static @Nullable Integer cpuUnits(JsonNode vcpus) {
    if (!vcpus.isNumber()) {
      return null;
    }
    double number = vcpus.asDouble();
    return (int) Math.round(number < MOST_VCPUS ? number * UNITS_PER_VCPU : number);
  }

  private static JsonNode compute(String details) {
    try {
      return JSON.readTree(details.isEmpty() ? "{}" : details)
          .path("ecsService")
          .path("configuration")
          .path("compute");
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
