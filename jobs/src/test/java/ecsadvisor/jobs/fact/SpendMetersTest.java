package ecsadvisor.jobs.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.fixture.SparkTest;
import ecsadvisor.jobs.source.bill.BillTable;
import ecsadvisor.models.fact.BillMeter;
import ecsadvisor.models.fact.Window;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class SpendMetersTest {
  private static final Window NOVEMBER = new Window(LocalDate.of(2025, 11, 30), 30);
  private static final String GROUP = "arn:aws:logs:eu-west-1:012345678901:log-group:/ecs/web";

  @TempDir Path folder;

  private List<BillMeter> meters(SparkSession spark, BillTable table) {
    return SpendMeters.of(FoldedBill.of(spark, folder, table).cache(), NOVEMBER);
  }

  private static BillMeter meter(String name, int days, double amount, double cost) {
    return new BillMeter(
        BillTable.PAYER, BillTable.ACCOUNT, "eu-west-1", name, "USD", days, amount, cost);
  }

  @Test
  void metersAddUpWhatProvesSomething(SparkSession spark) {
    BillTable table = BillTable.cur2();
    line(table, "AmazonGuardDuty", "EU-PaidFargatevCPUMonitored", "", 3, 0.002, 0.3);
    line(table, "AmazonGuardDuty", "EU-PaidFargatevCPUMonitored", "", 5, 0.002, 0.3);
    line(table, "AWSCloudTrail", "EUW1-FreeEventsRecorded", "", 3, 57_600, 0);
    line(table, "awskms", "eu-west-1-KMS-Keys", "", 3, 1, 1);
    line(table, "AmazonVPC", "EUW1-PublicIPv4:InUseAddress", "eni-1", 3, 24, 0.12);
    line(table, "AmazonVPC", "EUW1-PublicIPv4:InUseAddress", "eni-2", 3, 24, 0.12);
    line(table, "AmazonCloudWatch", "EUW1-DataProcessing-Bytes", GROUP, 3, 0.5, 0.25);
    assertEquals(
        List.of(
            meter("AWSCloudTrail/FreeEventsRecorded", 1, 57_600, 0),
            meter("AmazonGuardDuty/PaidFargatevCPUMonitored", 2, 0.004, 0.6),
            meter("AmazonVPC/PublicIPv4:InUseAddress", 1, 48, 0.24),
            meter("awskms/KMS-Keys", 1, 1, 1),
            meter("log-group:/ecs/web", 1, 0.5, 0.25)),
        meters(spark, table));
  }

  @Test
  void vcpuHoursOfFargateOnLinuxAreAMeter(SparkSession spark) {
    BillTable table = BillTable.cur2();
    line(table, "AmazonECS", "EU-Fargate-vCPU-Hours:perCPU", BillTable.TASK, 3, 2, 0.08);
    line(table, "AmazonECS", "EU-SpotUsage-Fargate-vCPU-Hours:perCPU", BillTable.TASK, 3, 1, 0.01);
    line(table, "AmazonECS", "EU-Fargate-ARM-vCPU-Hours:perCPU", BillTable.TASK, 3, 4, 0.12);
    line(table, "AmazonECS", "EU-Fargate-Windows-vCPU-Hours:perCPU", BillTable.TASK, 3, 8, 0.9);
    line(table, "AmazonECS", "EU-Fargate-GB-Hours", BillTable.TASK, 3, 16, 0.07);
    assertEquals(List.of(meter(BillMeter.FARGATE_VCPU_HOURS, 1, 7, 0.21)), meters(spark, table));
  }

  @Test
  void otherLinesAndOtherDaysAreNone(SparkSession spark) {
    BillTable table = BillTable.cur2();
    line(table, "AmazonS3", "EUW1-TimedStorage-ByteHrs", "bucket", 3, 1, 0.02);
    line(table, "AmazonCloudWatch", "EUW1-CW:MetricMonitorUsage", "", 3, 1, 0.3);
    line(
        table,
        "AmazonCloudWatch",
        "EUW1-DataProcessing-Bytes",
        GROUP.replace("/ecs/web", "/aws/lambda/f"),
        3,
        1,
        0.3);
    line(table, "AmazonVPC", "EUW1-VpcPeering-In-Bytes", "", 3, 1, 0.01);
    line(table, "AmazonGuardDuty", "EU-PaidEventsAnalyzed", "", 3, 1, 0.01);
    Dataset<Row> folded = FoldedBill.of(spark, folder, table).cache();
    assertEquals(List.of(), SpendMeters.of(folded, new Window(LocalDate.of(2025, 10, 31), 30)));
    assertEquals(1, SpendMeters.of(folded, NOVEMBER).size());
  }

  @Test
  void manyEventsFitAndMetersAreNoResources(SparkSession spark) {
    BillTable table = BillTable.cur2();
    for (int line = 0; line < 20; line++) {
      line(table, "AWSCloudTrail", "EUW1-DataEventsRecorded", "", 3, 8e9, 8_000);
    }
    Dataset<Row> folded = FoldedBill.of(spark, folder, table).cache();
    assertEquals(160e9, SpendMeters.of(folded, NOVEMBER).get(0).amount());
    assertTrue(SpendResources.of(folded).isEmpty());
  }

  @Test
  void focusNamesTheSameMeters(SparkSession spark) {
    BillTable table =
        BillTable.focus()
            .line(
                "x_ServiceCode",
                "AmazonGuardDuty",
                "SkuMeter",
                "EU-PaidFargatevCPUMonitored",
                "ConsumedQuantity",
                0.002,
                "EffectiveCost",
                0.3);
    assertEquals(
        List.of(meter("AmazonGuardDuty/PaidFargatevCPUMonitored", 1, 0.002, 0.3)),
        meters(spark, table));
  }

  @Test
  void prefixesOfRegionsAreTakenOff() {
    assertEquals("awskms/KMS-Keys", name("meter:awskms/us-gov-west-1-KMS-Keys"));
    assertEquals("awskms/KMS-Keys", name("meter:awskms/KMS-Keys"));
    assertEquals("awswaf/WebACLV2", name("meter:awswaf/USE1-WebACLV2"));
    assertEquals(
        "AWSSecretsManager/AWSSecretsManager-Secrets",
        name("meter:AWSSecretsManager/APN1-AWSSecretsManager-Secrets"));
    assertEquals("log-group:/a", name("meter:arn:aws:logs:x:1:log-group:/a:*"));
  }

  private static String name(String raw) {
    return SpendMeters.meter("", "", "", raw, "USD", 1, 0, 0).meter();
  }

  private static void line(
      BillTable table,
      String product,
      String usageType,
      String id,
      int day,
      double amount,
      double cost) {
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
        "line_item_usage_amount",
        amount,
        "line_item_unblended_cost",
        cost,
        "pricing_public_on_demand_cost",
        cost);
  }
}
