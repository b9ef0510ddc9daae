package ecsadvisor.jobs;

import ecsadvisor.jobs.export.RunFacts;
import ecsadvisor.jobs.export.RunJson;
import ecsadvisor.jobs.export.Staging;
import ecsadvisor.jobs.export.Summary;
import ecsadvisor.jobs.export.SummaryJson;
import ecsadvisor.jobs.export.report.ControlCount;
import ecsadvisor.jobs.export.report.ReportEmail;
import ecsadvisor.jobs.export.report.ReportHtml;
import ecsadvisor.jobs.export.report.ReportModel;
import ecsadvisor.jobs.export.report.ReportSummary;
import ecsadvisor.jobs.export.security.AsffFindings;
import ecsadvisor.jobs.export.security.OcsfFindings;
import ecsadvisor.jobs.export.security.OscalResults;
import ecsadvisor.jobs.export.security.SecurityRun;
import ecsadvisor.jobs.table.ControlRow;
import ecsadvisor.jobs.table.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The files of a run, and what it prints when it has ended. */
final class WeeklyOutput {
  private final WeeklyTables tables;
  private final RunFacts facts;
  private final WeeklyPatches patches;
  private final ReportModel model;
  private final Summary summary;

  WeeklyOutput(WeeklyTables tables, RunFacts facts, WeeklyPatches patches) {
    this.tables = tables;
    this.patches = patches;
    this.facts = facts;
    this.model =
        new ReportModel(
            facts,
            tables.services().rows(),
            tables.recommendations().rows(),
            tables.savings().rows(),
            ControlCount.of(tables.controls().rows()),
            tables.reconciliation().rows(),
            tables.dataQuality().rows(),
            tables.dailyCosts().rows(),
            tables.dailyUtilization().rows(),
            tables.packing().rows(),
            tables.schedules().rows(),
            tables.commitments().rows(),
            tables.anomalies().rows(),
            tables.forecast().rows(),
            tables.securitySteps().rows(),
            tables.plan().rows());
    this.summary = ReportSummary.of(model);
  }

  /** Writes every file of the run; run.json last, since it says that the rest is there. */
  void writeTo(Staging staging) throws IOException {
    writeTables(staging);
    writePatches(staging);
    writeSecurity(staging);
    writeReport(staging);
  }

  /** Writes every table. */
  void writeTables(Staging staging) throws IOException {
    for (Table<? extends Record> table : tables.all()) {
      staging.table(table);
    }
  }

  /** Writes the patches. */
  void writePatches(Staging staging) throws IOException {
    patches.writeTo(staging);
  }

  /** Writes the security findings in the formats of other tools. */
  void writeSecurity(Staging staging) throws IOException {
    List<ControlRow> rows = tables.controls().rows();
    SecurityRun run = new SecurityRun(facts.programVersion(), facts.windowEnd());
    OcsfFindings.write(staging.create("findings.ocsf.jsonl"), rows, run);
    AsffFindings.write(staging.create("findings.asff.json"), rows, run);
    OscalResults.write(staging.create("assessment-results.oscal.json"), rows, run);
  }

  /** Writes the report, its mail, its figures and run.json. */
  void writeReport(Staging staging) throws IOException {
    staging.text("report.html", ReportHtml.render(model));
    staging.text("report-email.html", ReportEmail.render(model));
    staging.text("summary.json", SummaryJson.text(summary));
    staging.text("run.json", RunJson.text(facts));
  }

  /** Prints the headline, the decisions of the week and where the report lies. */
  void print(PrintStream out, String place) {
    out.println();
    out.println(summary.headline());
    if (!summary.decisions().isEmpty()) {
      out.println();
      out.println("Decisions of the week:");
      int number = 1;
      for (Summary.Decision decision : summary.decisions()) {
        out.println("  " + number++ + ". " + sentence(decision));
      }
    }
    out.println();
    out.println("Report: " + readable(place) + "/report.html");
  }

  /** One decision in characters that every terminal has; names may hold any. */
  private static String sentence(Summary.Decision decision) {
    String cluster = decision.clusterName();
    boolean isService = !decision.serviceName().isEmpty();
    String where = cluster.isEmpty() || isService ? "" : " in " + cluster;
    return String.format(
            Locale.ROOT,
            "%s%s%s%s saves %s %s a month: %s%s",
            cluster.isEmpty() || !isService ? "" : cluster + "/",
            decision.subject(),
            where,
            decision.owner().isEmpty() ? "" : " (" + decision.owner() + ")",
            decision.monthlySavings().toPlainString(),
            decision.currency(),
            decision.sentence(),
            decision.window().isEmpty() ? "" : " (" + decision.window() + ")")
        .replace("→", "->")
        .replace('×', 'x')
        .replaceAll("\\p{Cntrl}", "?");
  }

  private static String readable(String place) {
    return place.startsWith("file:") ? place.replaceFirst("^file:/*", "/") : place;
  }
}
