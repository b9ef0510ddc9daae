package ecsadvisor.jobs.table;

import org.jspecify.annotations.Nullable;

/** A row of controls.csv: the verdict of one control for one service. */
public record ControlRow(
    String framework,
    String controlId,
    String title,
    String severity,
    String severityAws,
    String accountId,
    String region,
    String clusterName,
    String serviceName,
    String serviceArn,
    String verdict,
    String basis,
    boolean suppressed,
    String reasonCodes,
    String evidence,
    String missing,
    String remediation,
    @Decimals(2) @Nullable Double fixMonthlyLow,
    @Decimals(2) @Nullable Double fixMonthlyExpected,
    @Decimals(2) @Nullable Double fixMonthlyHigh,
    @Decimals(2) @Nullable Double savesMonthly,
    boolean sharedCost,
    String formula,
    String failedChecks,
    String patchPath,
    String currency,
    String fixInputs,
    String priceSource,
    String fixEffort) {}
