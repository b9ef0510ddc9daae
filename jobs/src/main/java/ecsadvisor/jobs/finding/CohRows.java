package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.CohRow;
import ecsadvisor.jobs.table.RecommendationRow;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The recommendations that Cost Optimization Hub has words for, as rows that union with its table.
 *
 * <p>Left out is what its readers could not make sense of: actions and resource types that it does
 * not know, advice that saves nothing or costs money (the hub lists savings only), and what is
 * decided or done.
 */
public final class CohRows {
  private static final Set<String> ACTIONS =
      Set.of(
          "Rightsize",
          "Stop",
          "Upgrade",
          "PurchaseSavingsPlans",
          "PurchaseReservedInstances",
          "MigrateToGraviton",
          "Delete",
          "ScaleIn");

  private static final Set<String> RESOURCE_TYPES =
      Set.of(
          "EcsService",
          "Ec2AutoScalingGroup",
          "Ec2Instance",
          "EbsVolume",
          "NatGateway",
          "ComputeSavingsPlans",
          "Ec2InstanceSavingsPlans",
          "Ec2ReservedInstances");

  private static final Set<String> LIVE = Set.of("Open", "InProgress", "Regressed");

  private CohRows() {}

  /** The rows. */
  public static List<CohRow> of(Collection<RecommendationRow> recommendations) {
    return recommendations.stream().filter(CohRows::isKnown).map(CohRows::row).toList();
  }

  private static boolean isKnown(RecommendationRow row) {
    return ACTIONS.contains(row.actionType())
        && RESOURCE_TYPES.contains(row.currentResourceType())
        && LIVE.contains(row.status())
        && row.estimatedMonthlySavingsBeforeDiscount() > 0;
  }

  private static CohRow row(RecommendationRow row) {
    return new CohRow(
        row.accountId(),
        row.accountName(),
        row.actionType(),
        row.currencyCode(),
        row.currentResourceDetails(),
        row.currentResourceSummary(),
        row.currentResourceType(),
        row.estimatedMonthlyCostAfterDiscount(),
        row.estimatedMonthlyCostBeforeDiscount(),
        row.estimatedMonthlySavingsAfterDiscount(),
        row.estimatedMonthlySavingsBeforeDiscount(),
        row.estimatedSavingsPercentageAfterDiscount(),
        row.estimatedSavingsPercentageBeforeDiscount(),
        row.implementationEffort(),
        row.lastRefreshTimestamp(),
        row.recommendationId(),
        row.recommendationLookbackPeriodInDays(),
        row.recommendationSource(),
        row.recommendedResourceDetails(),
        row.recommendedResourceSummary(),
        row.recommendedResourceType(),
        row.region(),
        row.resourceArn(),
        row.restartNeeded(),
        row.rollbackPossible(),
        row.tags());
  }
}
