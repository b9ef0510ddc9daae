package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.finding.Step.BuyCommitment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Looks up a commitment's offering and prints the purchase; never buys. */
final class CommitmentPurchase {
  private static final Map<String, String> PLAN_TYPES =
      Map.of("COMPUTE_SP", "Compute", "EC2_INSTANCE_SP", "EC2Instance");
  private static final Map<String, String> PAYMENTS =
      Map.of(
          "NO_UPFRONT", "No Upfront",
          "PARTIAL_UPFRONT", "Partial Upfront",
          "ALL_UPFRONT", "All Upfront");
  private static final Map<String, Integer> SECONDS =
      Map.of("ONE_YEAR", 31_536_000, "THREE_YEARS", 94_608_000);

  private CommitmentPurchase() {}

  static void write(StepDraft step, BuyCommitment buy) {
    String commitment =
        BigDecimal.valueOf(buy.hourlyCommitment()).setScale(3, RoundingMode.DOWN).toPlainString();
    step.say(
        "Commit to %s %s an hour: %s, %s, %s. Nothing undoes a purchase, so no script buys."
            .formatted(
                commitment,
                MarkdownText.of(buy.currency()),
                MarkdownText.of(buy.planType()),
                MarkdownText.of(buy.term()),
                MarkdownText.of(buy.paymentOption())));
    step.undo(
        "printf '%s\\n' 'A commitment runs to its end. A Savings Plan of at most 100 USD an hour can"
            + " be returned within 7 days of the same month: aws savingsplans return-savings-plan.'");
    String planType = PLAN_TYPES.get(buy.planType());
    String payment = PAYMENTS.get(buy.paymentOption());
    Integer seconds = SECONDS.get(buy.term());
    if (planType == null || payment == null || seconds == null) {
      step.say(
          "Reserved Instances are bought per instance type and Region: take type and count from the"
              + " figures of the report, then `aws ec2 describe-reserved-instances-offerings` and"
              + " `purchase-reserved-instances-offering`.");
      return;
    }
    ObjectNode offering = JsonText.object();
    offering.putArray("paymentOptions").add(payment);
    offering.putArray("planTypes").add(planType);
    offering.putArray("durations").add(seconds);
    offering.putArray("currencies").add(buy.currency());
    String offerings = step.privately("offerings.json");
    step.check(
        Aws.command(
                "savingsplans describe-savings-plans-offerings",
                GlobalRegion.of(step.subject().region()),
                step.document("describe-savings-plans-offerings", offering))
            + " >"
            + offerings,
        "jq -e '.searchResults != []' " + offerings + " >/dev/null || stop 'No such offering.'");
    step.change(
        "printf '%s\\n' 'Nothing was bought. To buy one of these offerings, run:'",
        "jq -r '.searchResults[] | \"\\(.description // \"\"):"
            + " aws savingsplans create-savings-plan --commitment "
            + commitment
            + " --savings-plan-offering-id \\(.offeringId | @sh)\"' "
            + offerings);
  }
}
