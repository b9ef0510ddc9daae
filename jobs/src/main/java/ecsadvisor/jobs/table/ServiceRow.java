package ecsadvisor.jobs.table;

import java.io.Serializable;
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
    int controlsNotApplicable)
    implements Serializable {

  /** The same row with what all advice together saves, and its verdicts counted. */
  public ServiceRow withFindings(
      double savings, int passed, int failed, int noData, int notApplicable) {
    return new ServiceRow(
        accountId,
        region,
        clusterName,
        serviceName,
        serviceArn,
        launchType,
        capacityProvider,
        owner,
        environment,
        desiredCount,
        runningCountAvg,
        taskCpuUnits,
        taskMemoryMiB,
        cpuArchitecture,
        currency,
        billedCost,
        effectiveCost,
        netEffectiveCost,
        listCost,
        costPerTaskHour,
        spotShare,
        cpuP50,
        cpuP95,
        cpuP99,
        cpuMax,
        memoryP50,
        memoryP95,
        memoryP99,
        memoryMax,
        daysObserved,
        coverage,
        outcome,
        withheldReasons,
        savings,
        passed,
        failed,
        noData,
        unusedCost,
        monthlyCost,
        attribution,
        windowStart,
        windowEnd,
        profile,
        notApplicable);
  }
}
