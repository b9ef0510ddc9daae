package ecsadvisor.models.cost.anomaly;

import java.time.YearMonth;

/**
 * What a month will cost.
 *
 * @param scope SERVICE, ACCOUNT or TOTAL
 * @param payerAccountId the account that pays
 * @param accountId the account; empty for a total
 * @param region the region; empty for a total or an account
 * @param clusterName the cluster; empty likewise
 * @param serviceName the service; empty likewise
 * @param monthToDate what the bill has of it, without its last days
 * @param expected cost of the whole month
 * @param low less is expected one time in ten
 * @param high more is expected one time in ten
 * @param straightLine the month so far, stretched to its length: what a plain rule would say
 */
public record Forecast(
    String scope,
    String payerAccountId,
    String accountId,
    String region,
    String clusterName,
    String serviceName,
    String currency,
    YearMonth month,
    double monthToDate,
    double expected,
    double low,
    double high,
    double straightLine) {}
