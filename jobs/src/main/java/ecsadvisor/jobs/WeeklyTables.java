package ecsadvisor.jobs;

import ecsadvisor.jobs.export.EarlierRuns;
import ecsadvisor.jobs.finding.CohRows;
import ecsadvisor.jobs.finding.DataQualityRows;
import ecsadvisor.jobs.finding.Findings;
import ecsadvisor.jobs.finding.FleetFinding;
import ecsadvisor.jobs.finding.FleetRows;
import ecsadvisor.jobs.finding.FocusCostRows;
import ecsadvisor.jobs.finding.Reconciliation;
import ecsadvisor.jobs.finding.SecurityReview;
import ecsadvisor.jobs.finding.SecurityStepRows;
import ecsadvisor.jobs.finding.ServiceFinding;
import ecsadvisor.jobs.finding.Showback;
import ecsadvisor.jobs.finding.memory.Remembered;
import ecsadvisor.jobs.source.FileQuality;
import ecsadvisor.jobs.table.AllocationRow;
import ecsadvisor.jobs.table.AnomalyRow;
import ecsadvisor.jobs.table.CheckRow;
import ecsadvisor.jobs.table.CohRow;
import ecsadvisor.jobs.table.CommitmentRow;
import ecsadvisor.jobs.table.ControlRow;
import ecsadvisor.jobs.table.DailyCostRow;
import ecsadvisor.jobs.table.DailyUtilizationRow;
import ecsadvisor.jobs.table.DataQualityRow;
import ecsadvisor.jobs.table.FocusCostRow;
import ecsadvisor.jobs.table.ForecastRow;
import ecsadvisor.jobs.table.LedgerRow;
import ecsadvisor.jobs.table.PackingRow;
import ecsadvisor.jobs.table.PlanRow;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.ReconciliationRow;
import ecsadvisor.jobs.table.SavingsRow;
import ecsadvisor.jobs.table.ScheduleRow;
import ecsadvisor.jobs.table.SecondOpinionRow;
import ecsadvisor.jobs.table.SecurityStepRow;
import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.jobs.table.ShowbackRow;
import ecsadvisor.jobs.table.Table;
import ecsadvisor.jobs.table.UnitCostRow;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** All tables of a run. */
record WeeklyTables(
    Table<ServiceRow> services,
    Table<RecommendationRow> recommendations,
    Table<SavingsRow> savings,
    Table<ControlRow> controls,
    Table<CheckRow> checks,
    Table<SecurityStepRow> securitySteps,
    Table<ReconciliationRow> reconciliation,
    Table<AllocationRow> allocation,
    Table<DataQualityRow> dataQuality,
    Table<DailyCostRow> dailyCosts,
    Table<DailyUtilizationRow> dailyUtilization,
    Table<PackingRow> packing,
    Table<ScheduleRow> schedules,
    Table<CommitmentRow> commitments,
    Table<AnomalyRow> anomalies,
    Table<ForecastRow> forecast,
    Table<LedgerRow> ledger,
    Table<PlanRow> plan,
    Table<ShowbackRow> showback,
    Table<UnitCostRow> unitCosts,
    Table<FocusCostRow> costs,
    Table<CohRow> cohRecommendations,
    Table<SecondOpinionRow> secondOpinion) {

  static WeeklyTables of(
      List<ServiceFinding> services,
      FleetFinding fleet,
      Findings findings,
      SecurityReview security,
      Reconciliation reconciliation,
      List<FileQuality> quality,
      List<SecondOpinionRow> secondOpinion,
      Remembered memory) {
    return new WeeklyTables(
        Table.of("services", ServiceRow.class, findings.services()),
        Table.of("recommendations", RecommendationRow.class, memory.recommendations()),
        Table.of("savings", SavingsRow.class, findings.savings()),
        Table.of("controls", ControlRow.class, findings.controls()),
        Table.of("checks", CheckRow.class, findings.checks()),
        Table.of("security_steps", SecurityStepRow.class, SecurityStepRows.of(security)),
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
            services.stream().flatMap(finding -> finding.dailyUtilization().stream()).toList()),
        Table.of("packing", PackingRow.class, FleetRows.packing(fleet)),
        Table.of("schedules", ScheduleRow.class, FleetRows.schedules(services)),
        Table.of("commitments", CommitmentRow.class, FleetRows.commitments(fleet)),
        Table.of("anomalies", AnomalyRow.class, FleetRows.anomalies(fleet)),
        Table.of("forecast", ForecastRow.class, FleetRows.forecasts(fleet)),
        Table.of(EarlierRuns.LEDGER, LedgerRow.class, memory.ledger()),
        Table.of("plan", PlanRow.class, memory.plan()),
        Table.of(
            "showback",
            ShowbackRow.class,
            Showback.rows(
                services, findings.services(), reconciliation.allocations(), findings.savings())),
        Table.of(
            "unit_costs",
            UnitCostRow.class,
            services.stream()
                .map(finding -> finding.bill().unitCosts())
                .filter(Objects::nonNull)
                .toList()),
        Table.of("cost", FocusCostRow.class, FocusCostRows.of(services)),
        Table.of("recommendations_coh", CohRow.class, CohRows.of(memory.recommendations())),
        Table.of("second_opinion", SecondOpinionRow.class, secondOpinion));
  }

  /** Every table. */
  List<Table<? extends Record>> all() {
    return List.of(
        services,
        recommendations,
        savings,
        controls,
        checks,
        securitySteps,
        reconciliation,
        allocation,
        dataQuality,
        dailyCosts,
        dailyUtilization,
        packing,
        schedules,
        commitments,
        anomalies,
        forecast,
        ledger,
        plan,
        showback,
        unitCosts,
        costs,
        cohRecommendations,
        secondOpinion);
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
