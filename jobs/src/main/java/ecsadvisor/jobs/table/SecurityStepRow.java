package ecsadvisor.jobs.table;

import org.jspecify.annotations.Nullable;

/**
 * A row of security_steps.csv: one fix for all services that need it, in the order in which fixes
 * are worth it. Scores are of all security rows together, those of the frameworks beside them.
 */
public record SecurityStepRow(
    int step,
    String check,
    String statement,
    String remedy,
    int services,
    String serviceNames,
    String controlsTurned,
    int rowsTurned,
    String currency,
    @Decimals(2) double costMonthlyLow,
    @Decimals(2) double costMonthlyExpected,
    @Decimals(2) @Nullable Double costMonthlyHigh,
    @Decimals(2) double savesMonthly,
    @Decimals(2) double netMonthlySoFar,
    @Decimals(4) @Nullable Double scoreBefore,
    @Decimals(4) @Nullable Double scoreAfter,
    @Decimals(4) @Nullable Double coverageAfter,
    String scoresBefore,
    String scoresAfter) {}
