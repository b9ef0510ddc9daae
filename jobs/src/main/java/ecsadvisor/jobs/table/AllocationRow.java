package ecsadvisor.jobs.table;

import java.math.BigDecimal;

/**
 * A row of allocation.csv: the cents of the bill that a service or cluster carries; adds up to
 * reconciliation.csv.
 */
public record AllocationRow(
    String billingPeriod,
    String payerAccountId,
    String accountId,
    String chargeType,
    String currency,
    String region,
    String clusterName,
    String serviceName,
    String attribution,
    long lines,
    BigDecimal billedCost,
    @Decimals(2) double effectiveCost,
    @Decimals(2) double netEffectiveCost,
    @Decimals(2) double listCost,
    @Decimals(2) double unusedCost) {}
