package ecsadvisor.models.fact;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One month and kind of charge of a resource that services share: a load balancer, an instance, a
 * volume, a repository.
 *
 * @param billingPeriod the bill's month, {@code yyyy-MM}
 * @param payerAccountId the account that pays
 * @param accountId the account that used
 * @param region the region
 * @param resourceId the ARN or id of the bill
 * @param usageKind what was paid for
 * @param purchaseOption how it was bought
 * @param currency the bill's currency code
 * @param firstDay first UTC day with usage
 * @param lastDay last one
 * @param usageAmount usage in 10<sup>-9</sup> of the unit
 * @param billed BilledCost in 10<sup>-10</sup> currency units
 * @param effective EffectiveCost likewise
 * @param list ListCost likewise
 */
public record ResourceSpend(
    String billingPeriod,
    String payerAccountId,
    String accountId,
    String region,
    String resourceId,
    UsageKind usageKind,
    PurchaseOption purchaseOption,
    String currency,
    LocalDate firstDay,
    LocalDate lastDay,
    long usageAmount,
    long billed,
    long effective,
    long list)
    implements Serializable {}
