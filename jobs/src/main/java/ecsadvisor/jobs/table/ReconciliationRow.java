package ecsadvisor.jobs.table;

import java.math.BigDecimal;

/** A row of reconciliation.csv: where every cent of a period, account and charge type went. */
public record ReconciliationRow(
    String billingPeriod,
    String payerAccountId,
    String accountId,
    String chargeType,
    String currency,
    BigDecimal billedTotal,
    BigDecimal allocatedToServices,
    BigDecimal allocatedToClusters,
    BigDecimal otherEcs,
    BigDecimal notEcs,
    BigDecimal difference) {}
