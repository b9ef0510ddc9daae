package ecsadvisor.models.fact;

import java.io.Serializable;

/**
 * What a meter of the bill shows of an account and region over the days that are judged.
 *
 * @param payerAccountId the account that pays
 * @param accountId the account that used
 * @param region the region
 * @param meter product code and usage type without the region's prefix, such as {@code
 *     AmazonGuardDuty/PaidEventsAnalyzed}, or {@code log-group:} and a log group's name
 * @param currency the bill's currency code
 * @param days number of days with usage
 * @param amount usage in the meter's own unit
 * @param effectiveCost effective cost in currency units
 */
public record BillMeter(
    String payerAccountId,
    String accountId,
    String region,
    String meter,
    String currency,
    int days,
    double amount,
    double effectiveCost)
    implements Serializable {
  /** The meter of Fargate's vCPU-hours of ECS on Linux, however they were bought. */
  public static final String FARGATE_VCPU_HOURS = "AmazonECS/Fargate-vCPU-Hours";

  /** What the meter of a log group begins with. */
  public static final String LOG_GROUP = "log-group:";
}
