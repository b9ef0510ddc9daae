package ecsadvisor.jobs.table;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A row of unit_costs.csv: what a service costs per unit of what it does, with the counts behind.
 */
public record UnitCostRow(
    String accountId,
    String region,
    String clusterName,
    String serviceName,
    String owner,
    String costCentre,
    String launchType,
    String currency,
    int days,
    @Decimals(2) double effectiveCost,
    @Decimals(2) @Nullable Double taskHours,
    @Decimals(2) double vcpuHours,
    @Decimals(2) double memoryGbHours,
    @Decimals(6) @Nullable Double costPerTaskHour,
    @Decimals(6) @Nullable Double costPerVcpuHour,
    @Decimals(6) @Nullable Double costPerGbHour,
    int requestDays,
    @Decimals(0) @Nullable Double requests,
    @Decimals(2) @Nullable Double requestDaysCost,
    @Decimals(6) @ColumnName("cost_per_1000_requests") @Nullable Double costPer1000Requests)
    implements Serializable {}
