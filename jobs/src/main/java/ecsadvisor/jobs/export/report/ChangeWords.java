package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.RecommendationRow;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Says what a recommendation asks for, as one would ask a colleague. */
final class ChangeWords {
  private static final List<Map.Entry<String, String>> COMMITMENT_WORDS =
      List.of(
          Map.entry("EC2_INSTANCE_SP", "EC2 Instance Savings Plan"),
          Map.entry("COMPUTE_SP", "Compute Savings Plan"),
          Map.entry("RESERVED_INSTANCE", "Reserved Instances"),
          Map.entry("ONE_YEAR", "for one year,"),
          Map.entry("THREE_YEARS", "for three years,"),
          Map.entry("NO_UPFRONT", "nothing upfront,"),
          Map.entry("PARTIAL_UPFRONT", "part upfront,"),
          Map.entry("ALL_UPFRONT", "all upfront,"));

  private static final Pattern VERB =
      Pattern.compile("(Stop|Move|Scale|Tune|Merge|Delete|Expire|Buy|Watch) ");

  private ChangeWords() {}

  static String of(RecommendationRow row) {
    String now = Figures.size(row.currentResourceSummary());
    String proposed = Figures.size(row.recommendedResourceSummary());
    return switch (row.actionTypeExtended()) {
      case "Stop" -> "Stop it: " + now.replace(" x ", " × ") + " without use";
      case "Rightsize", "Upsize" -> arrow(now, proposed) + tasks(row);
      case "Schedule" -> "Stop it in off hours: " + arrow(now, proposed);
      case "AutoScale" -> "Scale automatically: " + arrow(now, proposed);
      case "TuneScaling" -> "Tune its scaling: " + arrow(now, proposed);
      case "MigrateToArm" -> "Move to ARM";
      case "MigrateToFargateSpot", "MigrateToEc2Spot" -> CapacityWords.of(proposed);
      case "ConsolidateInstances" -> arrow(now, proposed).replace(" x ", " × ");
      case "MergeLoadBalancers" -> "Merge it into the " + proposed;
      case "DeleteIdleLoadBalancer", "DeleteOrphanTargetGroup" -> "Delete it";
      case "DeleteUnattachedVolume" -> "Delete it (" + now + ")";
      case "OptimizeImages" -> "Expire old images: " + arrow(now, proposed);
      case "PurchaseSavingsPlans", "PurchaseReservedInstances" -> "Buy a " + commitment(proposed);
      case "EnableCostMonitoring" -> "Watch its cost: it " + now;
      default -> arrow(now, proposed);
    };
  }

  /** A kind of commitment, its term or its payment, such as {@code COMPUTE_SP ONE_YEAR}. */
  static String commitment(String codes) {
    String words = codes;
    for (Map.Entry<String, String> entry : COMMITMENT_WORDS) {
      words = words.replace(entry.getKey(), entry.getValue());
    }
    return words.replace(", of ", ", ");
  }

  /** Several changes after each other. */
  static String inOneLine(List<String> changes) {
    StringBuilder line = new StringBuilder(changes.get(0));
    for (String change : changes.subList(1, changes.size())) {
      line.append("; ");
      if (VERB.matcher(change).lookingAt()) {
        line.append(Character.toLowerCase(change.charAt(0))).append(change, 1, change.length());
      } else {
        line.append(change);
      }
    }
    return line.toString();
  }

  private static String arrow(String now, String proposed) {
    return now + " → " + proposed;
  }

  private static String tasks(RecommendationRow row) {
    Integer tasks = row.recommendedDesiredCount();
    return tasks == null ? "" : " × " + Figures.count(tasks, "task");
  }
}
