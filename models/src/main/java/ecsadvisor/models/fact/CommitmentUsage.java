package ecsadvisor.models.fact;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * One day of the usage of an account and region that a commitment can cover, hour by hour, whether
 * it belongs to ECS or not: a plan bought for ECS applies to all of it.
 *
 * @param payerAccountId the account that pays
 * @param accountId the account that used
 * @param region the region
 * @param family FARGATE, LAMBDA, or the EC2 instance family such as {@code m5}
 * @param currency the bill's currency code
 * @param day the UTC day
 * @param purchaseOption ON_DEMAND, SAVINGS_PLAN or RESERVED; Spot is never here
 * @param list cost at list price in each hour 0..23, in 10<sup>-10</sup> currency units
 * @param effective amortized cost in each hour, likewise
 */
public record CommitmentUsage(
    String payerAccountId,
    String accountId,
    String region,
    String family,
    String currency,
    LocalDate day,
    PurchaseOption purchaseOption,
    List<Long> list,
    List<Long> effective)
    implements Serializable {
  public CommitmentUsage {
    list = List.copyOf(list);
    effective = List.copyOf(effective);
  }
}
