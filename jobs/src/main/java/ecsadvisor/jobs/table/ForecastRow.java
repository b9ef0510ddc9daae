package ecsadvisor.jobs.table;

/**
 * A row of forecast.csv: what a month will cost, with an interval that holds four times in five.
 */
public record ForecastRow(
    String scope,
    String accountId,
    String region,
    String clusterName,
    String serviceName,
    String month,
    @Decimals(2) double monthToDate,
    @Decimals(2) double expected,
    @Decimals(2) double low,
    @Decimals(2) double high,
    String currency) {}
