package ecsadvisor.jobs.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.jobs.fixture.SparkTest;
import ecsadvisor.jobs.source.bill.BillRows;
import ecsadvisor.jobs.source.bill.BillSource;
import ecsadvisor.jobs.source.bill.BillTable;
import ecsadvisor.models.fact.Attribution;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.SpendLine;
import ecsadvisor.models.fact.Tag;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class SpendFactsTest {
  private static final List<String> TAGS = List.of("user_team");
  private static final String OLD_TASK = "arn:aws:ecs:eu-west-1:012345678901:task/0123";

  @TempDir Path folder;

  @Test
  void serviceTagIsTheFirstEvidence(SparkSession spark) {
    Row row =
        only(
            spark,
            BillTable.cur2()
                .line(
                    "line_item_resource_id",
                    BillTable.TASK,
                    "resource_tags",
                    Map.of("aws_ecs_service_name", "cart", "user_team", "web")),
            resource(BillTable.TASK, "shop", "other"));
    assertPlace(row, Attribution.SERVICE_TAG, "shop", "cart");
    assertEquals("FARGATE_VCPU", row.getAs("usage_kind"));
    assertEquals("X86", row.getAs("platform"));
    assertEquals("ON_DEMAND", row.getAs("purchase_option"));
    assertEquals(java.sql.Date.valueOf("2025-11-03"), row.getAs("day"));
    assertEquals("web", row.getAs("tag:user_team"));
  }

  @Test
  void clusterTagComesBeforeTheArn(SparkSession spark) {
    Row row =
        only(
            spark,
            BillTable.cur2()
                .line(
                    "line_item_resource_id",
                    OLD_TASK,
                    "resource_tags",
                    Map.of("aws_ecs_service_name", "cart", "aws_ecs_cluster_name", "shop")));
    assertPlace(row, Attribution.SERVICE_TAG, "shop", "cart");
  }

  @Test
  void taskIsLookedUpInTheInventory(SparkSession spark) {
    BillTable table = BillTable.cur2().line("line_item_resource_id", BillTable.TASK);
    assertPlace(
        only(spark, table, resource(BillTable.TASK, "shop", "cart")),
        Attribution.TASK_ARN,
        "shop",
        "cart");
  }

  @Test
  void oldArnFindsItsClusterInTheInventory(SparkSession spark) {
    BillTable table = BillTable.cur2().line("line_item_resource_id", OLD_TASK);
    assertPlace(
        only(spark, table, resource(OLD_TASK, "shop", "cart")),
        Attribution.TASK_ARN,
        "shop",
        "cart");
  }

  @Test
  void arnNamesTheClusterWhereTheTaskIsUnknown(SparkSession spark) {
    BillTable table = BillTable.cur2().line("line_item_resource_id", BillTable.TASK);
    assertPlace(only(spark, table), Attribution.CLUSTER_ONLY, "shop", null);
    assertPlace(
        only(spark, table, resource(BillTable.TASK, "shop", null)),
        Attribution.CLUSTER_ONLY,
        "shop",
        null);
  }

  @Test
  void lineOfEcsWithoutClusterIsOtherEcs(SparkSession spark) {
    assertPlace(only(spark, BillTable.cur2().line()), Attribution.OTHER_ECS, null, null);
    assertPlace(
        only(spark, BillTable.cur2().line("resource_tags", Map.of("aws_ecs_service_name", "cart"))),
        Attribution.OTHER_ECS,
        null,
        null);
  }

  @Test
  void emptyIdsMatchNothing(SparkSession spark) {
    assertPlace(
        only(spark, BillTable.cur2().line("line_item_resource_id", ""), resource("", "shop", "x")),
        Attribution.OTHER_ECS,
        null,
        null);
  }

  @Test
  void knownInstanceBelongsToItsClusterAndAnotherToNone(SparkSession spark) {
    BillTable table =
        BillTable.cur2()
            .line(
                "line_item_product_code",
                "AmazonEC2",
                "line_item_usage_type",
                "EU-BoxUsage:m5.large",
                "line_item_operation",
                "RunInstances",
                "line_item_resource_id",
                "i-1");
    assertPlace(
        only(spark, table, resource("i-1", "shop", null)), Attribution.CLUSTER_ONLY, "shop", null);
    Row unknown = only(spark, table);
    assertPlace(unknown, Attribution.NOT_ECS, null, null);
    assertEquals("EC2_INSTANCE", unknown.getAs("usage_kind"));
  }

  @Test
  void dataTransferOfATaskBelongsToItsService(SparkSession spark) {
    Row row =
        only(
            spark,
            BillTable.cur2()
                .line(
                    "line_item_resource_id",
                    BillTable.TASK,
                    "line_item_usage_type",
                    "EUW1-DataTransfer-Out-Bytes"),
            resource(BillTable.TASK, "shop", "cart"));
    assertPlace(row, Attribution.TASK_ARN, "shop", "cart");
    assertEquals("DATA_TRANSFER", row.getAs("usage_kind"));
  }

  @Test
  void feesOfCommitmentsStayOffServices(SparkSession spark) {
    BillTable table =
        BillTable.cur2()
            .line(
                "line_item_line_item_type",
                "SavingsPlanRecurringFee",
                "line_item_product_code",
                "ComputeSavingsPlans",
                "resource_tags",
                Map.of("aws_ecs_service_name", "cart", "aws_ecs_cluster_name", "shop"));
    Row row = only(spark, table);
    assertPlace(row, Attribution.NOT_ECS, null, null);
    assertEquals("NONE", row.getAs("purchase_option"));
  }

  @Test
  void fargateOfEksIsNotOurs(SparkSession spark) {
    Row row =
        only(
            spark,
            BillTable.cur2()
                .line("line_item_product_code", "AmazonEKS", "line_item_operation", "FargatePod"));
    assertPlace(row, Attribution.NOT_ECS, null, null);
    assertEquals("OTHER", row.getAs("usage_kind"));
  }

  @Test
  void resourceListedTwiceDoesNotDoubleTheLine(SparkSession spark) {
    Row row =
        only(
            spark,
            BillTable.cur2().line("line_item_resource_id", BillTable.TASK),
            resource(BillTable.TASK, "shop", "cart"),
            resource(BillTable.TASK, "shop", "cart"),
            resource(BillTable.TASK, "shop", null));
    assertEquals(1L, (long) row.getAs("lines"));
    assertPlace(row, Attribution.TASK_ARN, "shop", "cart");
  }

  @Test
  void regionIsTakenFromThePrefixAsALastResort(SparkSession spark) {
    Row row = only(spark, BillTable.legacy().without("product_region").line());
    assertEquals("eu-west-1", row.getAs("region"));
  }

  @Test
  void taxOfAWholeMonthIsOnItsFirstDay(SparkSession spark) {
    Row row =
        only(
            spark,
            BillTable.cur2()
                .line(
                    "line_item_line_item_type",
                    "Tax",
                    "line_item_usage_start_date",
                    "2025-11-01T00:00:00Z",
                    "line_item_usage_end_date",
                    "2025-12-01T00:00:00Z"));
    assertEquals(java.sql.Date.valueOf("2025-11-01"), row.getAs("day"));
  }

  @Test
  void lineWithoutTimeIsOnThePeriodsFirstDay(SparkSession spark) {
    Row row = only(spark, BillTable.cur2().line("line_item_usage_start_date", null));
    assertEquals(java.sql.Date.valueOf("2025-11-01"), row.getAs("day"));
  }

  @Test
  void firstHourOfNovemberIsNovemberInNewYork(SparkSession spark) {
    SparkSession newYork = spark.newSession();
    newYork.conf().set("spark.sql.session.timeZone", "America/New_York");
    Path file =
        BillTable.cur2()
            .line(
                "line_item_usage_start_date",
                "2025-11-01T00:00:00Z",
                "line_item_usage_end_date",
                "2025-11-01T01:00:00Z")
            .write(spark, folder.resolve("ny.parquet"));
    BillRows rows =
        BillSource.read(newYork, BillSource.find(newYork, List.of(file.toString())), TAGS);
    newYork.conf().set("spark.sql.session.timeZone", "America/New_York");
    Row row = SpendFacts.fold(rows.rows(), resources(newYork), TAGS).first();
    assertEquals("2025-11", row.getAs("billing_period"));
    assertEquals(java.sql.Date.valueOf("2025-11-01"), row.getAs("day"));
  }

  @Test
  void perServiceRowsAreSpendRecords(SparkSession spark) {
    Map<String, String> cart =
        Map.of("aws_ecs_service_name", "cart", "aws_ecs_cluster_name", "shop", "user_team", "web");
    BillTable table =
        BillTable.cur2()
            .commitments()
            .line(
                "resource_tags",
                cart,
                "line_item_usage_start_date",
                "2025-11-04T00:00:00Z",
                "line_item_unblended_cost",
                0.5)
            .line("resource_tags", cart, "line_item_unblended_cost", 0.25)
            .line("resource_tags", cart, "line_item_unblended_cost", 0.25)
            .line(
                "resource_tags",
                cart,
                "line_item_line_item_type",
                "SavingsPlanCoveredUsage",
                "line_item_unblended_cost",
                1.0,
                "savings_plan_savings_plan_effective_cost",
                0.7)
            .line("line_item_product_code", "AmazonS3");
    List<Row> rows = SpendFacts.perService(fold(spark, table)).collectAsList();
    assertEquals(1, rows.size());
    Row row = rows.get(0);
    assertEquals(
        List.of(BillTable.ACCOUNT, "eu-west-1", "shop", "cart"),
        List.of(row.get(0), row.get(1), row.get(2), row.get(3)));
    Spend spend = RecordCodec.of(Spend.class).fromRow(row.getStruct(4));
    assertEquals("USD", spend.currency());
    assertEquals(BillTable.PAYER, spend.payerAccountId());
    assertEquals(List.of(new Tag("user_team", "web")), spend.tags());
    assertEquals(
        List.of("2025-11-03 SavingsPlanCoveredUsage", "2025-11-03 Usage", "2025-11-04 Usage"),
        spend.lines().stream().map(line -> line.day() + " " + line.chargeType()).toList());
    SpendLine covered = spend.lines().get(0);
    assertEquals(0, covered.billed());
    assertEquals(7_000_000_000L, covered.effective());
    SpendLine usage = spend.lines().get(1);
    assertEquals(2, usage.lines());
    assertEquals(LocalDate.of(2025, 11, 3), usage.day());
    assertEquals(5_000_000_000L, usage.billed());
    assertEquals(2_000_000_000L, usage.usageAmount());
  }

  @Test
  void spendColumnIsTheCodecsSchema(SparkSession spark) {
    assertEquals(
        RecordCodec.of(Spend.class).schema().simpleString(),
        SpendFacts.perService(fold(spark, BillTable.cur2().line()))
            .schema()
            .apply("spend")
            .dataType()
            .simpleString());
  }

  @Test
  void billWithoutServicesGivesNoRow(SparkSession spark) {
    assertEquals(
        0, SpendFacts.perService(fold(spark, BillTable.cur2().line())).collectAsList().size());
  }

  @Test
  void foldIsTheSameHoweverTheLinesAreSpread(SparkSession spark) {
    Random random = new Random(42);
    for (int round = 0; round < 2; round++) {
      BillTable whole = BillTable.cur2();
      BillTable first = BillTable.cur2();
      BillTable second = BillTable.cur2();
      int lines = 20 + random.nextInt(60);
      for (int i = 0; i < lines; i++) {
        Object[] line = {
          "line_item_unblended_cost",
          random.nextGaussian() * Math.pow(10, random.nextInt(8) - 5),
          "line_item_usage_amount",
          random.nextDouble(),
          "line_item_line_item_type",
          List.of("Usage", "Tax", "Credit").get(random.nextInt(3)),
          "resource_tags",
          random.nextBoolean()
              ? Map.of("aws_ecs_service_name", "s" + random.nextInt(3), "user_team", "t")
              : Map.of(),
          "line_item_resource_id",
          random.nextBoolean() ? BillTable.TASK : ""
        };
        whole.line(line);
        (random.nextBoolean() ? first : second).line(line);
      }
      Path one = whole.write(spark, folder.resolve(round + "a/1.parquet"));
      first.write(spark, folder.resolve(round + "b/1.parquet"));
      second.write(spark, folder.resolve(round + "b/2.parquet"));
      Path two = folder.resolve(round + "b");
      Dataset<Row> expected = foldFiles(spark, one);
      BillRows spread = read(spark, two);
      Dataset<Row> actual = SpendFacts.fold(spread.rows().repartition(7), resources(spark), TAGS);
      assertEquals(sorted(expected), sorted(actual));
      assertEquals(
          SpendLedger.of(expected).entries(), SpendLedger.of(foldFiles(spark, two)).entries());
      assertEquals(lines, spread.totals().get(0).lines());
    }
  }

  @Test
  void observationSurvivesTheCache(SparkSession spark) {
    Path file =
        BillTable.cur2()
            .line("line_item_unblended_cost", 1.5)
            .line("line_item_unblended_cost", 2.0)
            .write(spark, folder.resolve("bill.parquet"));
    BillRows rows = read(spark, file);
    Dataset<Row> folded = SpendFacts.fold(rows.rows(), resources(spark), TAGS).persist();
    assertEquals(1, SpendLedger.of(folded).entries().size());
    SpendFacts.perService(folded).collectAsList();
    assertEquals(35_000_000_000L, rows.totals().get(0).billed());
    assertEquals(2, rows.totals().get(0).lines());
    folded.unpersist();
  }

  @Test
  void planReadsEachFileOnceAndOnlyWhatItNeeds(SparkSession spark) {
    BillTable.cur2()
        .text("pricing_term", "identity_line_item_id")
        .line("pricing_term", "OnDemand", "identity_line_item_id", "x")
        .write(spark, folder.resolve("two/a.parquet"));
    BillTable.cur2()
        .text("pricing_term")
        .line("bill_billing_period_start_date", "2025-12-01T00:00:00Z", "pricing_term", "OnDemand")
        .write(spark, folder.resolve("two/b.parquet"));
    String plan = fold(spark, folder.resolve("two")).queryExecution().executedPlan().toString();
    assertEquals(2, Pattern.compile("FileScan parquet").matcher(plan).results().count(), plan);
    for (String typed : List.of("MapElements", "DeserializeToObject", "UDF", "MapGroups")) {
      assertFalse(plan.contains(typed), plan);
    }
    assertFalse(plan.contains("SortMergeJoin"), plan);
    for (String unread : List.of("pricing_term", "identity_line_item_id", "bill_invoice_id")) {
      assertFalse(plan.contains(unread), "not read: " + unread);
    }
    assertTrue(plan.contains("BroadcastHashJoin"), plan);
  }

  private Dataset<Row> fold(SparkSession spark, BillTable table, Row... resources) {
    Path file =
        table.write(spark, folder.resolve("f" + System.identityHashCode(table) + ".parquet"));
    return SpendFacts.fold(read(spark, file).rows(), resources(spark, resources), TAGS);
  }

  private Dataset<Row> fold(SparkSession spark, Path location) {
    return SpendFacts.fold(
        read(spark, location).rows(),
        resources(spark, resource(BillTable.TASK, "shop", "cart")),
        TAGS);
  }

  private static Dataset<Row> foldFiles(SparkSession spark, Path location) {
    return SpendFacts.fold(read(spark, location).rows(), resources(spark), TAGS);
  }

  private static BillRows read(SparkSession spark, Path location) {
    return BillSource.read(spark, BillSource.find(spark, List.of(location.toString())), TAGS);
  }

  private Row only(SparkSession spark, BillTable table, Row... resources) {
    java.nio.file.Path file = folder.resolve("f" + System.identityHashCode(table) + ".parquet");
    if (!java.nio.file.Files.exists(file)) {
      table.write(spark, file);
    }
    List<Row> rows =
        SpendFacts.fold(read(spark, file).rows(), resources(spark, resources), TAGS)
            .collectAsList();
    assertEquals(1, rows.size());
    return rows.get(0);
  }

  private static void assertPlace(
      Row row, Attribution attribution, @Nullable String cluster, @Nullable String service) {
    assertEquals(attribution.name(), row.getAs("attribution"));
    assertEquals(cluster, row.getAs("cluster_name"));
    if (service == null) {
      assertNull(row.getAs("service_name"));
      return;
    }
    assertEquals(service, row.getAs("service_name"));
  }

  private static List<String> sorted(Dataset<Row> rows) {
    List<String> texts = new ArrayList<>();
    rows.collectAsList().forEach(row -> texts.add(row.toString()));
    texts.sort(java.util.Comparator.naturalOrder());
    return texts;
  }

  private static Row resource(String id, String cluster, @Nullable String service) {
    return RowFactory.create(id, cluster, service);
  }

  private static Dataset<Row> resources(SparkSession spark, Row... rows) {
    return spark.createDataFrame(
        List.of(rows),
        DataTypes.createStructType(
            List.of(
                DataTypes.createStructField("resource_id", DataTypes.StringType, true),
                DataTypes.createStructField("cluster_name", DataTypes.StringType, true),
                DataTypes.createStructField("service_name", DataTypes.StringType, true))));
  }
}
