package ecsadvisor.models.fact;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One day of one kind of charge of a service, summed from the bill.
 *
 * <p>Money is a whole number of 10<sup>-10</sup> currency units ({@link MoneyUnits}), so sums are
 * exact and the same in any order; usage amounts are in whole 10<sup>-9</sup> of the line's unit
 * (vCPU-hours, GB-hours).
 *
 * @param billingPeriod the bill's month, {@code yyyy-MM}
 * @param day the UTC day on which the usage began
 * @param chargeType the line item type as the bill says it, such as {@code Usage}
 * @param attribution how the lines found the service
 * @param usageKind what was paid for
 * @param platform architecture and operating system
 * @param purchaseOption how it was bought
 * @param lines number of lines of the bill in this sum
 * @param usageAmount usage in 10<sup>-9</sup> of the unit; zero where the line repeats usage that
 *     another line carries
 * @param billed what FOCUS calls BilledCost
 * @param effective what FOCUS calls EffectiveCost (amortized); on EC2 the task's split cost
 * @param netEffective the same from the bill's net columns, where it has them
 * @param list what FOCUS calls ListCost
 * @param unused the task's share of its instances' unused capacity, shown beside the cost
 * @param reservedUsage usage that the task reserved, 10<sup>-9</sup> unit-hours, from split cost
 *     allocation data; zero without it
 * @param actualUsage usage that the task really had, likewise
 */
public record SpendLine(
    String billingPeriod,
    LocalDate day,
    String chargeType,
    Attribution attribution,
    UsageKind usageKind,
    Platform platform,
    PurchaseOption purchaseOption,
    long lines,
    long usageAmount,
    long billed,
    long effective,
    long netEffective,
    long list,
    long unused,
    long reservedUsage,
    long actualUsage)
    implements Serializable {}
