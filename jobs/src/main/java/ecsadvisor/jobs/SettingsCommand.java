package ecsadvisor.jobs;

import ecsadvisor.jobs.settings.SettingsText;
import ecsadvisor.models.cost.CostSettings;
import ecsadvisor.models.ledger.LedgerSettings;
import ecsadvisor.models.security.SecuritySettings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints every setting with its meaning and its default, as a file that {@code --config} reads. */
@Command(
    name = "settings",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Prints every setting with its meaning and its default: a file (HOCON) that --config reads.")
final class SettingsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before the call
  SettingsCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text());
    out.flush();
    return 0;
  }

  /** What holds without a file, as a file. */
  static String text() {
    return """
        # Every setting of ./advise weekly --config FILE with its default. Keep only what you change.
        # A month is 730 hours.

        %s
        # One section per control; services may differ, see docs/settings.md.
        controls {
        %s}

        # One section per security check that has settings; they hold for all services.
        checks {
        %s}

        # What becomes of recommendations from week to week, and the plan of the week.
        ledger {
        %s}
        """
        .formatted(
            AdvisorSettings.defaults().text(),
            SettingsText.of(CostSettings.defaults(), "  "),
            SettingsText.of(SecuritySettings.defaults(), "  "),
            SettingsText.of(LedgerSettings.defaults(), "  "));
  }
}
