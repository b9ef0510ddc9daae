package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.FoldedBill.money;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.fixture.SparkTest;
import ecsadvisor.jobs.source.bill.BillTable;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ResourceSpend;
import ecsadvisor.models.fact.UsageKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class SpendResourcesTest {
  private static final String BALANCER =
      "arn:aws:elasticloadbalancing:eu-west-1:012345678901:loadbalancer/app/shop/1";
  private static final String REPOSITORY = "arn:aws:ecr:eu-west-1:012345678901:repository/shop";

  @TempDir Path folder;

  @Test
  void eachSharedResourceHasItsOwnCost(SparkSession spark) {
    BillTable table = BillTable.cur2();
    line(table, "AWSELB", "EUW1-LoadBalancerUsage", BALANCER, 3, 0.02);
    line(table, "AWSELB", "EUW1-LoadBalancerUsage", BALANCER, 5, 0.02);
    line(table, "AWSELB", "EUW1-LCUUsage", BALANCER, 3, 0.01);
    line(table, "AmazonEC2", "EU-EBS:VolumeUsage.gp3", "vol-1", 3, 0.3);
    line(table, "AmazonEC2", "EU-SpotUsage:m5.large", "i-2", 3, 0.04);
    line(table, "AmazonECR", "EUW1-TimedStorage-ByteHrs", REPOSITORY, 3, 0.2);
    List<ResourceSpend> spends = SpendResources.of(FoldedBill.of(spark, folder, table));
    assertEquals(
        List.of(
            REPOSITORY + " ECR_STORAGE ON_DEMAND",
            BALANCER + " LOAD_BALANCER_HOURS ON_DEMAND",
            BALANCER + " LOAD_BALANCER_CAPACITY ON_DEMAND",
            "i-2 EC2_INSTANCE SPOT",
            "vol-1 EBS_STORAGE ON_DEMAND"),
        spends.stream()
            .map(s -> s.resourceId() + " " + s.usageKind() + " " + s.purchaseOption())
            .toList());
    assertEquals(
        new ResourceSpend(
            "2025-11",
            BillTable.PAYER,
            BillTable.ACCOUNT,
            "eu-west-1",
            BALANCER,
            UsageKind.LOAD_BALANCER_HOURS,
            PurchaseOption.ON_DEMAND,
            "USD",
            LocalDate.of(2025, 11, 3),
            LocalDate.of(2025, 11, 5),
            2_000_000_000L,
            2 * money(0.02),
            2 * money(0.02),
            2 * money(0.02)),
        spends.get(1));
  }

  @Test
  void snapshotsTasksAndBlankIdsAreNoSharedResources(SparkSession spark) {
    BillTable table = BillTable.cur2().line("line_item_resource_id", BillTable.TASK);
    line(table, "AmazonEC2", "EU-EBS:SnapshotUsage", "arn:aws:ec2:x:1:snapshot/snap-1", 3, 0.1);
    line(table, "AWSELB", "EUW1-LoadBalancerUsage", "", 3, 0.02);
    line(table, "AmazonS3", "EUW1-TimedStorage-ByteHrs", "bucket", 3, 0.02);
    assertEquals(List.of(), SpendResources.of(FoldedBill.of(spark, folder, table)));
  }

  @Test
  void coveredInstanceIsBilledWithItsCommitment(SparkSession spark) {
    BillTable table = BillTable.cur2().commitments();
    instance(table, "DiscountedUsage", 0, "reservation_effective_cost", 0.06);
    instance(table, "SavingsPlanNegation", -0.1, "savings_plan_savings_plan_effective_cost", 0);
    instance(
        table, "SavingsPlanCoveredUsage", 0.1, "savings_plan_savings_plan_effective_cost", 0.07);
    List<ResourceSpend> spends = SpendResources.of(FoldedBill.of(spark, folder, table));
    assertEquals(
        List.of(PurchaseOption.SAVINGS_PLAN, PurchaseOption.RESERVED),
        spends.stream().map(ResourceSpend::purchaseOption).toList());
    assertEquals(List.of(0L, 0L), spends.stream().map(ResourceSpend::billed).toList());
    assertEquals(
        List.of(money(0.07), money(0.06)), spends.stream().map(ResourceSpend::effective).toList());
  }

  private static void instance(
      BillTable table, String type, double billed, String column, double effective) {
    table.line(
        "line_item_line_item_type",
        type,
        "line_item_product_code",
        "AmazonEC2",
        "line_item_usage_type",
        "EU-BoxUsage:m5.large",
        "line_item_operation",
        "RunInstances",
        "line_item_resource_id",
        "i-1",
        "line_item_unblended_cost",
        billed,
        column,
        effective);
  }

  private static void line(
      BillTable table, String product, String usageType, String id, int day, double cost) {
    table.line(
        "line_item_product_code",
        product,
        "line_item_usage_type",
        usageType,
        "line_item_operation",
        "",
        "line_item_resource_id",
        id,
        "line_item_usage_start_date",
        "2025-11-0" + day + "T10:00:00Z",
        "line_item_usage_end_date",
        "2025-11-0" + day + "T11:00:00Z",
        "line_item_unblended_cost",
        cost,
        "pricing_public_on_demand_cost",
        cost);
  }
}
