package ecsadvisor.jobs;

import ecsadvisor.jobs.export.RunFacts;
import ecsadvisor.jobs.source.bill.BillFile;
import ecsadvisor.jobs.source.file.FileUnit;
import ecsadvisor.jobs.source.opinion.OpinionFile;
import ecsadvisor.models.fact.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** What is to be known of a run beside its tables. */
final class RunFactsOf {
  private RunFactsOf() {}

  static RunFacts run(
      SparkSession spark,
      WeeklyOptions options,
      Window window,
      LocalDate pricesDate,
      InputFiles files,
      WeeklyTables tables,
      Collection<String> currencies,
      Progress progress,
      List<String> warnings) {
    SortedMap<String, String> environment = new TreeMap<>();
    environment.put("java", System.getProperty("java.version", ""));
    environment.put("spark", spark.version());
    environment.put("master", spark.sparkContext().master());
    return new RunFacts(
        Version.number(),
        "weekly-" + window.asOf(),
        window.asOf(),
        window.firstDay(),
        window.asOf(),
        List.copyOf(currencies),
        pricesDate,
        named(options),
        inputs(files),
        tables.rowCounts(),
        progress.stages().stream()
            .map(stage -> new RunFacts.Stage(stage.name(), stage.milliseconds(), stage.count()))
            .toList(),
        warnings,
        environment);
  }

  private static SortedMap<String, String> named(WeeklyOptions options) {
    SortedMap<String, String> named = new TreeMap<>();
    put(named, "bill", String.join(" ", options.bill));
    put(named, "utilization", String.join(" ", options.utilization));
    put(named, "inventory", String.join(" ", options.inventory));
    put(named, "second-opinion", String.join(" ", options.secondOpinion));
    put(named, "attestations", options.attestations);
    put(named, "decisions", options.decisions);
    put(named, "secret-rules", options.secretRules);
    put(named, "prices", options.prices);
    put(named, "config", options.config);
    put(named, "out", options.out);
    put(named, "history", options.history);
    put(named, "as-of", options.asOf == null ? null : options.asOf.toString());
    put(named, "lookback-days", Integer.toString(options.lookbackDays));
    put(named, "accounts", String.join(",", options.accounts));
    put(named, "regions", String.join(",", options.regions));
    put(named, "clusters", String.join(",", options.clusters));
    put(named, "max-bad-share", Double.toString(options.maxBadShare));
    put(named, "master", options.master);
    options.conf.forEach((key, value) -> put(named, "conf " + key, value));
    return named;
  }

  private static void put(SortedMap<String, String> named, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      named.put(name, value);
    }
  }

  private static List<RunFacts.InputFile> inputs(InputFiles files) {
    List<RunFacts.InputFile> inputs = new ArrayList<>();
    if (files.bill() != null) {
      for (BillFile file : files.bill().files()) {
        inputs.add(new RunFacts.InputFile("bill", file.uri(), file.bytes(), file.version()));
      }
    }
    for (FileUnit file : files.utilization()) {
      inputs.add(new RunFacts.InputFile("utilization", file.uri(), file.bytes(), ""));
    }
    for (FileUnit file : files.inventory()) {
      inputs.add(new RunFacts.InputFile("inventory", file.uri(), file.bytes(), ""));
    }
    for (OpinionFile file : files.opinions()) {
      inputs.add(
          new RunFacts.InputFile("second-opinion", file.unit().uri(), file.unit().bytes(), ""));
    }
    return inputs;
  }
}
