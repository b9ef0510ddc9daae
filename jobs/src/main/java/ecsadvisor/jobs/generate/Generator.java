package ecsadvisor.jobs.generate;

import ecsadvisor.jobs.generate.bill.BillWriter;
import ecsadvisor.jobs.generate.inventory.InventoryWriter;
import ecsadvisor.jobs.generate.opinion.OpinionWriter;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Organisations;
import ecsadvisor.jobs.generate.organisation.Timeline;
import ecsadvisor.jobs.generate.truth.TruthFile;
import ecsadvisor.jobs.generate.utilization.UtilizationWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * Writes a synthetic organisation: {@code bill/}, {@code utilization/}, {@code inventory/}, {@code
 * second-opinion/}, {@code attestations.yaml}, {@code decisions.csv} and {@code truth.csv}. Shares
 * no code with the readers, so that neither can repeat the other's mistakes.
 */
public final class Generator {
  /** Share of a bill of a wanted length that comes from ECS; the rest are other services' lines. */
  private static final double ECS_SHARE = 0.85;

  private Generator() {}

  /**
   * Writes everything.
   *
   * @param progress told one line for each finished part
   */
  public static void run(SparkSession spark, GeneratorOptions options, Consumer<String> progress)
      throws IOException {
    Files.createDirectories(options.out());
    Organisation organisation = organisation(options);
    Fleet fleet = Fleet.of(organisation);
    progress.accept(
        "organisation: %d services in %d clusters"
            .formatted(organisation.services().size(), organisation.clusters().size()));
    TruthFile.write(organisation, options.out().resolve("truth.csv"));
    Statements.write(organisation, options.out());
    OpinionWriter.write(organisation, options.out().resolve("second-opinion"));
    InventoryWriter.write(organisation, fleet, options.out().resolve("inventory"));
    progress.accept("inventory, truth, attestations and decisions written");
    utilization(organisation, fleet, options, progress);
    long lines =
        BillWriter.write(
            spark,
            organisation,
            fleet,
            options.billFormat(),
            options.out().resolve("bill"),
            options.billLines());
    progress.accept(String.format(Locale.ROOT, "bill: %,d lines written", lines));
  }

  private static void utilization(
      Organisation organisation, Fleet fleet, GeneratorOptions options, Consumer<String> progress) {
    Path folder = options.out().resolve("utilization");
    if (options.metricRecords() > 0) {
      long records = UtilizationWriter.writeRecords(organisation, folder, options.metricRecords());
      progress.accept(
          String.format(Locale.ROOT, "utilization: %,d metric-stream records written", records));
      return;
    }
    UtilizationWriter.write(organisation, fleet, folder);
    progress.accept("utilization written");
  }

  /** The organisation, with so many tasks that ECS makes up most of the wanted lines. */
  static Organisation organisation(GeneratorOptions options) {
    Timeline timeline = new Timeline(options.lastDay(), options.days());
    Organisation natural = Organisations.make(options.seed(), timeline, options.services(), 1);
    if (options.billLines() == 0) {
      return natural;
    }
    long lines = BillWriter.naturalLines(natural, Fleet.of(natural));
    double factor = options.billLines() * ECS_SHARE / lines;
    return Organisations.make(options.seed(), timeline, options.services(), factor);
  }
}
