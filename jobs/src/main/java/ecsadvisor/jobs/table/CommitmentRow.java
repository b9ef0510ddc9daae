package ecsadvisor.jobs.table;

/** A row of commitments.csv: one commitment that could be bought. */
public record CommitmentRow(
    String scope,
    String planType,
    String term,
    String paymentOption,
    @Decimals(4) double hourlyCommitment,
    @Decimals(4) double coverageBefore,
    @Decimals(4) double coverageAfter,
    @Decimals(4) double utilizationExpected,
    @Decimals(2) double monthlySavings,
    @Decimals(4) double breakEvenUtilization,
    @Decimals(4) double existingCommitment,
    @Decimals(4) @ColumnName("expiring_90_days") double expiring90Days,
    String currency,
    boolean recommended,
    String rejected,
    @Decimals(2) double ecsMonthlySavings,
    String rateFrom) {}
