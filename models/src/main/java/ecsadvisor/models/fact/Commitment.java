package ecsadvisor.models.fact;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A Savings Plan or reservation that the bill shows.
 *
 * @param id its ARN
 * @param kind COMPUTE_SP, EC2_INSTANCE_SP, SAGEMAKER_SP, DATABASE_SP, RESERVED_INSTANCE or UNKNOWN
 * @param payerAccountId the account that pays
 * @param accountId the account that owns it
 * @param region the region it is bound to; empty where to none
 * @param family the instance family it is bound to; empty likewise
 * @param term such as {@code 1yr}; empty where the bill does not say
 * @param paymentOption No Upfront, Partial Upfront or All Upfront; empty likewise
 * @param currency the bill's currency code
 * @param hourlyCommitment currency units an hour
 * @param endDate last day, or null where the bill does not say
 * @param committed committed cost over the bill's hours, in 10<sup>-10</sup> currency units
 * @param used the part of it that covered usage, likewise
 * @param hours hours of the bill in which it was there
 */
public record Commitment(
    String id,
    String kind,
    String payerAccountId,
    String accountId,
    String region,
    String family,
    String term,
    String paymentOption,
    String currency,
    double hourlyCommitment,
    @Nullable LocalDate endDate,
    long committed,
    long used,
    int hours)
    implements Serializable {}
