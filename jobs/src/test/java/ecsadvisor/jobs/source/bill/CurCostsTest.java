package ecsadvisor.jobs.source.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.fixture.SparkTest;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class CurCostsTest {
  private static final long DOLLAR = 10_000_000_000L;
  private static final String SP = "savings_plan_savings_plan_a_r_n";
  private static final String PLAN = "arn:aws:savingsplans::111111111111:savingsplan/a";
  private static final String RI = "reservation_reservation_a_r_n";
  private static final String RESERVATION =
      "arn:aws:ec2:eu-west-1:111111111111:reserved-instances/b";

  @Test
  void coveredUsageCostsItsAmortizedPriceAndTheNegationNothing(SparkSession spark) {
    List<Row> rows =
        rows(
            spark,
            commitments()
                .line(
                    "line_item_line_item_type",
                    "SavingsPlanCoveredUsage",
                    SP,
                    PLAN,
                    "line_item_unblended_cost",
                    10.0,
                    "pricing_public_on_demand_cost",
                    10.0,
                    "savings_plan_savings_plan_effective_cost",
                    7.0,
                    "savings_plan_net_savings_plan_effective_cost",
                    6.0)
                .line(
                    "line_item_line_item_type",
                    "SavingsPlanNegation",
                    SP,
                    PLAN,
                    "line_item_unblended_cost",
                    -10.0,
                    "pricing_public_on_demand_cost",
                    -10.0));
    assertMoney(rows.get(0), 10.0, 7.0, 6.0, 10.0);
    assertEquals(true, rows.get(0).getAs("has_savings_plan"));
    assertEquals(1_000_000_000L, (long) rows.get(0).getAs("usage_amount"));
    assertMoney(rows.get(1), -10.0, 0.0, 0.0, 0.0);
    assertEquals(0L, (long) rows.get(1).getAs("usage_amount"));
  }

  @Test
  void recurringFeeOfAPlanIsItsUnusedCommitment(SparkSession spark) {
    Row row =
        rows(
                spark,
                commitments()
                    .line(
                        "line_item_line_item_type",
                        "SavingsPlanRecurringFee",
                        "line_item_unblended_cost",
                        50.0,
                        "pricing_public_on_demand_cost",
                        0.0,
                        "savings_plan_total_commitment_to_date",
                        100.0,
                        "savings_plan_used_commitment",
                        92.5))
            .get(0);
    assertMoney(row, 50.0, 7.5, 7.5, 0.0);
  }

  @Test
  void upfrontFeesAreAmortizedElsewhere(SparkSession spark) {
    List<Row> rows =
        rows(
            spark,
            commitments()
                .line(
                    "line_item_line_item_type",
                    "SavingsPlanUpfrontFee",
                    "line_item_unblended_cost",
                    500.0,
                    "pricing_public_on_demand_cost",
                    0.0)
                .line(
                    "line_item_line_item_type",
                    "Fee",
                    RI,
                    RESERVATION,
                    "line_item_unblended_cost",
                    300.0,
                    "pricing_public_on_demand_cost",
                    0.0)
                .line(
                    "line_item_line_item_type",
                    "Fee",
                    "line_item_unblended_cost",
                    30.0,
                    "pricing_public_on_demand_cost",
                    0.0));
    assertMoney(rows.get(0), 500.0, 0.0, 0.0, 0.0);
    assertMoney(rows.get(1), 300.0, 0.0, 0.0, 0.0);
    assertMoney(rows.get(2), 30.0, 30.0, 30.0, 0.0);
  }

  @Test
  void reservedUsageAndItsUnusedPart(SparkSession spark) {
    List<Row> rows =
        rows(
            spark,
            commitments()
                .line(
                    "line_item_line_item_type",
                    "DiscountedUsage",
                    RI,
                    RESERVATION,
                    "line_item_unblended_cost",
                    0.0,
                    "pricing_public_on_demand_cost",
                    1.0,
                    "reservation_effective_cost",
                    0.6,
                    "reservation_net_effective_cost",
                    0.5)
                .line(
                    "line_item_line_item_type",
                    "RIFee",
                    RI,
                    RESERVATION,
                    "line_item_unblended_cost",
                    20.0,
                    "pricing_public_on_demand_cost",
                    0.0,
                    "reservation_unused_amortized_upfront_fee_for_billing_period",
                    1.5,
                    "reservation_unused_recurring_fee",
                    2.0));
    assertMoney(rows.get(0), 0.0, 0.6, 0.5, 1.0);
    assertEquals(true, rows.get(0).getAs("has_reservation"));
    assertMoney(rows.get(1), 20.0, 3.5, 3.5, 0.0);
  }

  @Test
  void onlyTheRefundOfAPlansOneTimeFeeIsLeftOut(SparkSession spark) {
    List<Row> rows =
        rows(
            spark,
            commitments()
                .line(
                    "line_item_line_item_type",
                    "Refund",
                    "line_item_product_code",
                    "ComputeSavingsPlans",
                    "line_item_line_item_description",
                    "Refund for one-time fee for Savings Plan ID: 0815",
                    "line_item_unblended_cost",
                    -500.0,
                    "pricing_public_on_demand_cost",
                    0.0)
                .line(
                    "line_item_line_item_type",
                    "Refund",
                    "line_item_product_code",
                    "ComputeSavingsPlans",
                    "line_item_line_item_description",
                    "Enterprise discount",
                    "line_item_unblended_cost",
                    -40.0,
                    "pricing_public_on_demand_cost",
                    0.0)
                .line(
                    "line_item_line_item_type",
                    "Refund",
                    "line_item_line_item_description",
                    "Refund for one-time fee for Savings Plan ID: 0815",
                    "line_item_unblended_cost",
                    -3.0,
                    "pricing_public_on_demand_cost",
                    null));
    assertMoney(rows.get(0), -500.0, 0.0, 0.0, 0.0);
    assertMoney(rows.get(1), -40.0, -40.0, -40.0, 0.0);
    assertMoney(rows.get(2), -3.0, -3.0, -3.0, 0.0);
  }

  @Test
  void negotiatedDiscountsLowerCostButNotListCost(SparkSession spark) {
    for (Row row :
        rows(
            spark,
            commitments()
                .line(
                    "line_item_line_item_type",
                    "EdpDiscount",
                    "line_item_unblended_cost",
                    -2.5,
                    "pricing_public_on_demand_cost",
                    -2.5,
                    "line_item_net_unblended_cost",
                    -2.5)
                .line(
                    "line_item_line_item_type",
                    "PrivateRateDiscount",
                    "line_item_unblended_cost",
                    -2.5,
                    "pricing_public_on_demand_cost",
                    null))) {
      assertMoney(row, -2.5, -2.5, -2.5, 0.0);
      assertEquals(0L, (long) row.getAs("usage_amount"));
    }
  }

  @Test
  void netIsTakenWhereTheLineHasItEvenIfNegativeOrZero(SparkSession spark) {
    List<Row> rows =
        rows(
            spark,
            commitments()
                .line("line_item_unblended_cost", 4.0, "line_item_net_unblended_cost", 0.0)
                .line(
                    "line_item_line_item_type",
                    "Credit",
                    "line_item_unblended_cost",
                    -4.0,
                    "line_item_net_unblended_cost",
                    -3.0,
                    "pricing_public_on_demand_cost",
                    null)
                .line("line_item_unblended_cost", 4.0));
    assertMoney(rows.get(0), 4.0, 4.0, 0.0, 0.04);
    assertMoney(rows.get(1), -4.0, -4.0, -3.0, 0.0);
    assertMoney(rows.get(2), 4.0, 4.0, 4.0, 0.04);
  }

  @Test
  void spotUsageHasItsOwnPriceAsListPrice(SparkSession spark) {
    Row row =
        rows(
                spark,
                commitments()
                    .line(
                        "line_item_usage_type",
                        "EUW1-SpotUsage-Fargate-vCPU-Hours:perCPU",
                        "line_item_unblended_cost",
                        0.012,
                        "pricing_public_on_demand_cost",
                        99.0))
            .get(0);
    assertMoney(row, 0.012, 0.012, 0.012, 0.012);
    assertEquals(true, row.getAs("is_spot"));
  }

  @Test
  void lineOfAnUnknownTypeCostsWhatItIsBilled(SparkSession spark) {
    Row row =
        rows(
                spark,
                commitments()
                    .line(
                        "line_item_line_item_type",
                        "Surprise",
                        "line_item_unblended_cost",
                        3.0,
                        "pricing_public_on_demand_cost",
                        null))
            .get(0);
    assertMoney(row, 3.0, 3.0, 3.0, 0.0);
    assertEquals("Surprise", row.getAs("charge_type"));
    assertEquals(0L, (long) row.getAs("usage_amount"));
  }

  @Test
  void reportWithoutCommitmentColumnsIsPricedToo(SparkSession spark) {
    List<Row> rows =
        rows(
            spark,
            BillTable.legacy()
                .line("line_item_unblended_cost", 4.0)
                .line(
                    "line_item_line_item_type",
                    "SavingsPlanRecurringFee",
                    "line_item_unblended_cost",
                    4.0,
                    "pricing_public_on_demand_cost",
                    null));
    assertMoney(rows.get(0), 4.0, 4.0, 4.0, 0.04);
    assertMoney(rows.get(1), 4.0, 0.0, 0.0, 0.0);
  }

  /**
   * AWS's worked example of split cost: an m5.xlarge hour of 1 USD shared by four tasks. Weights 9
   * to 1 for CPU and memory; shares are computed here from the example's reservations and usage.
   */
  @Test
  void splitAndUnusedCostOfAllTasksAreTheCostOfTheInstance(SparkSession spark) {
    double[][] tasks = {{1, 0.1, 4, 3}, {1, 1.9, 4, 6}, {1, 0.5, 2, 2}, {1, 0.5, 2, 2}};
    double unit = 1.0 / (16 + 9 * 4);
    double[] prices = {9 * unit, unit};
    double[] capacities = {4, 16};
    BillTable table = BillTable.cur2().commitments().splitCost();
    double[] expected = {0.229199, 0.400314, 0.185243, 0.185243};
    double[] totals = new double[4];
    for (int resource = 0; resource < 2; resource++) {
      double sum = 0;
      double[] allocated = new double[4];
      for (int i = 0; i < 4; i++) {
        allocated[i] = Math.max(tasks[i][2 * resource], tasks[i][2 * resource + 1]);
        sum += allocated[i];
      }
      double divisor = Math.max(sum, capacities[resource]);
      double idle = Math.max(capacities[resource] - sum, 0);
      for (int i = 0; i < 4; i++) {
        double split = allocated[i] / divisor * capacities[resource] * prices[resource];
        double unused = idle == 0 ? 0 : allocated[i] / sum * idle * prices[resource];
        totals[i] += split + unused;
        table.line(
            "line_item_operation",
            "ECSTask-EC2",
            "line_item_usage_type",
            resource == 0 ? "EU-ECS-EC2-vCPU-Hours" : "EU-ECS-EC2-GB-Hours",
            "line_item_resource_id",
            BillTable.TASK + i,
            "line_item_unblended_cost",
            0.0,
            "pricing_public_on_demand_cost",
            0.0,
            "split_line_item_parent_resource_id",
            "i-1",
            "split_line_item_split_cost",
            split,
            "split_line_item_unused_cost",
            unused,
            "split_line_item_reserved_usage",
            tasks[i][2 * resource],
            "split_line_item_actual_usage",
            tasks[i][2 * resource + 1]);
      }
    }
    long all = 0;
    long[] perTask = new long[4];
    for (Row row : rows(spark, table)) {
      String id = row.getAs("resource_id");
      long cost = (long) row.getAs("effective") + (long) row.getAs("unused");
      perTask[id.charAt(id.length() - 1) - '0'] += cost;
      all += cost;
      assertEquals(0L, (long) row.getAs("billed"));
      assertEquals(true, row.getAs("is_split"));
      assertEquals("i-1", row.getAs("parent_resource_id"));
    }
    for (int i = 0; i < 4; i++) {
      assertEquals(expected[i], totals[i], 1e-6, "AWS's own figure");
      assertTrue(Math.abs(Math.round(totals[i] * DOLLAR) - perTask[i]) <= 2);
    }
    assertTrue(Math.abs(DOLLAR - all) <= 8, "rounding of eight lines");
  }

  @Test
  void splitCostNetOfDiscountsAndAtListPrice(SparkSession spark) {
    Row row =
        rows(
                spark,
                BillTable.cur2()
                    .splitCost()
                    .line(
                        "line_item_operation",
                        "ECSTask-EC2",
                        "line_item_unblended_cost",
                        0.0,
                        "split_line_item_split_cost",
                        0.5,
                        "split_line_item_net_split_cost",
                        0.4,
                        "split_line_item_public_on_demand_split_cost",
                        0.8,
                        "split_line_item_unused_cost",
                        0.2,
                        "split_line_item_reserved_usage",
                        2.0,
                        "split_line_item_actual_usage",
                        0.5))
            .get(0);
    assertMoney(row, 0.0, 0.5, 0.4, 0.8);
    assertEquals(DOLLAR / 5, (long) row.getAs("unused"));
    assertEquals(2_000_000_000L, (long) row.getAs("reserved_usage"));
    assertEquals(500_000_000L, (long) row.getAs("actual_usage"));
  }

  @Test
  void fargateLineWithUsageColumnsKeepsItsOwnCost(SparkSession spark) {
    Row row =
        rows(
                spark,
                BillTable.cur2()
                    .splitCost()
                    .line(
                        "line_item_unblended_cost",
                        0.04,
                        "split_line_item_reserved_usage",
                        1.0,
                        "split_line_item_actual_usage",
                        0.3))
            .get(0);
    assertMoney(row, 0.04, 0.04, 0.04, 0.04);
    assertEquals(false, row.getAs("is_split"));
    assertEquals(300_000_000L, (long) row.getAs("actual_usage"));
  }

  @Test
  void unblendedIsAmortizedPlusTrueUpPlusUpfront(SparkSession spark) {
    java.util.Random random = new java.util.Random(7);
    double used = 0;
    double upfront = 0;
    BillTable table = commitments();
    double spUpfrontShare = 20;
    double commitment = 200;
    for (int i = 0; i < 50; i++) {
      double onDemand = Math.round(random.nextDouble() * 1e8) / 1e8;
      double effective = onDemand * 0.7;
      used += effective;
      table
          .line("line_item_unblended_cost", onDemand)
          .line(
              "line_item_line_item_type",
              "SavingsPlanCoveredUsage",
              SP,
              PLAN,
              "line_item_unblended_cost",
              onDemand,
              "savings_plan_savings_plan_effective_cost",
              effective)
          .line(
              "line_item_line_item_type",
              "SavingsPlanNegation",
              SP,
              PLAN,
              "line_item_unblended_cost",
              -onDemand)
          .line("line_item_line_item_type", "Tax", "line_item_unblended_cost", onDemand / 5);
    }
    table
        .line(
            "line_item_line_item_type",
            "SavingsPlanRecurringFee",
            SP,
            PLAN,
            "line_item_unblended_cost",
            commitment - spUpfrontShare,
            "savings_plan_total_commitment_to_date",
            commitment,
            "savings_plan_used_commitment",
            used)
        .line(
            "line_item_line_item_type",
            "SavingsPlanUpfrontFee",
            SP,
            PLAN,
            "line_item_unblended_cost",
            720.0);
    upfront += 720.0;
    long unblended = 0;
    long amortized = 0;
    for (Row row : rows(spark, table)) {
      unblended += (long) row.getAs("billed");
      amortized += (long) row.getAs("effective");
    }
    double trueUp = -spUpfrontShare;
    long difference = unblended - amortized - Math.round((trueUp + upfront) * DOLLAR);
    assertTrue(Math.abs(difference) <= 200, "half a unit a line, but is " + difference);
  }

  private static BillTable commitments() {
    return BillTable.cur2().commitments();
  }

  private static List<Row> rows(SparkSession spark, BillTable table) {
    BillSource.prepare(spark);
    BillConstants constants = new BillConstants("2025-11", true, "1", "USD", Set.of(), null);
    return CurLines.canonical(table.rows(spark), constants, List.of()).collectAsList();
  }

  private static void assertMoney(
      Row row, double billed, double effective, double netEffective, double list) {
    assertEquals(Math.round(billed * DOLLAR), (long) row.getAs("billed"), "billed");
    assertEquals(Math.round(effective * DOLLAR), (long) row.getAs("effective"), "effective");
    assertEquals(Math.round(netEffective * DOLLAR), (long) row.getAs("net_effective"), "net");
    assertEquals(Math.round(list * DOLLAR), (long) row.getAs("list"), "list");
  }
}
