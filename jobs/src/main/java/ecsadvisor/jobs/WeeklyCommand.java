package ecsadvisor.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecsadvisor.jobs.finding.ServiceFilter;
import ecsadvisor.jobs.source.UserMistake;
import ecsadvisor.jobs.source.attestation.AttestationFile;
import ecsadvisor.jobs.source.decision.DecisionFile;
import ecsadvisor.jobs.source.secret.SecretRulesFile;
import ecsadvisor.models.catalogue.Catalogue;
import ecsadvisor.models.catalogue.Control;
import ecsadvisor.models.fact.security.Attestations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The weekly job: bill, utilization and inventory in; tables and report out. */
@Command(
    name = "weekly",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Joins bill, utilization and inventory, judges every ECS service, and writes tables and report"
          + " under <out>/run_date=YYYY-MM-DD/.",
      "",
      "Every input is optional, at least one is needed; what a missing one would have told is said as"
          + " withheld advice and NO_DATA. Inputs are local paths, s3://, s3a:// or any Hadoop file"
          + " system.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  advise weekly --bill s3://billing/exports/cur2 --utilization metrics/ --inventory"
          + " inventory/ --out out"
    })
final class WeeklyCommand implements Callable<Integer> {
  @Mixin private WeeklyOptions options = new WeeklyOptions();

  WeeklyCommand() {}

  @Override
  public Integer call() throws IOException {
    List<String> mistakes = new ArrayList<>();
    if (options.bill.isEmpty() && options.utilization.isEmpty() && options.inventory.isEmpty()) {
      mistakes.add(
          "Nothing to read: give at least one of --bill, --utilization or --inventory"
              + " (./advise alone runs the sample organisation)");
    }
    if (options.lookbackDays < 1 || options.lookbackDays > 400) {
      mistakes.add("--lookback-days %d: must be between 1 and 400".formatted(options.lookbackDays));
    }
    if (!(options.maxBadShare >= 0 && options.maxBadShare <= 1)) {
      mistakes.add("--max-bad-share %s: must be between 0 and 1".formatted(options.maxBadShare));
    }
    String prices = read("--prices", options.prices, mistakes);
    String configText = read("--config", options.config, mistakes);
    Attestations attestations = attestations(mistakes);
    DecisionFile decisions = decisions(mistakes);
    SecretRulesFile secretRules =
        secretRules(read("--secret-rules", options.secretRules, mistakes), mistakes);
    AdvisorSettings settings = settings(configText, mistakes);
    ControlTexts texts =
        new ControlTexts(
            configText == null ? "" : configText,
            options.config == null ? "" : options.config,
            prices);
    check(texts, mistakes);
    if (!mistakes.isEmpty()) {
      throw new UserMistake(mistakes);
    }
    WeeklyJob job =
        new WeeklyJob(
            options,
            settings.tags(),
            texts,
            attestations,
            decisions,
            secretRules,
            new ServiceFilter(options.accounts, options.regions, options.clusters),
            new Progress(System.err, options.quiet));
    try (SparkSession spark = SparkSessions.start(options.master, options.conf)) {
      job.run(spark, System.out);
    }
    return 0;
  }

  private AdvisorSettings settings(@Nullable String text, List<String> mistakes) {
    if (text == null || options.config == null) {
      return AdvisorSettings.defaults();
    }
    try {
      return AdvisorSettings.read(text, options.config);
    } catch (UserMistake mistake) {
      mistakes.addAll(mistake.mistakes());
      return AdvisorSettings.defaults();
    }
  }

  private Attestations attestations(List<String> mistakes) {
    String text = read("--attestations", options.attestations, mistakes);
    if (text == null || options.attestations == null) {
      return Attestations.NONE;
    }
    try {
      return AttestationFile.read(text, options.attestations, identifiers());
    } catch (UserMistake mistake) {
      mistakes.addAll(mistake.mistakes());
      return Attestations.NONE;
    }
  }

  private @Nullable DecisionFile decisions(List<String> mistakes) {
    String text = read("--decisions", options.decisions, mistakes);
    if (text == null || options.decisions == null) {
      return null;
    }
    try {
      return DecisionFile.read(text, options.decisions);
    } catch (UserMistake mistake) {
      mistakes.addAll(mistake.mistakes());
      return null;
    }
  }

  private static Set<String> identifiers() {
    return Catalogue.load().controls().stream()
        .map(Control::identifier)
        .collect(Collectors.toSet());
  }

  private SecretRulesFile secretRules(@Nullable String text, List<String> mistakes) {
    if (text == null || options.secretRules == null) {
      return SecretRulesFile.none();
    }
    try {
      return SecretRulesFile.read(text, options.secretRules);
    } catch (UserMistake mistake) {
      mistakes.addAll(mistake.mistakes());
      return SecretRulesFile.none();
    }
  }

  private void check(ControlTexts texts, List<String> mistakes) {
    try {
      texts.settings();
    } catch (UserMistake mistake) {
      mistake.mistakes().stream().filter(line -> !mistakes.contains(line)).forEach(mistakes::add);
    }
    try {
      texts.securitySettings();
    } catch (UserMistake mistake) {
      mistake.mistakes().stream().filter(line -> !mistakes.contains(line)).forEach(mistakes::add);
    }
    try {
      texts.ledgerSettings();
    } catch (UserMistake mistake) {
      mistake.mistakes().stream().filter(line -> !mistakes.contains(line)).forEach(mistakes::add);
    }
    try {
      texts.priceBook();
      texts.securityPrices();
    } catch (IllegalArgumentException e) {
      mistakes.add("--prices %s: %s".formatted(options.prices, e.getMessage()));
    }
  }

  private static @Nullable String read(
      String option, @Nullable String file, List<String> mistakes) {
    if (file == null) {
      return null;
    }
    try {
      return Files.readString(Path.of(file), UTF_8);
    } catch (IOException | java.nio.file.InvalidPathException e) {
      mistakes.add("%s %s: cannot be read; check the path".formatted(option, file));
      return null;
    }
  }
}
