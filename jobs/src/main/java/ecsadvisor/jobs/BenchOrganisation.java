package ecsadvisor.jobs;

import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.jobs.finding.ServiceInput;
import ecsadvisor.models.fact.AccountFacts;
import ecsadvisor.models.fact.BillMeter;
import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.Commitment;
import ecsadvisor.models.fact.CommitmentUsage;
import ecsadvisor.models.fact.EbsVolume;
import ecsadvisor.models.fact.HourlyMetric;
import ecsadvisor.models.fact.InstanceTypeFacts;
import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.Repository;
import ecsadvisor.models.fact.ResourceSpend;
import ecsadvisor.models.fact.TargetGroup;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.price.BillRates;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Everything that an organisation is judged on: the facts that the weekly job folds its inputs to.
 * Kept as Parquet, one folder per kind.
 *
 * @param services rows of {@link ServiceInput}
 */
record BenchOrganisation(
    Window window,
    Dataset<Row> services,
    List<ClusterFacts> clusters,
    List<AccountFacts> accounts,
    List<LoadBalancer> loadBalancers,
    List<TargetGroup> targetGroups,
    List<Repository> repositories,
    List<EbsVolume> volumes,
    List<InstanceTypeFacts> instanceTypes,
    List<String> complete,
    BillFacts bill,
    List<HourlyMetric> metrics) {

  /** Names of the folders. */
  static final String SERVICES = "services";

  static final String WINDOW = "window";
  static final String CLUSTERS = "clusters";
  static final String ACCOUNTS = "accounts";
  static final String LOAD_BALANCERS = "load_balancers";
  static final String TARGET_GROUPS = "target_groups";
  static final String REPOSITORIES = "repositories";
  static final String VOLUMES = "volumes";
  static final String INSTANCE_TYPES = "instance_types";
  static final String COMPLETE = "complete";
  static final String RESOURCES = "resources";
  static final String COMMITMENT_USAGE = "commitment_usage";
  static final String COMMITMENTS = "commitments";
  static final String RATES = "rates";
  static final String METERS = "meters";
  static final String METRICS = "metrics";

  /** A text as a row. */
  public record Name(String name) {}

  /** A window as a row. */
  public record Days(LocalDate asOf, int lookbackDays) {}

  /** Reads what was kept; the services stay where they are until they are judged. */
  static BenchOrganisation read(SparkSession spark, Path folder) {
    Days days = list(spark, folder, WINDOW, Days.class).get(0);
    return new BenchOrganisation(
        new Window(days.asOf(), days.lookbackDays()),
        spark.read().parquet(folder.resolve(SERVICES).toString()),
        list(spark, folder, CLUSTERS, ClusterFacts.class),
        list(spark, folder, ACCOUNTS, AccountFacts.class),
        list(spark, folder, LOAD_BALANCERS, LoadBalancer.class),
        list(spark, folder, TARGET_GROUPS, TargetGroup.class),
        list(spark, folder, REPOSITORIES, Repository.class),
        list(spark, folder, VOLUMES, EbsVolume.class),
        list(spark, folder, INSTANCE_TYPES, InstanceTypeFacts.class),
        list(spark, folder, COMPLETE, Name.class).stream().map(Name::name).toList(),
        new BillFacts(
            list(spark, folder, RESOURCES, ResourceSpend.class),
            list(spark, folder, COMMITMENT_USAGE, CommitmentUsage.class),
            list(spark, folder, COMMITMENTS, Commitment.class),
            new BillRates(list(spark, folder, RATES, BillRates.Rate.class)),
            list(spark, folder, METERS, BillMeter.class)),
        list(spark, folder, METRICS, HourlyMetric.class));
  }

  private static <T extends Record> List<T> list(
      SparkSession spark, Path folder, String name, Class<T> type) {
    RecordCodec<T> codec = RecordCodec.of(type);
    return spark
        .read()
        .parquet(folder.resolve(name).toString())
        .select(codec.columns())
        .collectAsList()
        .stream()
        .map(codec::fromRow)
        .toList();
  }

  /** Rows of records. */
  static <T extends Record> Dataset<Row> rows(SparkSession spark, Class<T> type, List<T> records) {
    RecordCodec<T> codec = RecordCodec.of(type);
    return spark.createDataFrame(records.stream().map(codec::toRow).toList(), codec.schema());
  }
}
