package ecsadvisor.jobs;

import ecsadvisor.jobs.finding.DataQualityRows;
import ecsadvisor.jobs.finding.Findings;
import ecsadvisor.jobs.finding.Reconciliation;
import ecsadvisor.jobs.finding.ServiceFinding;
import ecsadvisor.jobs.source.FileQuality;
import ecsadvisor.jobs.table.AllocationRow;
import ecsadvisor.jobs.table.ControlRow;
import ecsadvisor.jobs.table.DailyCostRow;
import ecsadvisor.jobs.table.DailyUtilizationRow;
import ecsadvisor.jobs.table.DataQualityRow;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.ReconciliationRow;
import ecsadvisor.jobs.table.SavingsRow;
import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.jobs.table.Table;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** All tables of a run. */
record WeeklyTables(
    Table<ServiceRow> services,
    Table<RecommendationRow> recommendations,
    Table<SavingsRow> savings,
    Table<ControlRow> controls,
    Table<ReconciliationRow> reconciliation,
    Table<AllocationRow> allocation,
    Table<DataQualityRow> dataQuality,
    Table<DailyCostRow> dailyCosts,
    Table<DailyUtilizationRow> dailyUtilization) {

  static WeeklyTables of(
      List<ServiceFinding> services,
      Findings findings,
      Reconciliation reconciliation,
      List<FileQuality> quality) {
    return new WeeklyTables(
        Table.of("services", ServiceRow.class, findings.services()),
        Table.of("recommendations", RecommendationRow.class, findings.recommendations()),
        Table.of("savings", SavingsRow.class, findings.savings()),
        Table.of("controls", ControlRow.class, findings.controls()),
        Table.of("reconciliation", ReconciliationRow.class, reconciliation.rows()),
        Table.of("allocation", AllocationRow.class, reconciliation.allocations()),
        Table.of("data_quality", DataQualityRow.class, DataQualityRows.of(quality)),
        Table.of(
            "cost_daily",
            DailyCostRow.class,
            services.stream().flatMap(finding -> finding.dailyCosts().stream()).toList()),
        Table.of(
            "utilization_daily",
            DailyUtilizationRow.class,
            services.stream().flatMap(finding -> finding.dailyUtilization().stream()).toList()));
  }

  /** Every table. */
  List<Table<? extends Record>> all() {
    return List.of(
        services,
        recommendations,
        savings,
        controls,
        reconciliation,
        allocation,
        dataQuality,
        dailyCosts,
        dailyUtilization);
  }

  /** Rows by table. */
  SortedMap<String, Long> rowCounts() {
    SortedMap<String, Long> counts = new TreeMap<>();
    all().forEach(table -> counts.put(table.name(), (long) table.rows().size()));
    return counts;
  }

  /** Rows of all tables. */
  long rowCount() {
    return rowCounts().values().stream().mapToLong(Long::longValue).sum();
  }
}
