package ecsadvisor.jobs.source.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.fixture.SparkTest;
import ecsadvisor.jobs.source.FileQuality;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class BillSourceReadTest {
  private static final List<String> TAGS = List.of("user_team");

  @TempDir Path folder;

  @Test
  void lineOfCur2BecomesCanonical(SparkSession spark) {
    Row row =
        only(
            spark,
            BillTable.cur2()
                .line(
                    "line_item_resource_id",
                    BillTable.TASK,
                    "line_item_usage_amount",
                    0.5,
                    "line_item_unblended_cost",
                    0.0202415,
                    "pricing_public_on_demand_cost",
                    0.02024,
                    "bill_invoice_id",
                    "E1",
                    "resource_tags",
                    Map.of(
                        "user_team", "web", "aws_ecs_service_name", "cart", "user_x", "ignored")));
    assertEquals("2025-11", row.getAs("billing_period"));
    assertEquals(BillTable.PAYER, row.getAs("payer_account_id"));
    assertEquals(BillTable.ACCOUNT, row.getAs("account_id"));
    assertEquals("eu-west-1", row.getAs("region"));
    assertEquals("EUW1-Fargate-vCPU-Hours:perCPU", row.getAs("usage_type"));
    assertEquals(false, row.getAs("has_savings_plan"));
    assertEquals(false, row.getAs("is_spot"));
    assertEquals("Usage", row.getAs("charge_type"));
    assertEquals(BillTable.TASK, row.getAs("resource_id"));
    assertEquals(
        Timestamp.from(Instant.parse("2025-11-03T10:00:00Z")), row.getAs("interval_start"));
    assertEquals(true, row.getAs("invoice_final"));
    assertEquals("USD", row.getAs("currency"));
    assertEquals(500_000_000L, (long) row.getAs("usage_amount"));
    assertEquals(202_415_000L, (long) row.getAs("billed"));
    assertEquals(202_415_000L, (long) row.getAs("effective"));
    assertEquals(202_415_000L, (long) row.getAs("net_effective"));
    assertEquals(202_400_000L, (long) row.getAs("list"));
    assertEquals("cart", row.getAs("tag_service"));
    assertNull(row.getAs("tag_cluster"));
    assertEquals("web", row.getAs("tag:user_team"));
  }

  @Test
  void columnsAreThoseDocumented(SparkSession spark) {
    BillRows rows = read(spark, BillTable.cur2().line());
    assertEquals(
        Arrays.asList(CanonicalBill.schema(TAGS).fields()).stream()
            .map(field -> field.name() + " " + field.dataType().simpleString())
            .toList(),
        Arrays.asList(rows.rows().schema().fields()).stream()
            .map(field -> field.name() + " " + field.dataType().simpleString())
            .toList());
  }

  @Test
  void legacyTagColumnsThatDifferByCaseAreOneTag(SparkSession spark) {
    BillTable table =
        BillTable.legacy()
            .text(
                "resource_tags_aws_ecs_service_Name",
                "resource_tags_aws_ecs_service_name",
                "resource_tags_user_team",
                "resource_tags_user_Team")
            .line("resource_tags_aws_ecs_service_Name", "cart", "resource_tags_user_team", "web")
            .line("resource_tags_aws_ecs_service_name", "cart", "resource_tags_user_Team", "web");
    for (Row row : read(spark, table).rows().collectAsList()) {
      assertEquals("cart", row.getAs("tag_service"));
      assertEquals("web", row.getAs("tag:user_team"));
    }
  }

  @Test
  void tagKeysWithColonsAreFound(SparkSession spark) {
    Row row =
        only(
            spark,
            BillTable.cur2()
                .line("resource_tags", Map.of("user:Team", "web", "aws:ecs:serviceName", "cart")));
    assertEquals("cart", row.getAs("tag_service"));
    assertEquals("web", row.getAs("tag:user_team"));
  }

  @Test
  void mapKeysSelectedWithTheDotOperatorAreFound(SparkSession spark) {
    BillTable table =
        BillTable.cur2()
            .without("resource_tags")
            .without("bill_payer_account_name")
            .without("product_region_code")
            .text("resource_tags.aws_ecs_service_name", "resource_tags.user_team", "product.region")
            .line(
                "resource_tags.aws_ecs_service_name",
                "cart",
                "resource_tags.user_team",
                "web",
                "product.region",
                "eu-north-1");
    Row row = only(spark, table);
    assertEquals("cart", row.getAs("tag_service"));
    assertEquals("web", row.getAs("tag:user_team"));
    assertEquals("eu-north-1", row.getAs("region"));
  }

  @Test
  void tagsWrittenAsJsonTextAreRead(SparkSession spark) {
    BillTable table =
        BillTable.cur2()
            .column("resource_tags", DataTypes.StringType, null)
            .line("resource_tags", "{\"aws_ecs_service_name\": \"cart\", \"user_team\": \"web\"}");
    Row row = only(spark, table);
    assertEquals("cart", row.getAs("tag_service"));
    assertEquals("web", row.getAs("tag:user_team"));
  }

  @Test
  void tagsOfAnUnknownShapeAreAbsent(SparkSession spark) {
    BillTable table =
        BillTable.cur2()
            .column(
                "resource_tags",
                DataTypes.createArrayType(DataTypes.createArrayType(DataTypes.StringType)),
                null)
            .line();
    assertNull(only(spark, table).getAs("tag_service"));
  }

  @Test
  void timesWithoutZoneAreUtcWhateverTheSession(SparkSession spark) {
    SparkSession newYork = spark.newSession();
    newYork.conf().set("spark.sql.session.timeZone", "America/New_York");
    Path file =
        BillTable.cur2()
            .column(
                "bill_billing_period_start_date",
                DataTypes.TimestampNTZType,
                "2025-11-01T00:00:00Z")
            .column(
                "line_item_usage_start_date", DataTypes.TimestampNTZType, "2025-11-01T00:00:00Z")
            .line()
            .write(spark, folder.resolve("ntz.parquet"));
    BillInput input = BillSource.find(newYork, List.of(file.toString()));
    Row row = BillSource.read(newYork, input, TAGS).rows().first();
    assertEquals("2025-11", row.getAs("billing_period"));
    assertEquals(
        Timestamp.from(Instant.parse("2025-11-01T00:00:00Z")), row.getAs("interval_start"));
  }

  @Test
  void valuesStoredAsTextAreCast(SparkSession spark) {
    BillTable table =
        BillTable.cur2()
            .column(
                "bill_billing_period_start_date", DataTypes.StringType, "2025-11-01T00:00:00.000Z")
            .column("line_item_usage_start_date", DataTypes.StringType, "2025-11-03 10:00:00")
            .column("line_item_unblended_cost", DataTypes.StringType, "0.25")
            .column("line_item_usage_amount", DataTypes.createDecimalType(20, 9), null)
            .line("line_item_usage_amount", new java.math.BigDecimal("0.125"));
    Row row = only(spark, table);
    assertEquals("2025-11", row.getAs("billing_period"));
    assertEquals(2_500_000_000L, (long) row.getAs("billed"));
    assertEquals(125_000_000L, (long) row.getAs("usage_amount"));
    assertEquals(
        Timestamp.from(Instant.parse("2025-11-03T10:00:00Z")), row.getAs("interval_start"));
  }

  @Test
  void optionalColumnsMayBeMissing(SparkSession spark) {
    BillTable table =
        BillTable.legacy()
            .without("bill_invoice_id")
            .without("line_item_resource_id")
            .without("line_item_operation")
            .without("line_item_usage_end_date")
            .without("line_item_currency_code")
            .without("pricing_public_on_demand_cost")
            .without("line_item_line_item_description")
            .without("product_region")
            .line("line_item_unblended_cost", 1.0);
    Row row = only(spark, table);
    assertNull(row.getAs("resource_id"));
    assertNull(row.getAs("invoice_final"));
    assertEquals("", row.getAs("currency"));
    assertEquals("", row.getAs("region"));
    assertEquals(10_000_000_000L, (long) row.getAs("list"));
  }

  @Test
  void transferOfATaskIsInTheTasksRegion(SparkSession spark) {
    Row row =
        only(
            spark,
            BillTable.cur2()
                .line(
                    "line_item_resource_id",
                    BillTable.TASK,
                    "line_item_usage_type",
                    "EUW1-USE1-AWS-Out-Bytes",
                    "product_region_code",
                    "us-east-1"));
    assertEquals("eu-west-1", row.getAs("region"));
  }

  @Test
  void unreadableCostAndTimeAreCountedByFile(SparkSession spark) {
    BillTable good = BillTable.cur2().line("line_item_unblended_cost", 7.0);
    BillTable bad =
        BillTable.cur2()
            .line("line_item_unblended_cost", null)
            .line("line_item_unblended_cost", Double.NaN)
            .line("line_item_usage_start_date", null)
            .line();
    Path first = good.write(spark, folder.resolve("x/a b-00001.snappy.parquet"));
    Path second = bad.write(spark, folder.resolve("x/a b-00002.snappy.parquet"));
    BillInput input = BillSource.find(spark, List.of(folder.resolve("x").toString()));
    BillRows rows = BillSource.read(spark, input, TAGS);
    assertEquals(5, rows.rows().collectAsList().size());
    List<FileQuality> quality = rows.quality();
    assertEquals(List.of(1L, 4L), quality.stream().map(FileQuality::rowsRead).toList());
    assertEquals(List.of(0L, 3L), quality.stream().map(FileQuality::rowsBad).toList());
    assertEquals(
        Map.of(
            "cost unreadable, counted as zero",
            2L,
            "start time unreadable, put on the first of the month",
            1L),
        quality.get(1).reasons());
    assertTrue(quality.get(0).file().endsWith(first.getFileName().toString()));
    assertTrue(quality.get(1).file().endsWith(second.getFileName().toString()));
    assertEquals(
        List.of(new ObservedTotals("2025-11", 5, 70_000_000_000L + 2 * 400_000_000L)),
        rows.totals());
  }

  @Test
  void lastCompleteDayIsTheDayBeforeTheLatestUsageEnds(SparkSession spark) {
    BillRows rows =
        read(
            spark,
            BillTable.cur2()
                .line(
                    "line_item_usage_end_date",
                    "2025-11-20T14:00:00Z",
                    "line_item_usage_start_date",
                    "2025-11-20T13:00:00Z")
                .line(
                    "line_item_line_item_type",
                    "Tax",
                    "line_item_usage_start_date",
                    "2025-11-01T00:00:00Z",
                    "line_item_usage_end_date",
                    "2025-12-01T00:00:00Z"));
    rows.rows().collectAsList();
    assertEquals(LocalDate.of(2025, 11, 19), rows.lastCompleteDay());
  }

  @Test
  void billOfTaxesOnlyHasNoCompleteDay(SparkSession spark) {
    BillRows rows = read(spark, BillTable.cur2().line("line_item_line_item_type", "Tax"));
    rows.rows().collectAsList();
    assertNull(rows.lastCompleteDay());
    assertFalse(rows.totals().isEmpty());
  }

  @Test
  void periodsOfOneFileAreToldApart(SparkSession spark) {
    BillRows rows =
        read(
            spark,
            BillTable.cur2()
                .line("line_item_unblended_cost", 1.0)
                .line(
                    "line_item_unblended_cost",
                    2.0,
                    "bill_billing_period_start_date",
                    "2025-12-01T00:00:00Z"));
    assertEquals(
        List.of("2025-11", "2025-12"),
        rows.rows().select("billing_period").sort("billing_period").collectAsList().stream()
            .map(row -> row.getString(0))
            .toList());
    assertEquals(
        List.of(
            new ObservedTotals("2025-11", 1, 10_000_000_000L),
            new ObservedTotals("2025-12", 1, 20_000_000_000L)),
        rows.totals());
  }

  private Row only(SparkSession spark, BillTable table) {
    List<Row> rows = read(spark, table).rows().collectAsList();
    assertEquals(1, rows.size());
    return rows.get(0);
  }

  private BillRows read(SparkSession spark, BillTable table) {
    Path file = table.write(spark, folder.resolve("bill.parquet"));
    return BillSource.read(spark, BillSource.find(spark, List.of(file.toString())), TAGS);
  }
}
