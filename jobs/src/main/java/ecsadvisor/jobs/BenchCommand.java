package ecsadvisor.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ecsadvisor.jobs.source.UserMistake;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures the weekly job on a large generated organisation: wall time of the whole process, rows
 * per second, peak memory and the share of each stage. It never judges and is no test.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Generates a large organisation (once per size), runs the weekly job on it in processes of their"
          + " own, and prints wall time, rows per second, peak memory and the share of each stage.",
      "Peak memory is the process's resident set and needs Linux."
    },
    subcommands = {BenchJudgeCommand.class, BenchFactsCommand.class, BenchSecurityCommand.class})
final class BenchCommand implements Callable<Integer> {
  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = "target/bench",
      description = "Where the data is generated and kept. Default: ${DEFAULT-VALUE}.")
  private Path directory = Path.of("target/bench");

  @Option(
      names = "--services",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Default: ${DEFAULT-VALUE}.")
  private int services = 1000;

  @Option(
      names = "--bill-lines",
      paramLabel = "N",
      defaultValue = "20000000",
      description = "Default: ${DEFAULT-VALUE}.")
  private long billLines = 20_000_000;

  @Option(
      names = "--metric-records",
      paramLabel = "N",
      defaultValue = "5000000",
      description = "Default: ${DEFAULT-VALUE}.")
  private long metricRecords = 5_000_000;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "3",
      description = "Runs of the job; each is printed. Default: ${DEFAULT-VALUE}.")
  private int runs = 3;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before the call
  BenchCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (services < 1 || billLines < 1 || metricRecords < 1 || runs < 1) {
      throw new UserMistake("--services, --bill-lines, --metric-records and --runs: at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    Path data =
        directory.resolve(
            String.format(
                Locale.ROOT,
                "services-%d-lines-%d-records-%d",
                services,
                billLines,
                metricRecords));
    if (!Files.exists(data.resolve("truth.csv"))) {
      out.printf(Locale.ROOT, "generating %s (once)%n", data);
      out.flush();
      BenchProcess.run(
          List.of(
              "generate",
              "--out",
              data.toString(),
              "--services",
              Integer.toString(services),
              "--bill-lines",
              Long.toString(billLines),
              "--metric-records",
              Long.toString(metricRecords)));
    }
    out.printf(
        Locale.ROOT,
        "%d cores, Java %s, %s, Spark jar %s%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature(),
        System.getProperty("os.name"),
        Version.number());
    for (int i = 1; i <= runs; i++) {
      Path results = directory.resolve("out");
      BenchProcess measure =
          BenchProcess.run(
              List.of(
                  "weekly",
                  "--bill",
                  data.resolve("bill").toString(),
                  "--utilization",
                  data.resolve("utilization").toString(),
                  "--inventory",
                  data.resolve("inventory").toString(),
                  "--out",
                  results.toString(),
                  "--quiet"));
      out.printf(
          Locale.ROOT,
          "run %d: %.1f s wall, %,.0f rows/s, peak memory %s%n",
          i,
          measure.seconds(),
          (billLines + metricRecords) / measure.seconds(),
          measure.peakMemoryMiB().map(mib -> mib + " MiB").orElse("unknown"));
      printStages(results, measure.seconds(), out);
      out.flush();
    }
    return 0;
  }

  private static void printStages(Path results, double wallSeconds, PrintWriter out)
      throws IOException {
    try (Stream<Path> runs = Files.list(results)) {
      Path newest =
          runs.filter(path -> path.getFileName().toString().startsWith("run_date="))
              .max(Path::compareTo)
              .orElseThrow(() -> new IOException("No run in " + results));
      JsonNode stages =
          new ObjectMapper().readTree(newest.resolve("run.json").toFile()).path("stages");
      for (JsonNode stage : stages) {
        double seconds = stage.path("millis").asLong() / 1000.0;
        out.printf(
            Locale.ROOT,
            "  %6.1f s %5.1f %%  %-34s %,d%n",
            seconds,
            100 * seconds / wallSeconds,
            stage.path("name").asText(),
            stage.path("rows").asLong());
      }
    }
  }
}
