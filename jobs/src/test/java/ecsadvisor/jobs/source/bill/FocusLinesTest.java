package ecsadvisor.jobs.source.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.fixture.SparkTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

@SparkTest
class FocusLinesTest {
  private static final String PLAN = "arn:aws:savingsplans::1:savingsplan/a";

  @Test
  void usageLineBecomesCanonical(SparkSession spark) {
    Row row =
        rows(
                spark,
                BillTable.focus()
                    .line(
                        "BilledCost",
                        0.5,
                        "EffectiveCost",
                        0.4,
                        "ListCost",
                        0.6,
                        "Tags",
                        Map.of("user:Team", "web", "aws:ecs:serviceName", "cart")))
            .get(0);
    assertEquals("AmazonECS", row.getAs("product_code"));
    assertEquals("EUW1-Fargate-GB-Hours", row.getAs("usage_type"));
    assertEquals("Usage", row.getAs("charge_type"));
    assertEquals(BillTable.ACCOUNT, row.getAs("account_id"));
    assertEquals(5_000_000_000L, (long) row.getAs("billed"));
    assertEquals(4_000_000_000L, (long) row.getAs("effective"));
    assertEquals(4_000_000_000L, (long) row.getAs("net_effective"));
    assertEquals(6_000_000_000L, (long) row.getAs("list"));
    assertEquals(2_000_000_000L, (long) row.getAs("usage_amount"));
    assertEquals("cart", row.getAs("tag_service"));
    assertEquals("web", row.getAs("tag:user_team"));
  }

  @Test
  void chargeTypesAreTheReportsWords(SparkSession spark) {
    BillTable table =
        BillTable.focus()
            .line(
                "CommitmentDiscountId",
                PLAN,
                "CommitmentDiscountType",
                "Compute Savings Plans",
                "CommitmentDiscountStatus",
                "Used")
            .line(
                "CommitmentDiscountId",
                "ri",
                "CommitmentDiscountType",
                "Reserved",
                "CommitmentDiscountStatus",
                "Used")
            .line(
                "CommitmentDiscountId",
                PLAN,
                "CommitmentDiscountType",
                "Compute Savings Plans",
                "CommitmentDiscountStatus",
                "Unused")
            .line(
                "ChargeCategory",
                "Purchase",
                "CommitmentDiscountId",
                PLAN,
                "ChargeFrequency",
                "One-Time")
            .line(
                "ChargeCategory",
                "Purchase",
                "CommitmentDiscountId",
                "ri",
                "ChargeFrequency",
                "Recurring")
            .line("ChargeCategory", "Purchase")
            .line("ChargeCategory", "Tax")
            .line("ChargeClass", "Correction");
    assertEquals(
        List.of(
            "SavingsPlanCoveredUsage",
            "DiscountedUsage",
            "SavingsPlanRecurringFee",
            "SavingsPlanUpfrontFee",
            "RIFee",
            "Fee",
            "Tax",
            "Refund"),
        rows(spark, table).stream().map(row -> row.getAs("charge_type")).toList());
  }

  @Test
  void dynamicPricingIsSpot(SparkSession spark) {
    assertEquals(
        true,
        rows(spark, BillTable.focus().line("PricingCategory", "Dynamic")).get(0).getAs("is_spot"));
  }

  @Test
  void namesInGluesLowerCaseAndOfFocusOneAreFound(SparkSession spark) {
    var table = BillTable.focus().line().rows(spark).withColumnRenamed("SkuMeter", "x_UsageType");
    for (String name : table.columns()) {
      table =
          table
              .withColumn("_", functions.col(name))
              .drop(name)
              .withColumnRenamed("_", name.toLowerCase(java.util.Locale.ROOT));
    }
    BillConstants constants = new BillConstants("2025-11", true, "1", "USD", Set.of(), null);
    Row row = FocusLines.canonical(table, constants, List.of()).first();
    assertEquals("EUW1-Fargate-GB-Hours", row.getAs("usage_type"));
    assertEquals(100_000_000L, (long) row.getAs("billed"));
  }

  private static List<Row> rows(SparkSession spark, BillTable table) {
    BillSource.prepare(spark);
    BillConstants constants = new BillConstants("2025-11", true, "1", "USD", Set.of(), null);
    return FocusLines.canonical(table.rows(spark), constants, List.of("user_team")).collectAsList();
  }
}
