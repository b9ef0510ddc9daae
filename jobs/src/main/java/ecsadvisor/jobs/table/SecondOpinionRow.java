package ecsadvisor.jobs.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of second_opinion.csv: one recommendation against what AWS says of the same resource. */
public record SecondOpinionRow(
    String accountId,
    String region,
    String clusterName,
    String serviceName,
    String resourceArn,
    String resourceType,
    String verdict,
    String why,
    String explanation,
    String recommendationId,
    String action,
    @Nullable Integer cpuUnits,
    @Nullable Integer memoryMiB,
    @Decimals(2) @Nullable Double monthlySavings,
    String awsSource,
    String awsRecommendationId,
    String awsAction,
    @Nullable Integer awsCpuUnits,
    @Nullable Integer awsMemoryMiB,
    @Decimals(2) @Nullable Double awsMonthlySavings,
    @Decimals(2) @Nullable Double savingsDifference,
    String savingsBasis,
    String currency,
    @Nullable Instant awsRefreshed,
    String awsFile) {}
