package ecsadvisor.jobs.table;

import org.jspecify.annotations.Nullable;

/** A row of savings.csv: one step of the savings waterfall of a scope. */
public record SavingsRow(
    String scope,
    String accountId,
    String region,
    String clusterName,
    String serviceName,
    int step,
    String controlId,
    @Decimals(2) double standaloneMonthlySavings,
    @Decimals(2) double waterfallMonthlySavings,
    @Decimals(2) @Nullable Double lockedByCommitmentMonthly,
    @Decimals(2) double costBefore,
    @Decimals(2) double costAfter,
    String currency,
    String lever,
    @Decimals(2) double savingsP10,
    @Decimals(2) double savingsP50,
    @Decimals(2) double savingsP90) {}
