package ecsadvisor.jobs;

import ecsadvisor.jobs.generate.Generator;
import ecsadvisor.jobs.generate.GeneratorOptions;
import ecsadvisor.jobs.generate.bill.BillFormat;
import ecsadvisor.jobs.source.UserMistake;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a synthetic organisation in AWS's formats, with its planted truth beside it. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = "Writes a synthetic organisation in AWS's formats, with its planted truth.")
public final class GenerateCommand implements Callable<Integer> {
  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path out = Path.of("");

  @Option(
      names = "--services",
      paramLabel = "N",
      description = "Number of services (default: ${DEFAULT-VALUE}).")
  private int services = 32;

  @Option(
      names = "--days",
      paramLabel = "D",
      description = "Number of days (default: ${DEFAULT-VALUE}).")
  private int days = 35;

  @Option(
      names = "--end-date",
      paramLabel = "YYYY-MM-DD",
      description = "The last day (default: ${DEFAULT-VALUE}).")
  private LocalDate endDate = LocalDate.of(2026, 11, 22);

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Same seed, same organisation (default: ${DEFAULT-VALUE}).")
  private long seed = 42;

  @Option(
      names = "--bill-lines",
      paramLabel = "N",
      description =
          "Lines of the bill; more tasks and other services' lines make it that long"
              + " (default: what the organisation has of itself).")
  private long billLines;

  @Option(
      names = "--bill-format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private BillFormat billFormat = BillFormat.CUR2;

  @Option(
      names = "--metric-records",
      paramLabel = "N",
      description =
          "About so many metric-stream records in place of all other telemetry"
              + " (default: every form of telemetry).")
  private long metricRecords;

  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<String> mistakes = mistakes();
    if (!mistakes.isEmpty()) {
      throw new UserMistake(mistakes);
    }
    GeneratorOptions options =
        new GeneratorOptions(
            out, services, days, endDate, seed, billLines, metricRecords, billFormat);
    try (SparkSession spark = session()) {
      spark.sparkContext().setLogLevel("ERROR");
      Generator.run(spark, options, this::say);
    }
    return 0;
  }

  private List<String> mistakes() {
    List<String> mistakes = new ArrayList<>();
    if (services < 1) {
      mistakes.add("--services must be at least 1, not " + services);
    }
    if (days < 1) {
      mistakes.add("--days must be at least 1, not " + days);
    }
    if (billLines < 0) {
      mistakes.add("--bill-lines must not be negative: " + billLines);
    }
    if (metricRecords < 0) {
      mistakes.add("--metric-records must not be negative: " + metricRecords);
    }
    return mistakes;
  }

  private static SparkSession session() {
    SparkConf conf = new SparkConf();
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("ecs-cost-advisor generate")
            .config("spark.ui.enabled", false)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.ansi.enabled", true);
    if (!conf.contains("spark.master")) {
      builder.master("local[*]").config("spark.driver.host", "127.0.0.1");
    }
    return builder.getOrCreate();
  }

  private void say(String text) {
    if (spec == null) {
      return;
    }
    PrintWriter writer = spec.commandLine().getErr();
    writer.println(text);
    writer.flush();
  }
}
