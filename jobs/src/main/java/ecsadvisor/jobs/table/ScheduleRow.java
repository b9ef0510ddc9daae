package ecsadvisor.jobs.table;

/** A row of schedules.csv: one window of the week in which a service can be stopped. */
public record ScheduleRow(
    String accountId,
    String region,
    String clusterName,
    String serviceName,
    String days,
    String offTime,
    String onTime,
    String timezone,
    String stopExpression,
    String startExpression,
    int evidenceWeeks,
    int violations,
    @Decimals(2) double monthlySavings,
    String currency,
    String recommendationId) {}
