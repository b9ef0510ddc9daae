package ecsadvisor.jobs.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.jobs.fact.BalancerFacts;
import ecsadvisor.jobs.fact.InventoryResource;
import ecsadvisor.jobs.fact.SpendCommitmentUsage;
import ecsadvisor.jobs.fact.SpendCommitments;
import ecsadvisor.jobs.fact.SpendFacts;
import ecsadvisor.jobs.fact.SpendMeters;
import ecsadvisor.jobs.fact.SpendRates;
import ecsadvisor.jobs.fact.SpendResources;
import ecsadvisor.jobs.fact.UsageFacts;
import ecsadvisor.jobs.fixture.SparkTest;
import ecsadvisor.jobs.generate.bill.BillFormat;
import ecsadvisor.jobs.generate.bill.BillWriter;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Organisations;
import ecsadvisor.jobs.generate.organisation.Timeline;
import ecsadvisor.jobs.generate.utilization.UtilizationWriter;
import ecsadvisor.jobs.source.bill.BillSource;
import ecsadvisor.jobs.source.utilization.UtilizationSource;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The facts that {@link TruthTest} judges are those that the job reads from the generator's files,
 * to the last unit.
 */
@SparkTest
class PlantedFactsTest {
  private static final List<String> TAGS =
      List.of("user:owner", "user:team", "user:environment", "user:env", "user:stage");

  @TempDir static Path folder;
  private static PlantedFacts facts;
  private static Dataset<Row> packed;
  private static Dataset<Row> folded;

  @BeforeAll
  static void readBothWays(SparkSession spark) throws IOException {
    // The last day of one billing period and the first of the next.
    Timeline timeline = new Timeline(LocalDate.of(2026, 11, 1), 2);
    Organisation organisation = Organisations.make(42, timeline, Organisations.STORY_SERVICES, 1);
    Fleet fleet = Fleet.of(organisation);
    facts = PlantedFacts.of(organisation, folder.resolve("inventory"));
    UtilizationWriter.write(organisation, fleet, folder.resolve("utilization"));
    Path bill = folder.resolve("bill");
    BillWriter.write(spark, organisation, fleet, BillFormat.CUR2, bill, 0);
    packed =
        UtilizationSource.read(
                spark, UtilizationSource.find(spark, uris(folder.resolve("utilization"))))
            .cache();
    RecordCodec<InventoryResource> codec = RecordCodec.of(InventoryResource.class);
    Dataset<Row> known =
        spark.createDataFrame(
            facts.inventory().resources().stream().map(codec::toRow).toList(), codec.schema());
    folded =
        SpendFacts.fold(
                BillSource.read(spark, BillSource.find(spark, uris(bill)), TAGS).rows(),
                known.unionByName(UtilizationSource.tasks(packed)),
                TAGS)
            .cache();
  }

  private static List<String> uris(Path path) {
    return List.of(path.toUri().toString());
  }

  /** The fifth column of rows by the key in the first four. */
  private static <R extends Record> SortedMap<ServiceKey, R> byService(
      Dataset<Row> rows, Class<R> type) {
    SortedMap<ServiceKey, R> byService = new TreeMap<>();
    for (Row row : rows.collectAsList()) {
      byService.put(
          new ServiceKey(row.getString(0), row.getString(1), row.getString(2), row.getString(3)),
          RecordCodec.of(type).fromRow(row.getStruct(4)));
    }
    return byService;
  }

  private static <R> void assertSame(SortedMap<ServiceKey, R> read, SortedMap<ServiceKey, R> own) {
    assertEquals(read.keySet(), own.keySet());
    read.forEach((key, value) -> assertEquals(value, own.get(key), key.toString()));
  }

  @Test
  void spendOfServices() {
    assertSame(byService(SpendFacts.perService(folded), Spend.class), facts.spend());
  }

  @Test
  void usageOfServices() {
    assertSame(
        byService(UsageFacts.perService(packed, facts.window()), Usage.class), facts.usage());
  }

  @Test
  void metricsOfLoadBalancers() {
    assertEquals(BalancerFacts.metrics(packed, facts.window()), facts.balancers());
  }

  @Test
  void resourcesOfTheBill() {
    assertEquals(SpendResources.of(folded), facts.bill().resources());
  }

  @Test
  void metersOfTheBill() {
    assertEquals(SpendMeters.of(folded, facts.window()), facts.bill().meters());
  }

  @Test
  void usageOfCommitments() {
    assertEquals(SpendCommitmentUsage.of(folded), facts.bill().commitmentUsage());
  }

  @Test
  void commitments() {
    assertEquals(SpendCommitments.of(folded), facts.bill().commitments());
  }

  @Test
  void rates() {
    assertEquals(SpendRates.of(folded, facts.window()), facts.bill().rates());
  }
}
