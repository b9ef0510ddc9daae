package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.FoldedBill.money;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.jobs.fixture.SparkTest;
import ecsadvisor.jobs.source.bill.BillTable;
import ecsadvisor.models.fact.CommitmentUsage;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.SpendHours;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class SpendCommitmentUsageTest {
  private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
  private static final String PLAN = "arn:aws:savingsplans::1:savingsplan/p";
  private static final Map<String, String> CART =
      Map.of("aws_ecs_service_name", "cart", "aws_ecs_cluster_name", "shop");

  @TempDir Path folder;

  @Test
  void hoursOfAFamilyAreThoseOfAllProducts(SparkSession spark) {
    BillTable table = BillTable.cur2();
    usage(table, 7, "AmazonECS", "EUW1-Fargate-vCPU-Hours:perCPU", 0.04);
    usage(table, 7, "AmazonECS", "EUW1-Fargate-ARM-GB-Hours", 0.01);
    usage(table, 23, "AmazonEKS", "EUW1-Fargate-GB-Hours", 0.02);
    usage(table, 0, "AWSLambda", "EUW1-Lambda-GB-Second-ARM", 0.3);
    usage(table, 5, "AmazonEC2", "EU-BoxUsage:m5.2xlarge", 0.4);
    usage(table, 5, "AmazonEC2", "EU-BoxUsage:m5.large", 0.1);
    List<CommitmentUsage> days = SpendCommitmentUsage.of(FoldedBill.of(spark, folder, table));
    assertEquals(
        List.of("FARGATE", "LAMBDA", "m5"), days.stream().map(CommitmentUsage::family).toList());
    assertEquals(
        new CommitmentUsage(
            BillTable.PAYER,
            BillTable.ACCOUNT,
            "eu-west-1",
            "FARGATE",
            "USD",
            DAY,
            PurchaseOption.ON_DEMAND,
            hours(7, 0.05, 23, 0.02),
            hours(7, 0.05, 23, 0.02)),
        days.get(0));
    assertEquals(hours(0, 0.3), days.get(1).list());
    assertEquals(hours(5, 0.5), days.get(2).list());
  }

  @Test
  void whatNoCommitmentCoversIsNotThere(SparkSession spark) {
    BillTable table = BillTable.cur2();
    usage(table, 7, "AmazonECS", "EUW1-SpotUsage-Fargate-vCPU-Hours:perCPU", 0.04);
    usage(table, 7, "AmazonECS", "EUW1-Fargate-Windows-OS-Hours:perCPU", 0.04);
    usage(table, 7, "AmazonECS", "EUW1-Fargate-EphemeralStorage-GB-Hours", 0.04);
    usage(table, 7, "AmazonECS", "EUW1-ECS-EC2-GB-Hours", 0.04);
    usage(table, 7, "AmazonEC2", "EU-SpotUsage:m5.large", 0.04);
    usage(table, 7, "AWSLambda", "EUW1-Request", 0.04);
    usage(table, 7, "AmazonS3", "EUW1-TimedStorage-ByteHrs", 0.04);
    table.line("line_item_line_item_type", "EdpDiscount", "line_item_unblended_cost", -0.01);
    assertEquals(List.of(), SpendCommitmentUsage.of(FoldedBill.of(spark, folder, table)));
  }

  @Test
  void coveredUsageIsApartFromUsageOnDemand(SparkSession spark) {
    BillTable table = BillTable.cur2().commitments().line("resource_tags", CART);
    planned(table, "SavingsPlanCoveredUsage", 0.04);
    planned(table, "SavingsPlanNegation", -0.04);
    Dataset<Row> folded = FoldedBill.of(spark, folder, table);
    List<CommitmentUsage> days = SpendCommitmentUsage.of(folded);
    assertEquals(
        List.of(PurchaseOption.ON_DEMAND, PurchaseOption.SAVINGS_PLAN),
        days.stream().map(CommitmentUsage::purchaseOption).toList());
    assertEquals(hours(10, 0.04), days.get(1).list());
    assertEquals(hours(10, 0.03), days.get(1).effective());
    Spend spend = spend(folded);
    assertEquals(
        List.of(
            new SpendHours(DAY, PurchaseOption.ON_DEMAND, hours(10, 0.04)),
            new SpendHours(DAY, PurchaseOption.SAVINGS_PLAN, hours(10, 0.04))),
        spend.hours());
    assertEquals(3, spend.lines().size());
  }

  @Test
  void billByTheDayDoesNotSayTheHour(SparkSession spark) {
    BillTable table =
        BillTable.cur2()
            .line(
                "resource_tags",
                CART,
                "line_item_usage_start_date",
                "2025-11-03T00:00:00Z",
                "line_item_usage_end_date",
                "2025-11-04T00:00:00Z");
    Dataset<Row> folded = FoldedBill.of(spark, folder, table);
    assertEquals(List.of(), SpendCommitmentUsage.of(folded));
    assertEquals(List.of(), spend(folded).hours());
  }

  private static Spend spend(Dataset<Row> folded) {
    return RecordCodec.of(Spend.class).fromRow(SpendFacts.perService(folded).first().getStruct(4));
  }

  private static void planned(BillTable table, String type, double billed) {
    table.line(
        "line_item_line_item_type",
        type,
        "resource_tags",
        CART,
        "savings_plan_savings_plan_a_r_n",
        PLAN,
        "line_item_unblended_cost",
        billed,
        "savings_plan_savings_plan_effective_cost",
        0.03);
  }

  private static void usage(
      BillTable table, int hour, String product, String usageType, double cost) {
    table.line(
        "line_item_product_code",
        product,
        "line_item_usage_type",
        usageType,
        "line_item_usage_start_date",
        "2025-11-03T%02d:00:00Z".formatted(hour),
        "line_item_usage_end_date",
        hour == 23 ? "2025-11-04T00:00:00Z" : "2025-11-03T%02d:00:00Z".formatted(hour + 1),
        "line_item_unblended_cost",
        cost,
        "pricing_public_on_demand_cost",
        cost);
  }

  private static List<Long> hours(double... hoursAndCosts) {
    List<Long> hours = new ArrayList<>(Collections.nCopies(24, 0L));
    for (int i = 0; i < hoursAndCosts.length; i += 2) {
      hours.set((int) hoursAndCosts[i], money(hoursAndCosts[i + 1]));
    }
    return hours;
  }
}
