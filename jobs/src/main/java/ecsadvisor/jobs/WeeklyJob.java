package ecsadvisor.jobs;

import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.jobs.export.EarlierRuns;
import ecsadvisor.jobs.export.Publisher;
import ecsadvisor.jobs.export.RunFacts;
import ecsadvisor.jobs.export.patch.SecurityPatches;
import ecsadvisor.jobs.fact.BalancerFacts;
import ecsadvisor.jobs.fact.Inventory;
import ecsadvisor.jobs.fact.InventoryFacts;
import ecsadvisor.jobs.fact.InventoryResource;
import ecsadvisor.jobs.fact.SpendFacts;
import ecsadvisor.jobs.fact.SpendLedger;
import ecsadvisor.jobs.fact.UsageFacts;
import ecsadvisor.jobs.finding.ControlsFactory;
import ecsadvisor.jobs.finding.Findings;
import ecsadvisor.jobs.finding.FleetFinding;
import ecsadvisor.jobs.finding.FleetJudge;
import ecsadvisor.jobs.finding.Reconciliation;
import ecsadvisor.jobs.finding.SecondOpinions;
import ecsadvisor.jobs.finding.SecurityFinding;
import ecsadvisor.jobs.finding.SecurityFindings;
import ecsadvisor.jobs.finding.SecurityFixes;
import ecsadvisor.jobs.finding.SecurityReview;
import ecsadvisor.jobs.finding.ServiceFilter;
import ecsadvisor.jobs.finding.ServiceFinding;
import ecsadvisor.jobs.finding.ServiceFindings;
import ecsadvisor.jobs.finding.TagSettings;
import ecsadvisor.jobs.finding.memory.Memory;
import ecsadvisor.jobs.finding.memory.Remembered;
import ecsadvisor.jobs.finding.memory.RunView;
import ecsadvisor.jobs.source.DamageLimit;
import ecsadvisor.jobs.source.FileQuality;
import ecsadvisor.jobs.source.UserMistake;
import ecsadvisor.jobs.source.bill.BillRows;
import ecsadvisor.jobs.source.bill.BillSource;
import ecsadvisor.jobs.source.decision.DecisionFile;
import ecsadvisor.jobs.source.inventory.InventorySource;
import ecsadvisor.jobs.source.opinion.AwsOpinions;
import ecsadvisor.jobs.source.opinion.OpinionSource;
import ecsadvisor.jobs.source.secret.SecretRulesFile;
import ecsadvisor.jobs.source.utilization.UtilizationSource;
import ecsadvisor.models.catalogue.Catalogue;
import ecsadvisor.models.cost.Fleet;
import ecsadvisor.models.cost.FleetControls;
import ecsadvisor.models.cost.spot.InstancePools;
import ecsadvisor.models.fact.BillMeter;
import ecsadvisor.models.fact.HourlyMetric;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.fact.security.Attestations;
import ecsadvisor.models.fact.security.BillEvidences;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.SecurityChecks;
import ecsadvisor.models.security.SecurityJudge;
import ecsadvisor.models.security.fix.FixPrices;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/**
 * The weekly job from files to report, stage by stage: source, fact, finding, export.
 *
 * <p>Each input is scanned once. Telemetry and inventory come first because they tell which task
 * belongs to which service, which the bill's lines are attributed by.
 */
final class WeeklyJob {
  private final WeeklyOptions options;
  private final TagSettings tags;
  private final ControlTexts texts;
  private final Attestations attestations;
  private final @Nullable DecisionFile decisions;
  private final SecretRulesFile secretRules;
  private final ServiceFilter filter;
  private final Progress progress;
  private final List<String> warnings = new ArrayList<>();

  WeeklyJob(
      WeeklyOptions options,
      TagSettings tags,
      ControlTexts texts,
      Attestations attestations,
      @Nullable DecisionFile decisions,
      SecretRulesFile secretRules,
      ServiceFilter filter,
      Progress progress) {
    this.options = options;
    this.tags = tags;
    this.texts = texts;
    this.attestations = attestations;
    this.decisions = decisions;
    this.secretRules = secretRules;
    this.filter = filter;
    this.progress = progress;
  }

  /** Runs the job and prints what came out. */
  void run(SparkSession spark, PrintStream out) {
    InputFiles files =
        progress.stage(
            "inputs: find",
            () -> InputFiles.find(spark, options),
            InputFiles::count,
            "file",
            "files");
    if (files.bill() != null) {
      files.bill().warnings().forEach(this::warn);
    }
    secretRules.warnings().forEach(this::warn);
    if (options.dryRun) {
      DryRun.print(files, out);
      return;
    }

    describe(spark, "utilization: read and pack points");
    Dataset<Row> packed =
        UtilizationSource.read(spark, files.utilization()).persist(StorageLevel.MEMORY_AND_DISK());
    List<FileQuality> quality = new ArrayList<>();
    quality.addAll(
        progress.stage(
            "utilization: read",
            () -> UtilizationSource.quality(packed),
            WeeklyJob::rowsRead,
            "record",
            "records"));

    describe(spark, "inventory: read");
    Dataset<Row> items =
        InventorySource.read(spark, files.inventory(), secretRules.rules())
            .persist(StorageLevel.MEMORY_AND_DISK());
    Inventory inventory =
        progress.stage(
            "inventory: assemble",
            () -> InventoryFacts.assemble(InventorySource.items(items)),
            assembled -> assembled.services().size(),
            "service",
            "services");
    quality.addAll(InventorySource.quality(items));

    describe(spark, "bill: fold lines to services");
    @Nullable BillRows bill =
        files.bill() == null ? null : BillSource.read(spark, files.bill(), tagKeys());
    @Nullable Dataset<Row> folded =
        bill == null
            ? null
            : SpendFacts.fold(
                    bill.rows(),
                    resources(spark, inventory).unionByName(UtilizationSource.tasks(packed)),
                    tagKeys())
                .persist(StorageLevel.MEMORY_AND_DISK());
    SpendLedger ledger =
        progress.stage(
            "bill: fold",
            () -> folded == null ? new SpendLedger(List.of()) : SpendLedger.of(folded),
            entries -> entries.entries().stream().mapToLong(entry -> entry.lines()).sum(),
            "line",
            "lines");
    if (bill != null) {
      quality.addAll(bill.quality());
      ledger
          .unknownChargeTypes()
          .forEach(
              type -> warn("charge type " + type + " is unknown; its cost is taken as billed"));
    }
    AwsOpinions opinions =
        files.opinions().isEmpty()
            ? AwsOpinions.NONE
            : progress.stage(
                "second opinion: read",
                () ->
                    OpinionSource.read(
                        spark.sparkContext().hadoopConfiguration(), files.opinions()),
                read -> read.opinions().size(),
                "opinion",
                "opinions");
    quality.addAll(opinions.quality());
    DamageLimit.check(quality, options.maxBadShare);
    Reconciliation reconciliation =
        Reconciliation.of(ledger.entries(), bill == null ? List.of() : bill.totals());

    PriceBook prices = texts.priceBook();
    Window window = new Window(asOf(bill, quality, inventory), options.lookbackDays);
    List<HourlyMetric> metrics =
        progress.stage(
            "load balancers: fold",
            () -> BalancerFacts.metrics(packed, window),
            List::size,
            "series-day",
            "series-days");
    BillFacts billFacts =
        progress.stage(
            "bill: shared resources and commitments",
            () -> BillFacts.of(folded, window),
            facts -> facts.resources().size() + facts.commitmentUsage().size(),
            "row",
            "rows");
    ControlsFactory controls =
        texts.controls(billFacts.rates(), InstancePools.of(inventory.clusterFacts()));
    describe(spark, "services: join and judge");
    Dataset<Row> services =
        ServiceFindings.join(
            spark,
            folded == null ? noSpend(spark) : SpendFacts.perService(folded),
            UsageFacts.perService(packed, window),
            inventory.services(),
            BalancerFacts.requests(
                metrics, FleetOf.onlyServices(inventory), inventory.loadBalancers()),
            filter);
    List<ServiceFinding> findings =
        progress.stage(
            "services: judge",
            () -> ServiceFindings.judge(services, controls, tags, window, prices.currency()),
            List::size,
            "service",
            "services");

    Fleet shared = FleetOf.fleet(window, findings, inventory, billFacts, metrics);
    FleetFinding fleet =
        progress.stage(
            "clusters, load balancers, images, commitments: judge",
            () -> FleetJudge.judge(shared, FleetControls.of(texts.settings().base(), prices)),
            finding -> finding.resources().size(),
            "resource with advice",
            "resources with advice");
    SecurityReview security =
        progress.stage(
            "security: judge",
            () -> security(findings, inventory, billFacts.meters(), window),
            review -> review.findings().size(),
            "service",
            "services");
    SecurityPatches securityPatches =
        progress.stage(
            "security: patches",
            () -> SecurityPatchesOf.patches(findings, security),
            SecurityPatches::size,
            "patch",
            "patches");
    SecurityReview review = security.with(securityPatches::folders);
    Findings all = Findings.of(findings, fleet, review);
    Remembered memory =
        progress.stage(
            "recommendations: remember",
            () ->
                remember(
                    spark,
                    new RunView(
                        findings,
                        fleet,
                        all.recommendations(),
                        inventory.services(),
                        shared,
                        window.asOf())),
            remembered -> remembered.entries().size(),
            "recommendation",
            "recommendations");
    WeeklyTables tables =
        WeeklyTables.of(
            findings,
            fleet,
            all,
            review,
            reconciliation,
            quality,
            SecondOpinions.rows(
                opinions.opinions(), findings, all.recommendations(), inventory.clusterFacts()),
            memory);
    RunFacts facts =
        RunFactsOf.run(
            spark,
            options,
            window,
            prices.date(),
            files,
            tables,
            ledger.currencies(),
            progress,
            warnings);
    WeeklyOutput output =
        new WeeklyOutput(
            tables,
            facts,
            new WeeklyPatches(
                findings, fleet.resources(), tables.recommendations().rows(), securityPatches));
    String published =
        progress.stage(
            "outputs: write",
            () -> publish(spark, output, window.asOf()),
            place -> tables.rowCount(),
            "row",
            "rows");
    output.print(out, published);
  }

  /** What earlier runs and decisions say of this run's recommendations. */
  private Remembered remember(SparkSession spark, RunView run) {
    EarlierRuns.Past past =
        new EarlierRuns(
                spark.sparkContext().hadoopConfiguration(),
                options.history == null ? options.out : options.history)
            .before(run.asOf());
    if (!past.warning().isEmpty()) {
      warn(past.warning());
    }
    Remembered remembered =
        new Memory(texts.ledgerSettings())
            .remember(past.entries(), run, decisions == null ? null : decisions.decisions());
    if (decisions != null) {
      decisions.warnings(remembered.problems()).forEach(this::warn);
    }
    return remembered;
  }

  private SecurityReview security(
      List<ServiceFinding> services, Inventory inventory, List<BillMeter> meters, Window window) {
    Catalogue catalogue = Catalogue.load();
    List<Check> checks = SecurityChecks.all(texts.securitySettings());
    List<SecurityFinding> findings =
        new SecurityFindings(
                inventory,
                attestations,
                BillEvidences.of(meters),
                new SecurityJudge(catalogue, checks),
                window.asOf(),
                tags.ownerKeys())
            .judge(services);
    return SecurityReview.of(catalogue, checks, findings)
        .with(
            SecurityFixes.of(
                services,
                findings,
                meters,
                window,
                new FixPrices(texts.securityPrices(), window.asOf())));
  }

  private String publish(SparkSession spark, WeeklyOutput output, LocalDate runDate) {
    try {
      return new Publisher(spark.sparkContext().hadoopConfiguration(), options.out)
          .publish(runDate, output::writeTo)
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + options.out, e);
    }
  }

  /** The last day to look at: the user's, else the bill's, the telemetry's or the inventory's. */
  private LocalDate asOf(@Nullable BillRows bill, List<FileQuality> quality, Inventory inventory) {
    if (options.asOf != null) {
      return options.asOf;
    }
    LocalDate fromBill = bill == null ? null : bill.lastCompleteDay();
    if (fromBill != null) {
      return fromBill;
    }
    LocalDate fromTelemetry = LastDay.of(quality);
    if (fromTelemetry != null) {
      return fromTelemetry;
    }
    if (inventory.collectedAt() != null) {
      return inventory.collectedAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }
    throw new UserMistake("No input says of which day it is; give it with --as-of YYYY-MM-DD");
  }

  private static Dataset<Row> resources(SparkSession spark, Inventory inventory) {
    RecordCodec<InventoryResource> codec = RecordCodec.of(InventoryResource.class);
    return spark.createDataFrame(
        inventory.resources().stream().map(codec::toRow).toList(), codec.schema());
  }

  private Dataset<Row> noSpend(SparkSession spark) {
    return spark.createDataFrame(List.of(), RecordCodec.of(NoSpendRow.class).schema());
  }

  /** Shape of {@link SpendFacts#perService} where there is no bill. */
  public record NoSpendRow(
      String accountId, String region, String clusterName, String serviceName, Spend spend) {}

  private List<String> tagKeys() {
    return tags.keys().stream().map(WeeklyJob::billKey).distinct().toList();
  }

  /** A tag that users give stands in the bill with {@code user} before its key. */
  private static String billKey(String key) {
    boolean marked = key.matches("(?i)(user|aws)[:_].*");
    return marked ? key : "user:" + key;
  }

  private void warn(String message) {
    warnings.add(message);
    progress.warn(message);
  }

  private static void describe(SparkSession spark, String stage) {
    spark.sparkContext().setJobDescription(stage);
  }

  private static long rowsRead(List<FileQuality> quality) {
    return quality.stream().mapToLong(FileQuality::rowsRead).sum();
  }
}
