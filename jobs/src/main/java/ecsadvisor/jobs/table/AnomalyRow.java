package ecsadvisor.jobs.table;

import java.time.LocalDate;

/** A row of anomalies.csv: days on which something cost more than its past says. */
public record AnomalyRow(
    String accountId,
    String region,
    String clusterName,
    String serviceName,
    LocalDate startDate,
    LocalDate endDate,
    @Decimals(2) double actual,
    @Decimals(2) double expected,
    @Decimals(2) double impact,
    @Decimals(4) double impactShare,
    String kind,
    String rootCause,
    String status,
    String currency,
    String owner,
    @Decimals(2) double expectedLow,
    @Decimals(2) double expectedHigh) {}
