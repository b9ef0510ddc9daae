package ecsadvisor.jobs;

import ecsadvisor.models.catalogue.Catalogue;
import ecsadvisor.models.catalogue.Control;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the catalogue: every control of every framework, how it is judged and what it needs. */
@Command(
    name = "controls",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Prints every control of every framework: how it is judged, and what evidence it needs.")
final class ControlsCommand implements Callable<Integer> {
  /** How the catalogue is printed. */
  enum Format {
    table,
    csv
  }

  @Option(
      names = "--format",
      paramLabel = "table|csv",
      defaultValue = "table",
      description = "Default: ${DEFAULT-VALUE}.")
  private Format format = Format.table;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before the call
  ControlsCommand() {}

  @Override
  public Integer call() throws IOException {
    List<Control> controls = Catalogue.load().controls();
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.csv) {
      printCsv(controls, out);
    } else {
      printTable(controls, out);
    }
    out.flush();
    return 0;
  }

  private static void printCsv(List<Control> controls, PrintWriter out) throws IOException {
    CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
    csv.printRecord(
        "framework",
        "control_id",
        "severity",
        "severity_aws",
        "title",
        "judged_by",
        "needs",
        "status",
        "description",
        "advised_by",
        "statement",
        "note");
    for (Control control : controls) {
      csv.printRecord(
          control.framework(),
          control.identifier(),
          control.severity(),
          control.awsSeverity() == null ? "" : control.awsSeverity(),
          control.title(),
          String.join("; ", control.checks()),
          String.join("; ", control.needs()),
          status(control),
          control.description(),
          String.join("; ", control.advisory()),
          control.attestation(),
          control.note());
    }
  }

  private static void printTable(List<Control> controls, PrintWriter out) {
    String framework = "";
    for (Control control : controls) {
      if (!framework.equals(control.framework().title())) {
        framework = control.framework().title();
        out.printf(Locale.ROOT, "%n%s (%s)%n", framework, control.framework());
      }
      out.printf(
          Locale.ROOT,
          "  %-8s %-6s %-15s %s%n",
          control.identifier(),
          control.severity(),
          status(control),
          control.title());
      if (control.implemented()) {
        out.printf(Locale.ROOT, "  %-8s judged by %s%n", "", String.join(", ", control.checks()));
      }
      if (!control.advisory().isEmpty()) {
        out.printf(Locale.ROOT, "  %-8s noted by %s%n", "", String.join(", ", control.advisory()));
      }
      if (!control.attestation().isEmpty()) {
        out.printf(Locale.ROOT, "  %-8s and a statement of type %s%n", "", control.attestation());
      }
      out.printf(Locale.ROOT, "  %-8s needs %s%n", "", String.join(", ", control.needs()));
      if (!control.note().isEmpty()) {
        out.printf(Locale.ROOT, "  %-8s %s%n", "", control.note());
      }
    }
    long open = controls.stream().filter(control -> !control.implemented()).count();
    out.printf(
        Locale.ROOT,
        "%n%d controls, %d judged by code; the other %d come out as NO_DATA with NOT_IMPLEMENTED.%n",
        controls.size(),
        controls.size() - open,
        open);
  }

  private static String status(Control control) {
    return control.implemented() ? "IMPLEMENTED" : "NOT_IMPLEMENTED";
  }
}
