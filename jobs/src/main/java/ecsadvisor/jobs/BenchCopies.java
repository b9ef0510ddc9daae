package ecsadvisor.jobs;

import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.jobs.finding.ServiceInput;
import ecsadvisor.models.fact.AccountFacts;
import ecsadvisor.models.fact.BillMeter;
import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.Commitment;
import ecsadvisor.models.fact.CommitmentUsage;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.EbsVolume;
import ecsadvisor.models.fact.HourlyMetric;
import ecsadvisor.models.fact.InstanceTypeFacts;
import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.Repository;
import ecsadvisor.models.fact.ResourceSpend;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.TargetGroup;
import ecsadvisor.models.price.BillRates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Makes a large organisation of copies of a small one and keeps its facts.
 *
 * <p>Copies are dealt to groups. Those of a group share accounts, so their clusters become one with
 * the services and instances of all of them. What an account uses of commitments is multiplied
 * accordingly. A daemon service of each copy stands on all instances of the joint cluster.
 */
final class BenchCopies {
  private final SparkSession spark;
  private final Path folder;
  private final BenchOrganisation base;
  private final BenchNames names;
  private final int copies;
  private final int groups;

  /**
   * @param folder where the facts are kept
   * @param base the small organisation
   * @param copies number of copies
   * @param groups number of groups that they are dealt to
   */
  BenchCopies(SparkSession spark, Path folder, BenchOrganisation base, int copies, int groups) {
    this.spark = spark;
    this.folder = folder;
    this.base = base;
    this.copies = copies;
    this.groups = groups;
    RecordCodec<ServiceInput> codec = RecordCodec.of(ServiceInput.class);
    List<ServiceKey> services =
        base.services().collectAsList().stream()
            .map(codec::fromRow)
            .map(
                input ->
                    new ServiceKey(
                        input.accountId(),
                        input.region(),
                        input.clusterName(),
                        input.serviceName()))
            .toList();
    this.names =
        BenchNames.of(
            services,
            base.clusters(),
            base.loadBalancers(),
            base.targetGroups(),
            base.repositories(),
            base.volumes());
  }

  /** Writes all facts; the window last, since it says that the rest is there. */
  void write() {
    List<Integer> all = IntStream.range(0, copies).boxed().toList();
    List<Integer> firsts = all.subList(0, Math.min(copies, groups));
    perCopy(base.services(), ServiceInput.class, all, BenchOrganisation.SERVICES);
    write(
        BenchOrganisation.rows(spark, ClusterFacts.class, clusters(all)),
        BenchOrganisation.CLUSTERS);
    perCopy(base.accounts(), AccountFacts.class, firsts, BenchOrganisation.ACCOUNTS);
    perCopy(base.loadBalancers(), LoadBalancer.class, all, BenchOrganisation.LOAD_BALANCERS);
    perCopy(base.targetGroups(), TargetGroup.class, all, BenchOrganisation.TARGET_GROUPS);
    perCopy(base.repositories(), Repository.class, all, BenchOrganisation.REPOSITORIES);
    perCopy(base.volumes(), EbsVolume.class, all, BenchOrganisation.VOLUMES);
    write(
        BenchOrganisation.rows(spark, InstanceTypeFacts.class, base.instanceTypes()),
        BenchOrganisation.INSTANCE_TYPES);
    perCopy(
        base.complete().stream().map(BenchOrganisation.Name::new).toList(),
        BenchOrganisation.Name.class,
        firsts,
        BenchOrganisation.COMPLETE);
    perCopy(base.bill().resources(), ResourceSpend.class, all, BenchOrganisation.RESOURCES);
    perCopy(
        base.bill().commitmentUsage().stream().map(this::multiplied).toList(),
        CommitmentUsage.class,
        firsts,
        BenchOrganisation.COMMITMENT_USAGE);
    perCopy(base.bill().commitments(), Commitment.class, firsts, BenchOrganisation.COMMITMENTS);
    perCopy(base.bill().rates().rates(), BillRates.Rate.class, firsts, BenchOrganisation.RATES);
    perCopy(base.bill().meters(), BillMeter.class, firsts, BenchOrganisation.METERS);
    perCopy(base.metrics(), HourlyMetric.class, all, BenchOrganisation.METRICS);
    write(
        BenchOrganisation.rows(
            spark,
            BenchOrganisation.Days.class,
            List.of(
                new BenchOrganisation.Days(base.window().asOf(), base.window().lookbackDays()))),
        BenchOrganisation.WINDOW);
  }

  private <T extends Record> void perCopy(
      List<T> records, Class<T> type, List<Integer> numbers, String name) {
    perCopy(BenchOrganisation.rows(spark, type, records), type, numbers, name);
  }

  private <T extends Record> void perCopy(
      Dataset<Row> rows, Class<T> type, List<Integer> numbers, String name) {
    write(renamed(rows, type, numbers), name);
  }

  private <T extends Record> Dataset<Row> renamed(
      Dataset<Row> rows, Class<T> type, List<Integer> numbers) {
    RecordCodec<T> codec = RecordCodec.of(type);
    BenchNames own = names;
    int dealt = groups;
    List<Integer> copyNumbers = List.copyOf(numbers);
    FlatMapFunction<Row, Row> renaming =
        row -> {
          Row plain = codec.toRow(codec.fromRow(row));
          return copyNumbers.stream()
              .map(copy -> own.copy(copy, copy % dealt).row(plain, codec.schema()))
              .iterator();
        };
    return rows.select(codec.columns())
        .repartition(2 * Runtime.getRuntime().availableProcessors())
        .flatMap(renaming, codec.encoder());
  }

  private void write(Dataset<Row> rows, String name) {
    rows.write().mode(SaveMode.Overwrite).parquet(folder.resolve(name).toString());
  }

  /** The clusters of each group with the instances of all its copies. */
  private List<ClusterFacts> clusters(List<Integer> all) {
    RecordCodec<ClusterFacts> codec = RecordCodec.of(ClusterFacts.class);
    Map<String, List<ClusterFacts>> joint = new TreeMap<>();
    renamed(
            BenchOrganisation.rows(spark, ClusterFacts.class, base.clusters()),
            ClusterFacts.class,
            all)
        .collectAsList()
        .stream()
        .map(codec::fromRow)
        .forEach(
            cluster ->
                joint
                    .computeIfAbsent(
                        String.join(
                            "/", cluster.accountId(), cluster.region(), cluster.clusterName()),
                        key -> new ArrayList<>())
                    .add(cluster));
    return joint.values().stream().map(BenchCopies::joined).toList();
  }

  private static ClusterFacts joined(List<ClusterFacts> parts) {
    ClusterFacts first = parts.get(0);
    List<ContainerInstance> instances = new ArrayList<>();
    parts.forEach(part -> instances.addAll(part.instances()));
    return new ClusterFacts(
        first.accountId(),
        first.region(),
        first.clusterName(),
        first.tags(),
        first.capacityProviders(),
        instances,
        first.instancesKnown());
  }

  private CommitmentUsage multiplied(CommitmentUsage usage) {
    double each = (double) copies / Math.min(copies, groups);
    return new CommitmentUsage(
        usage.payerAccountId(),
        usage.accountId(),
        usage.region(),
        usage.family(),
        usage.currency(),
        usage.day(),
        usage.purchaseOption(),
        usage.list().stream().map(cost -> Math.round(cost * each)).toList(),
        usage.effective().stream().map(cost -> Math.round(cost * each)).toList());
  }
}
