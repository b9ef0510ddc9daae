package ecsadvisor.models.cost.commitment;

import ecsadvisor.models.fact.Commitment;
import ecsadvisor.models.fact.CommitmentUsage;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.price.CommitmentRates;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an option takes off the list price for a payer: what its own commitments of that very type,
 * term and payment really take off, else the dated file.
 *
 * <p>The bill's rate of a family counts only where one type of commitment alone can have made it:
 * on Fargate and Lambda a Compute Savings Plan always, on EC2 where the payer has one type for it.
 */
public final class PlanRates {
  /** Price under the plan over list price, and where it comes from. */
  public record PlanRate(double ofList, RateSource source, String from) {}

  private record Realised(String payerAccountId, String family, PurchaseOption option) {}

  private final List<Commitment> commitments;
  private final CommitmentRates file;
  private final LocalDate day;
  private final Map<Realised, long[]> sums = new HashMap<>();

  /** Rates of that day from a bill and a file. */
  public PlanRates(
      List<CommitmentUsage> usage,
      List<Commitment> commitments,
      CommitmentRates file,
      LocalDate day) {
    this.commitments = List.copyOf(commitments);
    this.file = file;
    this.day = day;
    for (CommitmentUsage use : usage) {
      if (use.purchaseOption() != PurchaseOption.ON_DEMAND) {
        long[] sum =
            sums.computeIfAbsent(
                new Realised(use.payerAccountId(), use.family(), use.purchaseOption()),
                key -> new long[2]);
        use.list().forEach(amount -> sum[0] += amount);
        use.effective().forEach(amount -> sum[1] += amount);
      }
    }
  }

  /** The rate, or null where neither the bill nor the file has one. */
  public @Nullable PlanRate rate(
      String payer, String family, PlanType type, Term term, PaymentOption payment) {
    PlanRate realised = realised(payer, family, type, term, payment);
    if (realised != null) {
      return realised;
    }
    CommitmentRates.Discount discount =
        file.discount(type.name(), family, term.name(), payment.name(), day);
    return discount == null
        ? null
        : new PlanRate(
            1 - discount.share(),
            RateSource.PRICE_FILE,
            discount.source() + " (" + discount.validFrom() + ")");
  }

  private @Nullable PlanRate realised(
      String payer, String family, PlanType type, Term term, PaymentOption payment) {
    PurchaseOption bought =
        type == PlanType.RESERVED_INSTANCE ? PurchaseOption.RESERVED : PurchaseOption.SAVINGS_PLAN;
    long[] sum = sums.get(new Realised(payer, family, bought));
    if (sum == null || sum[0] <= 0 || sum[1] <= 0 || sum[1] >= sum[0]) {
      return null;
    }
    Set<String> seen = new HashSet<>();
    for (Commitment plan : commitments) {
      boolean reaches =
          plan.family().isEmpty() ? plan.kind().equals("COMPUTE_SP") : plan.family().equals(family);
      boolean sameWay =
          plan.kind().equals("RESERVED_INSTANCE") == (type == PlanType.RESERVED_INSTANCE);
      if (plan.payerAccountId().equals(payer) && reaches && sameWay) {
        seen.add(plan.kind() + Term.of(plan.term()) + PaymentOption.of(plan.paymentOption()));
      }
    }
    boolean only = Objects.equals(seen, Set.of(type.name() + term + payment));
    return only
        ? new PlanRate(
            (double) sum[1] / sum[0], RateSource.ACCOUNT_BILL, "the payer's own commitments")
        : null;
  }
}
