package ecsadvisor.jobs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the user may say to the weekly job. */
final class WeeklyOptions {
  @Option(
      names = "--bill",
      paramLabel = "URI",
      description =
          "Billing report (CUR 2.0, legacy CUR or FOCUS Parquet): its root, a period's folder or"
              + " files. Repeatable.")
  List<String> bill = new ArrayList<>();

  @Option(
      names = "--utilization",
      paramLabel = "URI",
      description =
          "Metric-stream records, GetMetricData bodies or Container Insights events. Repeatable.")
  List<String> utilization = new ArrayList<>();

  @Option(
      names = "--inventory",
      paramLabel = "URI",
      description = "Inventory lines, raw AWS CLI output or AWS Config snapshots. Repeatable.")
  List<String> inventory = new ArrayList<>();

  @Option(
      names = "--second-opinion",
      paramLabel = "URI",
      description =
          "What AWS recommends: exports of Cost Optimization Hub (CSV, Parquet) and of Compute"
              + " Optimizer for ECS services (CSV). Repeatable.")
  List<String> secondOpinion = new ArrayList<>();

  @Option(
      names = "--attestations",
      paramLabel = "FILE",
      description = "Statements of people on controls that no file proves (YAML or CSV).")
  @Nullable String attestations;

  @Option(
      names = "--decisions",
      paramLabel = "FILE",
      description = "What was decided on recommendations (CSV).")
  @Nullable String decisions;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "Price file (CSV) to use in place of the bundled one.")
  @Nullable String prices;

  @Option(
      names = "--secret-rules",
      paramLabel = "FILE",
      description =
          "Further rules for secrets in task definitions, in the format of gitleaks (TOML).")
  @Nullable String secretRules;

  @Option(names = "--config", paramLabel = "FILE", description = "Settings (HOCON).")
  @Nullable String config;

  @Option(
      names = "--out",
      paramLabel = "URI",
      defaultValue = "out",
      description = "Where run_date=… and tables/ are written. Default: ${DEFAULT-VALUE}.")
  String out = "out";

  @Option(
      names = "--history",
      paramLabel = "URI",
      description = "Where earlier runs lie. Default: the value of --out.")
  @Nullable String history;

  @Option(
      names = "--as-of",
      paramLabel = "YYYY-MM-DD",
      description = "The last day to look at. Default: the last complete day of the bill.")
  @Nullable LocalDate asOf;

  @Option(
      names = "--lookback-days",
      paramLabel = "N",
      defaultValue = "32",
      description = "Days of history to judge on. Default: ${DEFAULT-VALUE}.")
  int lookbackDays = 32;

  @Option(
      names = "--accounts",
      paramLabel = "ID",
      split = ",",
      description = "Only services of these accounts.")
  List<String> accounts = new ArrayList<>();

  @Option(
      names = "--regions",
      paramLabel = "REGION",
      split = ",",
      description = "Only services in these regions.")
  List<String> regions = new ArrayList<>();

  @Option(
      names = "--clusters",
      paramLabel = "NAME",
      split = ",",
      description = "Only services in these clusters.")
  List<String> clusters = new ArrayList<>();

  @Option(
      names = "--max-bad-share",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      description =
          "Share of unreadable rows of a file kind above which the run stops with status 3."
              + " Default: ${DEFAULT-VALUE}.")
  double maxBadShare = 0.01;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Spark master. Default: what spark-submit gives, else local[*].")
  @Nullable String master;

  @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "A Spark setting. Repeatable.")
  Map<String, String> conf = new LinkedHashMap<>();

  @Option(
      names = "--dry-run",
      description = "Checks every input and option, reads schemas only, writes nothing.")
  boolean dryRun;

  @Option(names = "--quiet", description = "No progress, only errors.")
  boolean quiet;
}
