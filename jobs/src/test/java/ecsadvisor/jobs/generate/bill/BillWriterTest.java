package ecsadvisor.jobs.generate.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.fixture.SparkTest;
import ecsadvisor.jobs.generate.SmallOrganisation;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Organisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class BillWriterTest {
  private static final String AMORTIZED =
      """
      CASE line_item_line_item_type
        WHEN 'SavingsPlanCoveredUsage' THEN savings_plan_savings_plan_effective_cost
        WHEN 'SavingsPlanRecurringFee' THEN
          savings_plan_total_commitment_to_date - savings_plan_used_commitment
        WHEN 'SavingsPlanNegation' THEN 0
        WHEN 'SavingsPlanUpfrontFee' THEN 0
        WHEN 'DiscountedUsage' THEN reservation_effective_cost
        WHEN 'RIFee' THEN reservation_unused_amortized_upfront_fee_for_billing_period
          + reservation_unused_recurring_fee
        WHEN 'Fee' THEN
          CASE WHEN reservation_reservation_a_r_n <> '' THEN 0 ELSE line_item_unblended_cost END
        ELSE line_item_unblended_cost END
      """;

  @TempDir static Path folder;
  private static Organisation organisation;
  private static Fleet fleet;
  private static long written;

  @BeforeAll
  static void generate(SparkSession spark) throws IOException {
    organisation = SmallOrganisation.of(7);
    fleet = Fleet.of(organisation);
    written = BillWriter.write(spark, organisation, fleet, BillFormat.CUR2, folder, 0);
    read(spark, folder).cache().createOrReplaceTempView("generated_bill");
  }

  private static Dataset<Row> read(SparkSession spark, Path root) {
    return spark.read().parquet(root.resolve("data").toUri().toString());
  }

  private static double number(SparkSession spark, String query) {
    return spark.sql(query).first().getDouble(0);
  }

  @Test
  void everyChargeBecomesItsLines(SparkSession spark) {
    assertEquals(written, spark.sql("SELECT * FROM generated_bill").count());
  }

  @Test
  void lineIdAndIntervalIdentifyALine(SparkSession spark) {
    long pairs =
        spark
            .sql(
                "SELECT DISTINCT identity_line_item_id, identity_time_interval"
                    + " FROM generated_bill")
            .count();
    assertEquals(written, pairs);
  }

  @Test
  void splitAndUnusedCostOfAnInstanceHourAddUpToItsAmortizedCost(SparkSession spark) {
    double worst =
        number(
            spark,
            """
            SELECT max(abs(split.cost - instance.cost)) FROM
              (SELECT split_line_item_parent_resource_id id, identity_time_interval hour,
                 sum(split_line_item_split_cost + split_line_item_unused_cost) cost
               FROM generated_bill WHERE line_item_operation = 'ECSTask-EC2' GROUP BY 1, 2) split
              JOIN
              (SELECT line_item_resource_id id, identity_time_interval hour, sum(%s) cost
               FROM generated_bill WHERE line_item_operation LIKE 'RunInstances%%'
                 AND product_product_family = 'Compute Instance'
                 AND line_item_line_item_type IN ('Usage', 'DiscountedUsage') GROUP BY 1, 2) instance
              USING (id, hour)
            """
                .formatted(AMORTIZED));
    assertEquals(0, worst, 1e-9);
  }

  @Test
  void instanceHoursWithTasksAreAllThere(SparkSession spark) {
    long hours =
        spark
            .sql(
                "SELECT DISTINCT split_line_item_parent_resource_id, identity_time_interval"
                    + " FROM generated_bill WHERE line_item_operation = 'ECSTask-EC2'")
            .count();
    assertEquals(16L * 4 * 24, hours);
  }

  @Test
  void tasksOnInstancesAreBilledNothing(SparkSession spark) {
    assertEquals(
        0,
        number(
            spark,
            "SELECT sum(abs(line_item_unblended_cost)) FROM generated_bill"
                + " WHERE line_item_operation = 'ECSTask-EC2'"));
  }

  @Test
  void unblendedIsAmortizedPlusTrueUpPlusUpfront(SparkSession spark) {
    double unblended = number(spark, "SELECT sum(line_item_unblended_cost) FROM generated_bill");
    double amortized = number(spark, "SELECT sum(" + AMORTIZED + ") FROM generated_bill");
    double trueUp =
        number(
            spark,
            "SELECT -sum(coalesce(savings_plan_amortized_upfront_commitment_for_billing_period, 0)"
                + " + coalesce(reservation_amortized_upfront_fee_for_billing_period, 0))"
                + " FROM generated_bill");
    double upfront =
        number(
            spark,
            "SELECT sum(line_item_unblended_cost) FROM generated_bill"
                + " WHERE line_item_line_item_type = 'SavingsPlanUpfrontFee'"
                + " OR (line_item_line_item_type = 'Fee'"
                + " AND reservation_reservation_a_r_n <> '')");
    assertTrue(upfront > 0 && trueUp < 0);
    assertEquals(unblended, amortized + trueUp + upfront, 1e-6);
  }

  @Test
  void netCostIsWhatIsLeftAfterTheDiscountLines(SparkSession spark) {
    double unblended = number(spark, "SELECT sum(line_item_unblended_cost) FROM generated_bill");
    double net =
        number(
            spark,
            "SELECT sum(coalesce(line_item_net_unblended_cost, line_item_unblended_cost))"
                + " FROM generated_bill");
    double discount =
        number(
            spark,
            "SELECT sum(line_item_unblended_cost) FROM generated_bill"
                + " WHERE line_item_line_item_type = 'EdpDiscount'");
    assertTrue(discount < 0);
    assertEquals(unblended, net, 1e-6);
  }

  @Test
  void usageIsTasksTimesSizeTimesHours(SparkSession spark) {
    List<Row> hours =
        spark
            .sql(
                """
                SELECT sum(line_item_usage_amount), count(*) FROM generated_bill
                WHERE resource_tags['aws_ecs_service_name'] = 'cart-api'
                  AND line_item_usage_type LIKE '%Fargate-GB-Hours'
                  AND line_item_line_item_type = 'Usage'
                GROUP BY line_item_usage_start_date
                """)
            .collectAsList();
    assertEquals(4 * 24, hours.size());
    for (Row hour : hours) {
      assertEquals(hour.getLong(1) * 2.0, hour.getDouble(0), 1e-9);
    }
  }

  @Test
  void tasksOfAnHourAreThoseOfTheFleet(SparkSession spark) {
    long lines =
        spark
            .sql(
                "SELECT * FROM generated_bill WHERE line_item_operation = 'FargateTask'"
                    + " AND line_item_usage_type LIKE '%GB-Hours'"
                    + " AND line_item_line_item_type IN ('Usage', 'SavingsPlanCoveredUsage')"
                    + " AND resource_tags['aws_ecs_service_name'] IS NOT NULL")
            .count();
    long hours =
        fleet.tasks().entrySet().stream()
            .filter(entry -> entry.getKey().launch().fargate() && entry.getKey().tagged())
            .flatMap(entry -> entry.getValue().stream())
            .mapToLong(task -> task.endHour() - task.firstHour())
            .sum();
    assertEquals(hours, lines);
  }

  @Test
  void aCommitmentIsUsedByWhatItCovers(SparkSession spark) {
    double used = number(spark, "SELECT sum(savings_plan_used_commitment) FROM generated_bill");
    double covered =
        number(spark, "SELECT sum(savings_plan_savings_plan_effective_cost) FROM generated_bill");
    assertEquals(used, covered, 1e-6);
  }

  @Test
  void theSameSeedGivesTheSameLines(SparkSession spark, @TempDir Path first, @TempDir Path second)
      throws IOException {
    for (Path root : List.of(first, second)) {
      Organisation again = SmallOrganisation.ofOneDay(7);
      BillWriter.write(spark, again, Fleet.of(again), BillFormat.CUR2, root, 0);
    }
    assertEquals(
        read(spark, first).toJSON().collectAsList(), read(spark, second).toJSON().collectAsList());
  }

  @Test
  void anotherSeedGivesOthers() {
    Fleet other = Fleet.of(SmallOrganisation.of(8));
    assertFalse(other.instances().get(0).id().equals(fleet.instances().get(0).id()));
  }

  @Test
  void theManifestNamesTheFilesThatAreThere() throws IOException {
    String manifest =
        Files.readString(
            folder.resolve("metadata/BILLING_PERIOD=2026-10/larkspur-cur2-Manifest.json"));
    assertTrue(manifest.contains("data/BILLING_PERIOD=2026-10/larkspur-cur2-00001.snappy.parquet"));
    assertTrue(
        Files.exists(
            folder.resolve("data/BILLING_PERIOD=2026-10/larkspur-cur2-00001.snappy.parquet")));
  }

  @Test
  void theLegacyReportHasItsFoldersAndNoMaps(SparkSession spark, @TempDir Path legacy)
      throws IOException {
    Organisation oneDay = SmallOrganisation.ofOneDay(7);
    BillWriter.write(spark, oneDay, Fleet.of(oneDay), BillFormat.LEGACY, legacy, 0);
    Path month = legacy.resolve("larkspur-cur/larkspur-cur/year=2026/month=11");
    Dataset<Row> bill = spark.read().parquet(month.toUri().toString());
    List<String> columns = List.of(bill.columns());
    assertTrue(columns.contains("resource_tags_aws_ecs_service_name"));
    assertFalse(columns.contains("bill_payer_account_name"));
    assertTrue(
        List.of(bill.schema().fields()).stream()
            .noneMatch(field -> field.dataType().typeName().equals("map")));
  }

  @Test
  void theFocusExportHasTheSameTotals(SparkSession spark, @TempDir Path focus, @TempDir Path cur)
      throws IOException {
    Organisation oneDay = SmallOrganisation.ofOneDay(7);
    Fleet fleetOfOneDay = Fleet.of(oneDay);
    BillWriter.write(spark, oneDay, fleetOfOneDay, BillFormat.FOCUS, focus, 0);
    BillWriter.write(spark, oneDay, fleetOfOneDay, BillFormat.CUR2, cur, 0);
    Row totals =
        read(spark, cur)
            .selectExpr("sum(line_item_unblended_cost)", "sum(" + AMORTIZED + ")")
            .first();
    Row inFocus = read(spark, focus).selectExpr("sum(BilledCost)", "sum(EffectiveCost)").first();
    assertEquals(totals.getDouble(0), inFocus.getDouble(0), 1e-6);
    assertEquals(totals.getDouble(1), inFocus.getDouble(1), 1e-6);
  }

  @Test
  void otherServicesFillTheBillToTheWantedLength(SparkSession spark, @TempDir Path longer)
      throws IOException {
    Organisation oneDay = SmallOrganisation.ofOneDay(7);
    Fleet fleetOfOneDay = Fleet.of(oneDay);
    long wanted = BillWriter.naturalLines(oneDay, fleetOfOneDay) + 5_000;
    assertEquals(
        wanted, BillWriter.write(spark, oneDay, fleetOfOneDay, BillFormat.CUR2, longer, wanted));
    assertEquals(wanted, read(spark, longer).count());
  }
}
