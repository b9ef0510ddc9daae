package ecsadvisor.models.cost.commitment;

import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.finding.Spread;
import java.util.List;

/**
 * One way to commit. The options of a payer exclude each other: each is worked out on the whole
 * spend that is left on demand.
 *
 * @param payerAccountId the account that pays
 * @param region the region that it is bound to; empty where to none
 * @param family the EC2 family that it is bound to; empty where to none
 * @param currency the bill's currency code
 * @param hourlyCommitment what to commit to, currency units an hour; 0 where nothing pays
 * @param coverageBefore share of the eligible spend under commitments now, 0..1
 * @param coverageAfter the same with the option
 * @param utilizationExpected share of the commitment that covers something over all days, 0..1
 * @param utilizationWorst the same in the worst of the look-backs
 * @param breakEvenUtilization utilization below which it costs more than it saves
 * @param monthlySaving saved in a month of 730 hours, ECS or not
 * @param spread the same by week of the history
 * @param monthlySpend what it could cover, on demand, a month
 * @param ecsMonthlySaving the part of the saving that falls to ECS: its share of what is covered
 * @param ecsMonthlySpend ECS's part of the spend
 * @param upfront what is paid at once
 * @param existingCommitment active commitments of that type and scope, currency units an hour
 * @param expiring what of it ends within the set days
 * @param rateSource where the main rate comes from
 * @param rateFrom the same in words
 * @param regret how the option sized on the first part of the history did on the rest
 * @param evidenceDays days of the bill behind it
 * @param ladder how to buy it in parts
 * @param rejected why it must not be bought; empty where it may
 * @param recommended whether it is the payer's choice
 */
public record CommitmentOption(
    String payerAccountId,
    PlanType planType,
    String region,
    String family,
    Term term,
    PaymentOption paymentOption,
    String currency,
    double hourlyCommitment,
    double coverageBefore,
    double coverageAfter,
    double utilizationExpected,
    double utilizationWorst,
    double breakEvenUtilization,
    double monthlySaving,
    Spread spread,
    double monthlySpend,
    double ecsMonthlySaving,
    double ecsMonthlySpend,
    double upfront,
    double existingCommitment,
    double expiring,
    RateSource rateSource,
    String rateFrom,
    Regret regret,
    int evidenceDays,
    List<Tranche> ladder,
    String rejected,
    boolean recommended) {
  public CommitmentOption {
    ladder = List.copyOf(ladder);
  }

  /** Whom it is for: the payer, and region and family where it is bound to them. */
  public String scope() {
    return planType.isBound() ? payerAccountId + "/" + region + "/" + family : payerAccountId;
  }

  /** The same option as the payer's choice. */
  public CommitmentOption asRecommended() {
    return new CommitmentOption(
        payerAccountId,
        planType,
        region,
        family,
        term,
        paymentOption,
        currency,
        hourlyCommitment,
        coverageBefore,
        coverageAfter,
        utilizationExpected,
        utilizationWorst,
        breakEvenUtilization,
        monthlySaving,
        spread,
        monthlySpend,
        ecsMonthlySaving,
        ecsMonthlySpend,
        upfront,
        existingCommitment,
        expiring,
        rateSource,
        rateFrom,
        regret,
        evidenceDays,
        ladder,
        rejected,
        true);
  }
}
