package ecsadvisor.jobs;

import ecsadvisor.jobs.export.Publisher;
import ecsadvisor.jobs.export.patch.SecurityPatches;
import ecsadvisor.jobs.finding.ControlsFactory;
import ecsadvisor.jobs.finding.Findings;
import ecsadvisor.jobs.finding.FleetFinding;
import ecsadvisor.jobs.finding.FleetJudge;
import ecsadvisor.jobs.finding.Reconciliation;
import ecsadvisor.jobs.finding.SecurityReview;
import ecsadvisor.jobs.finding.ServiceFinding;
import ecsadvisor.jobs.finding.ServiceFindings;
import ecsadvisor.jobs.finding.TagSettings;
import ecsadvisor.jobs.finding.memory.Memory;
import ecsadvisor.jobs.finding.memory.Remembered;
import ecsadvisor.jobs.finding.memory.RunView;
import ecsadvisor.models.catalogue.Catalogue;
import ecsadvisor.models.cost.Fleet;
import ecsadvisor.models.cost.FleetControls;
import ecsadvisor.models.cost.spot.InstancePools;
import ecsadvisor.models.price.PriceBook;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Measures what follows the reading of inputs at the scale of a large company: judging, putting
 * together and writing, from facts that were folded before.
 */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Multiplies the facts of a generated organisation (once per size), judges them on two cores,"
          + " writes all outputs, and prints each stage's time with the peak memory up to its end.",
      "Peak memory is the process's resident set and needs Linux."
    })
final class BenchJudgeCommand implements Callable<Integer> {
  @Mixin private BenchScale scale = new BenchScale();
  @Spec private CommandSpec spec;
  private BenchStages stages;
  private BenchStages.Mark began;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before the call
  BenchJudgeCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    scale.check();
    if (!Files.exists(scale.sample().resolve("truth.csv"))) {
      BenchProcess.run(List.of("generate", "--out", scale.sample().toString()));
    }
    if (!scale.isKept()) {
      List<String> arguments = new ArrayList<>(List.of("bench", "facts"));
      arguments.addAll(scale.arguments());
      BenchProcess.run(arguments);
    }
    stages = new BenchStages(spec.commandLine().getOut());
    began = stages.mark();
    try (SparkSession spark = SparkSessions.start("local[2]", Map.of())) {
      stages.end(began, "Spark: start", 0);
      judge(spark);
    }
    return 0;
  }

  private void judge(SparkSession spark) throws IOException {
    BenchStages.Mark from = stages.mark();
    BenchOrganisation facts = BenchOrganisation.read(spark, scale.facts());
    stages.end(from, "facts of shared things: read", facts.metrics().size());

    ControlTexts texts = new ControlTexts("", "", null);
    PriceBook prices = texts.priceBook();
    ControlsFactory controls =
        texts.controls(facts.bill().rates(), InstancePools.of(facts.clusters()));
    from = stages.mark();
    List<ServiceFinding> services =
        ServiceFindings.judge(
            facts.services(), controls, TagSettings.defaults(), facts.window(), prices.currency());
    stages.end(from, "services: judge", services.size());

    from = stages.mark();
    FleetFinding fleet =
        FleetJudge.judge(fleet(facts, services), FleetControls.of(texts.settings().base(), prices));
    stages.end(from, "shared things: judge", fleet.resources().size());

    from = stages.mark();
    SecurityReview security = SecurityReview.of(Catalogue.load(), List.of(), List.of());
    Findings findings = Findings.of(services, fleet, security);
    stages.end(from, "findings: put together", findings.recommendations().size());

    from = stages.mark();
    Remembered memory =
        new Memory(texts.ledgerSettings())
            .remember(
                List.of(),
                new RunView(
                    services,
                    fleet,
                    findings.recommendations(),
                    Map.of(),
                    fleet(facts, services),
                    facts.window().asOf()),
                null);
    stages.end(from, "recommendations: remember", memory.entries().size());

    from = stages.mark();
    WeeklyTables tables =
        WeeklyTables.of(
            services,
            fleet,
            findings,
            security,
            Reconciliation.of(List.of(), List.of()),
            List.of(),
            List.of(),
            memory);
    stages.end(from, "tables", tables.rowCount());
    write(spark, facts, services, fleet, tables, prices);
  }

  private void write(
      SparkSession spark,
      BenchOrganisation facts,
      List<ServiceFinding> services,
      FleetFinding fleet,
      WeeklyTables tables,
      PriceBook prices)
      throws IOException {
    WeeklyOptions options = new WeeklyOptions();
    options.out = scale.directory.resolve("out-judge").toString();
    BenchStages.Mark from = stages.mark();
    WeeklyOutput output =
        new WeeklyOutput(
            tables,
            RunFactsOf.run(
                spark,
                options,
                facts.window(),
                prices.date(),
                new InputFiles(null, List.of(), List.of(), List.of()),
                tables,
                currencies(services),
                new Progress(System.err, true),
                List.of()),
            new WeeklyPatches(
                services,
                fleet.resources(),
                tables.recommendations().rows(),
                new SecurityPatches(List.of())));
    stages.end(from, "outputs: prepare", tables.rowCount());
    BenchStages.Mark published = stages.mark();
    new Publisher(spark.sparkContext().hadoopConfiguration(), options.out)
        .publish(
            facts.window().asOf(),
            staging -> {
              BenchStages.Mark at = stages.mark();
              output.writeTables(staging);
              stages.end(at, "  tables: write", tables.rowCount());
              at = stages.mark();
              output.writePatches(staging);
              stages.end(at, "  patches: write", tables.recommendations().rows().size());
              at = stages.mark();
              output.writeReport(staging);
              stages.end(at, "  report: write", 1);
            });
    stages.end(published, "outputs: publish", 1);
    stages.end(began, "all", services.size());
  }

  private static Fleet fleet(BenchOrganisation facts, List<ServiceFinding> services) {
    return new Fleet(
        facts.window(),
        services.stream().map(ServiceFinding::fleet).toList(),
        facts.clusters(),
        facts.accounts(),
        facts.loadBalancers(),
        facts.targetGroups(),
        facts.repositories(),
        facts.volumes(),
        facts.instanceTypes(),
        facts.bill().resources(),
        facts.bill().commitmentUsage(),
        facts.bill().commitments(),
        facts.metrics(),
        Set.copyOf(facts.complete()),
        Set.of());
  }

  private static Set<String> currencies(List<ServiceFinding> services) {
    Set<String> currencies = new TreeSet<>();
    services.forEach(service -> currencies.add(service.service().currency()));
    currencies.remove("");
    return currencies;
  }
}
