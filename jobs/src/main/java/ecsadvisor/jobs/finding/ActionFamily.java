package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.source.opinion.AwsOpinion;
import ecsadvisor.jobs.table.RecommendationRow;

/** Actions that ask the same question of a resource, in AWS's words and in ours. */
enum ActionFamily {
  /** How big it should be. */
  SIZE,
  /** Whether it should be there at all. */
  PRESENCE,
  ARM,
  COUNT,
  COMMITMENT,
  /** A question that AWS does not ask of it. */
  OURS_ONLY;

  static ActionFamily of(AwsOpinion opinion) {
    return switch (opinion.action()) {
      case "Rightsize", "Upgrade" -> SIZE;
      case "Stop", "Delete" -> PRESENCE;
      case "MigrateToGraviton" -> ARM;
      case "ScaleIn" -> COUNT;
      case "PurchaseSavingsPlans", "PurchaseReservedInstances" -> COMMITMENT;
      default -> OURS_ONLY;
    };
  }

  static ActionFamily of(RecommendationRow row) {
    return switch (row.actionTypeExtended()) {
      case "Rightsize", "Upsize", "ConsolidateInstances" -> SIZE;
      case "Stop", "Delete", "DeleteUnattachedVolume" -> PRESENCE;
      case "MigrateToArm" -> ARM;
      case "AutoScale", "TuneScaling" -> COUNT;
      case "PurchaseSavingsPlans", "PurchaseReservedInstances" -> COMMITMENT;
      default -> OURS_ONLY;
    };
  }

  /** Whether one answer rules the other out: what is to go needs no other size. */
  boolean excludes(ActionFamily other) {
    return (this == SIZE && other == PRESENCE) || (this == PRESENCE && other == SIZE);
  }
}
