package ecsadvisor.jobs.export.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of services.csv: one ECS service, its cost in the look-back window, its size and its
 * outcome.
 */
public record ServiceRow(
    String accountId,
    String region,
    String clusterName,
    String serviceName,
    String serviceArn,
    String launchType,
    String capacityProvider,
    String owner,
    String environment,
    @Nullable Integer desiredCount,
    @Decimals(2) @Nullable Double runningCountAvg,
    @Nullable Integer taskCpuUnits,
    @Nullable Integer taskMemoryMiB,
    String cpuArchitecture,
    String currency,
    @Decimals(2) @Nullable Double billedCost,
    @Decimals(2) @Nullable Double effectiveCost,
    @Decimals(2) @Nullable Double netEffectiveCost,
    @Decimals(2) @Nullable Double listCost,
    @Decimals(6) @Nullable Double costPerTaskHour,
    @Decimals(4) @Nullable Double spotShare,
    @Decimals(4) @Nullable Double cpuP50,
    @Decimals(4) @Nullable Double cpuP95,
    @Decimals(4) @Nullable Double cpuP99,
    @Decimals(4) @Nullable Double cpuMax,
    @Decimals(4) @Nullable Double memoryP50,
    @Decimals(4) @Nullable Double memoryP95,
    @Decimals(4) @Nullable Double memoryP99,
    @Decimals(4) @Nullable Double memoryMax,
    int daysObserved,
    @Decimals(4) double coverage,
    String outcome,
    String withheldReasons,
    @Decimals(2) double monthlySavings,
    int controlsPassed,
    int controlsFailed,
    int controlsNoData,
    @Decimals(2) @Nullable Double unusedCost,
    @Decimals(2) @Nullable Double monthlyCost,
    String attribution,
    LocalDate windowStart,
    LocalDate windowEnd,
    String profile,
    int controlsNotApplicable) {}
