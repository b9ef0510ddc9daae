package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.FoldedBill.money;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.fixture.SparkTest;
import ecsadvisor.jobs.source.bill.BillTable;
import ecsadvisor.models.fact.Commitment;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class SpendCommitmentsTest {
  private static final String PLAN = "arn:aws:savingsplans::111111111111:savingsplan/p";
  private static final String RESERVATION =
      "arn:aws:ec2:eu-west-1:012345678901:reserved-instances/r";

  @TempDir Path folder;

  @Test
  void planIsWhatItCoversPlusWhatItDoesNotUse(SparkSession spark) {
    BillTable table =
        BillTable.cur2()
            .commitments()
            .text(
                "savings_plan_offering_type",
                "savings_plan_purchase_term",
                "savings_plan_payment_option",
                "savings_plan_end_time");
    planFee(table, 10, 1.0, 0.7);
    planFee(table, 11, 1.0, 1.0);
    covered(table, 10, 0.7);
    covered(table, 11, 1.0);
    assertEquals(
        List.of(
            new Commitment(
                PLAN,
                "COMPUTE_SP",
                BillTable.PAYER,
                BillTable.PAYER,
                "",
                "",
                "3yr",
                "Partial Upfront",
                "USD",
                1.0,
                LocalDate.of(2026, 2, 14),
                money(2.0),
                money(1.7),
                2)),
        SpendCommitments.of(FoldedBill.of(spark, folder, table)));
  }

  @Test
  void usageTypeSaysWhatAnExportWithoutTheColumnsLeavesOut(SparkSession spark) {
    BillTable table =
        BillTable.cur2()
            .commitments()
            .line(
                "line_item_line_item_type",
                "SavingsPlanRecurringFee",
                "line_item_product_code",
                "ComputeSavingsPlans",
                "line_item_usage_type",
                "USE1-EC2SP:c4.1yrNoUpfront",
                "product_region_code",
                "us-east-1",
                "savings_plan_savings_plan_a_r_n",
                PLAN,
                "savings_plan_total_commitment_to_date",
                0.5,
                "savings_plan_used_commitment",
                0.0);
    assertEquals(
        List.of(
            new Commitment(
                PLAN,
                "EC2_INSTANCE_SP",
                BillTable.PAYER,
                BillTable.ACCOUNT,
                "us-east-1",
                "c4",
                "1yr",
                "No Upfront",
                "USD",
                0.5,
                null,
                money(0.5),
                0,
                1)),
        SpendCommitments.of(FoldedBill.of(spark, folder, table)));
  }

  @Test
  void reservationsFeeIsOfAllItsHours(SparkSession spark) {
    BillTable table =
        BillTable.cur2()
            .commitments()
            .text("reservation_end_time", "pricing_lease_contract_length")
            .line(
                "line_item_line_item_type",
                "RIFee",
                "line_item_product_code",
                "AmazonEC2",
                "line_item_usage_type",
                "EU-HeavyUsage:m5.large",
                "line_item_usage_start_date",
                "2025-11-01T00:00:00Z",
                "line_item_usage_end_date",
                "2025-12-01T00:00:00Z",
                "reservation_reservation_a_r_n",
                RESERVATION,
                "reservation_unused_amortized_upfront_fee_for_billing_period",
                4.0,
                "reservation_unused_recurring_fee",
                6.0,
                "reservation_end_time",
                "2026-08-01T23:59:59.000Z",
                "pricing_lease_contract_length",
                "1 yr")
            .line(
                "line_item_line_item_type",
                "DiscountedUsage",
                "line_item_product_code",
                "AmazonEC2",
                "line_item_usage_type",
                "EU-BoxUsage:m5.large",
                "reservation_reservation_a_r_n",
                RESERVATION,
                "reservation_effective_cost",
                26.0);
    assertEquals(
        List.of(
            new Commitment(
                RESERVATION,
                "RESERVED_INSTANCE",
                BillTable.PAYER,
                BillTable.ACCOUNT,
                "eu-west-1",
                "m5",
                "1yr",
                "",
                "USD",
                36.0 / 720,
                LocalDate.of(2026, 8, 1),
                money(36.0),
                money(26.0),
                720)),
        SpendCommitments.of(FoldedBill.of(spark, folder, table)));
  }

  @Test
  void purchaseOfFocusCountsTheHours(SparkSession spark) {
    BillTable table = BillTable.focus();
    focus(table, "Usage", "Used", 0.6, "EUW1-Fargate-GB-Hours");
    focus(table, "Usage", "Unused", 0.4, "ComputeSP:1yrAllUpfront");
    focus(table, "Purchase", null, 0.0, "ComputeSP:1yrAllUpfront");
    Commitment commitment = SpendCommitments.of(FoldedBill.of(spark, folder, table)).get(0);
    assertEquals("COMPUTE_SP", commitment.kind());
    assertEquals("All Upfront", commitment.paymentOption());
    assertEquals(money(1.0), commitment.committed());
    assertEquals(money(0.6), commitment.used());
    assertEquals(1, commitment.hours());
  }

  @Test
  void usageWithoutFeesShowsTheUsedPart(SparkSession spark) {
    BillTable table = BillTable.cur2().commitments();
    covered(table, 10, 0.7);
    Commitment plan = SpendCommitments.of(FoldedBill.of(spark, folder, table)).get(0);
    assertEquals("UNKNOWN", plan.kind());
    assertEquals(money(0.7), plan.used());
    assertEquals(money(0.7), plan.committed());
    assertEquals(24, plan.hours());
  }

  @Test
  void billWithoutCommitmentsHasNone(SparkSession spark) {
    assertEquals(
        List.of(), SpendCommitments.of(FoldedBill.of(spark, folder, BillTable.cur2().line())));
  }

  private static void focus(
      BillTable table,
      String category,
      @Nullable String status,
      double effective,
      String usageType) {
    table.line(
        "ChargeCategory",
        category,
        "ChargeFrequency",
        category.equals("Purchase") ? "Recurring" : "Usage-Based",
        "CommitmentDiscountId",
        PLAN,
        "CommitmentDiscountType",
        "Savings Plan",
        "CommitmentDiscountStatus",
        status,
        "EffectiveCost",
        effective,
        "SkuMeter",
        usageType);
  }

  private static void planFee(BillTable table, int hour, double committed, double used) {
    table.line(
        "line_item_line_item_type",
        "SavingsPlanRecurringFee",
        "line_item_usage_account_id",
        BillTable.PAYER,
        "line_item_product_code",
        "ComputeSavingsPlans",
        "line_item_usage_type",
        "ComputeSP:3yrPartialUpfront",
        "line_item_usage_start_date",
        "2025-11-03T" + hour + ":00:00Z",
        "line_item_usage_end_date",
        "2025-11-03T" + (hour + 1) + ":00:00Z",
        "savings_plan_savings_plan_a_r_n",
        PLAN,
        "savings_plan_total_commitment_to_date",
        committed,
        "savings_plan_used_commitment",
        used,
        "savings_plan_offering_type",
        "ComputeSavingsPlans",
        "savings_plan_purchase_term",
        "3yr",
        "savings_plan_payment_option",
        "Partial Upfront",
        "savings_plan_end_time",
        "2026-02-14T15:00:00.000Z");
  }

  private static void covered(BillTable table, int hour, double effective) {
    table.line(
        "line_item_line_item_type",
        "SavingsPlanCoveredUsage",
        "line_item_usage_start_date",
        "2025-11-03T" + hour + ":00:00Z",
        "line_item_usage_end_date",
        "2025-11-03T" + (hour + 1) + ":00:00Z",
        "savings_plan_savings_plan_a_r_n",
        PLAN,
        "savings_plan_savings_plan_effective_cost",
        effective);
  }
}
