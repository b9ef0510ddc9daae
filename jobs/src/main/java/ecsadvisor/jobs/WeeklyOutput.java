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
import ecsadvisor.jobs.table.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** The files of a run, and what it prints when it has ended. */
final class WeeklyOutput {
  private final WeeklyTables tables;
  private final RunFacts facts;
  private final ReportModel model;
  private final Summary summary;

  WeeklyOutput(WeeklyTables tables, RunFacts facts) {
    this.tables = tables;
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
            tables.dailyUtilization().rows());
    this.summary = ReportSummary.of(model);
  }

  /** Writes every file of the run; run.json last, since it says that the rest is there. */
  void writeTo(Staging staging) throws IOException {
    for (Table<? extends Record> table : tables.all()) {
      staging.table(table);
    }
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
        out.printf(
            Locale.ROOT,
            "  %d. %s/%s: %s -> %s saves %s %s a month%s%n",
            number++,
            decision.clusterName(),
            decision.serviceName(),
            decision.currentSize(),
            decision.recommendedSize(),
            decision.monthlySavings().toPlainString(),
            decision.currency(),
            decision.owner().isEmpty() ? "" : " (" + decision.owner() + ")");
      }
    }
    out.println();
    out.println("Report: " + readable(place) + "/report.html");
  }

  private static String readable(String place) {
    return place.startsWith("file:") ? place.replaceFirst("^file:/*", "/") : place;
  }
}
