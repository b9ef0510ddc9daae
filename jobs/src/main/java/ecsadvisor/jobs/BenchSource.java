package ecsadvisor.jobs;

import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.jobs.fact.BalancerFacts;
import ecsadvisor.jobs.fact.Inventory;
import ecsadvisor.jobs.fact.InventoryFacts;
import ecsadvisor.jobs.fact.InventoryResource;
import ecsadvisor.jobs.fact.SpendFacts;
import ecsadvisor.jobs.fact.UsageFacts;
import ecsadvisor.jobs.finding.ServiceFilter;
import ecsadvisor.jobs.finding.ServiceFindings;
import ecsadvisor.jobs.finding.TagSettings;
import ecsadvisor.jobs.source.UserMistake;
import ecsadvisor.jobs.source.bill.BillInput;
import ecsadvisor.jobs.source.bill.BillRows;
import ecsadvisor.jobs.source.bill.BillSource;
import ecsadvisor.jobs.source.inventory.InventorySource;
import ecsadvisor.jobs.source.utilization.UtilizationSource;
import ecsadvisor.models.fact.HourlyMetric;
import ecsadvisor.models.fact.Window;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Folds a small generated organisation to its facts, by the weekly job's own calls. */
final class BenchSource {
  private static final int LOOKBACK_DAYS = 32;

  private BenchSource() {}

  /**
   * The facts.
   *
   * @param data what {@code advise generate} wrote
   */
  static BenchOrganisation read(SparkSession spark, Path data) {
    WeeklyOptions options = new WeeklyOptions();
    options.bill = List.of(data.resolve("bill").toString());
    options.utilization = List.of(data.resolve("utilization").toString());
    options.inventory = List.of(data.resolve("inventory").toString());
    InputFiles files = InputFiles.find(spark, options);
    BillInput billFiles = files.bill();
    if (billFiles == null) {
      throw new UserMistake("No bill in " + data);
    }
    List<String> tags = TagSettings.defaults().keys();
    Dataset<Row> packed =
        UtilizationSource.read(spark, files.utilization()).persist(StorageLevel.MEMORY_AND_DISK());
    Inventory inventory =
        InventoryFacts.assemble(
            InventorySource.items(InventorySource.read(spark, files.inventory())));
    BillRows bill = BillSource.read(spark, billFiles, tags);
    RecordCodec<InventoryResource> codec = RecordCodec.of(InventoryResource.class);
    Dataset<Row> resources =
        spark.createDataFrame(
            inventory.resources().stream().map(codec::toRow).toList(), codec.schema());
    Dataset<Row> folded =
        SpendFacts.fold(bill.rows(), resources.unionByName(UtilizationSource.tasks(packed)), tags)
            .persist(StorageLevel.MEMORY_AND_DISK());
    folded.count();
    LocalDate asOf = bill.lastCompleteDay();
    if (asOf == null) {
      throw new UserMistake("No complete day in the bill of " + data);
    }
    Window window = new Window(asOf, LOOKBACK_DAYS);
    List<HourlyMetric> metrics = BalancerFacts.metrics(packed, window);
    Dataset<Row> services =
        ServiceFindings.join(
            spark,
            SpendFacts.perService(folded),
            UsageFacts.perService(packed, window),
            inventory.services(),
            BalancerFacts.requests(
                metrics, FleetOf.onlyServices(inventory), inventory.loadBalancers()),
            new ServiceFilter(List.of(), List.of(), List.of()));
    return new BenchOrganisation(
        window,
        services,
        inventory.clusterFacts(),
        inventory.accounts(),
        inventory.loadBalancers(),
        inventory.targetGroups(),
        inventory.repositories(),
        inventory.volumes(),
        inventory.instanceTypes(),
        List.copyOf(inventory.complete()),
        BillFacts.of(folded, window),
        metrics);
  }
}
