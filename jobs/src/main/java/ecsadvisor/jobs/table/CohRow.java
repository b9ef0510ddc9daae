package ecsadvisor.jobs.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of recommendations_coh.csv: the 26 columns of AWS's COST_OPTIMIZATION_RECOMMENDATIONS in
 * its order, and no other.
 */
public record CohRow(
    String accountId,
    String accountName,
    String actionType,
    String currencyCode,
    String currentResourceDetails,
    String currentResourceSummary,
    String currentResourceType,
    @Decimals(2) @Nullable Double estimatedMonthlyCostAfterDiscount,
    @Decimals(2) double estimatedMonthlyCostBeforeDiscount,
    @Decimals(2) @Nullable Double estimatedMonthlySavingsAfterDiscount,
    @Decimals(2) double estimatedMonthlySavingsBeforeDiscount,
    @Decimals(2) @Nullable Double estimatedSavingsPercentageAfterDiscount,
    @Decimals(2) double estimatedSavingsPercentageBeforeDiscount,
    String implementationEffort,
    Instant lastRefreshTimestamp,
    String recommendationId,
    int recommendationLookbackPeriodInDays,
    String recommendationSource,
    String recommendedResourceDetails,
    String recommendedResourceSummary,
    String recommendedResourceType,
    String region,
    String resourceArn,
    boolean restartNeeded,
    boolean rollbackPossible,
    String tags) {}
