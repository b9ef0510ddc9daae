package ecsadvisor.jobs;

import static java.util.Objects.requireNonNull;

import ecsadvisor.jobs.fact.Inventory;
import ecsadvisor.jobs.fact.InventoryFacts;
import ecsadvisor.jobs.generate.inventory.InventoryWriter;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Organisations;
import ecsadvisor.jobs.generate.organisation.Timeline;
import ecsadvisor.jobs.source.UserMistake;
import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.jobs.source.inventory.InventorySource;
import ecsadvisor.models.catalogue.Catalogue;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.security.Attestations;
import ecsadvisor.models.fact.security.BillEvidence;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.security.SecurityChecks;
import ecsadvisor.models.security.SecurityJudge;
import ecsadvisor.models.security.SecuritySettings;
import ecsadvisor.models.security.SecurityVerdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the security checks at the scale of a large company, from a generated inventory. */
@Command(
    name = "security",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Generates the inventory of a large organisation (once per size), reads it, and judges every"
          + " security row of every service on two cores; prints each stage's time.",
      "Peak memory is the process's resident set and needs Linux."
    })
final class BenchSecurityCommand implements Callable<Integer> {
  private static final long SEED = 42;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 21);
  private static final int DAYS = 2;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = "target/bench",
      description = "Where the inventory is generated and kept. Default: ${DEFAULT-VALUE}.")
  private Path directory = Path.of("target/bench");

  @Option(
      names = "--services",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Default: ${DEFAULT-VALUE}.")
  private int services = 10_000;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before the call
  BenchSecurityCommand() {}

  @Override
  public Integer call() throws IOException {
    if (services < 1) {
      throw new UserMistake("--services: at least 1");
    }
    Timeline timeline = new Timeline(FIRST_DAY, DAYS);
    Path folder = directory.resolve("inventory-services-" + services);
    if (!Files.exists(folder)) {
      generate(timeline, folder);
    }
    BenchStages stages = new BenchStages(spec.commandLine().getOut());
    BenchStages.Mark began = stages.mark();
    try (SparkSession spark = SparkSessions.start("local[2]", Map.of())) {
      stages.end(began, "Spark: start", 0);
      BenchStages.Mark from = stages.mark();
      List<InventoryItem> items =
          InventorySource.items(
              InventorySource.read(
                  spark, InventorySource.find(spark, List.of(folder.toUri().toString()))));
      stages.end(from, "inventory: read", items.size());
      from = stages.mark();
      Inventory inventory = InventoryFacts.assemble(items);
      stages.end(from, "inventory: assemble", inventory.services().size());
      from = stages.mark();
      List<SecurityVerdicts> verdicts = judge(inventory, timeline.lastDay());
      stages.end(
          from,
          "security: judge, rows",
          verdicts.stream().mapToLong(one -> one.controls().size()).sum());
    }
    return 0;
  }

  private static List<SecurityVerdicts> judge(Inventory inventory, LocalDate asOf) {
    SecurityJudge judge =
        new SecurityJudge(Catalogue.load(), SecurityChecks.all(SecuritySettings.defaults()));
    return List.copyOf(inventory.services().keySet()).parallelStream()
        .map(key -> judge.judge(facts(inventory, key, asOf)))
        .toList();
  }

  private static SecurityFacts facts(Inventory inventory, ServiceKey key, LocalDate asOf) {
    return new SecurityFacts(
        key,
        "team",
        "prod",
        List.of("owner", "team"),
        asOf,
        requireNonNull(inventory.services().get(key)),
        requireNonNull(inventory.security().get(key)),
        Attestations.NONE,
        BillEvidence.NONE);
  }

  private void generate(Timeline timeline, Path folder) throws IOException {
    spec.commandLine().getOut().printf("generating %s (once)%n", folder);
    spec.commandLine().getOut().flush();
    Organisation organisation = Organisations.make(SEED, timeline, services, 1);
    InventoryWriter.write(organisation, Fleet.of(organisation), folder);
  }
}
