package ecsadvisor.jobs.table;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A row of utilization_daily.csv: one day of one metric of a service, as shares of the reservation.
 */
public record DailyUtilizationRow(
    String accountId,
    String region,
    String clusterName,
    String serviceName,
    String metric,
    LocalDate day,
    int minutes,
    @Decimals(4) double mean,
    @Decimals(4) double p50,
    @Decimals(4) double p95,
    @Decimals(4) double p99,
    @Decimals(4) double max)
    implements Serializable {}
