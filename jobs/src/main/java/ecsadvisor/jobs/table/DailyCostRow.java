package ecsadvisor.jobs.table;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of cost_daily.csv: what a service cost on one day. */
public record DailyCostRow(
    String accountId,
    String region,
    String clusterName,
    String serviceName,
    LocalDate day,
    String currency,
    @Decimals(4) double billedCost,
    @Decimals(4) double effectiveCost,
    @Decimals(4) double listCost,
    @Decimals(2) @Nullable Double taskHours)
    implements Serializable {}
