package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.export.RunFacts;
import ecsadvisor.jobs.table.DailyCostRow;
import ecsadvisor.jobs.table.DailyUtilizationRow;
import ecsadvisor.jobs.table.DataQualityRow;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.ReconciliationRow;
import ecsadvisor.jobs.table.SavingsRow;
import ecsadvisor.jobs.table.ServiceRow;
import java.util.List;

/**
 * What the review is built from: rows as the tables have them, so every figure of the page can be
 * found in a CSV.
 *
 * @param facts the run; durations and file sizes are not shown
 * @param services rows of services.csv
 * @param recommendations rows of recommendations.csv
 * @param savings rows of savings.csv; those of scope TOTAL are shown
 * @param controls verdicts of controls.csv, counted
 * @param reconciliation rows of reconciliation.csv
 * @param dataQuality rows of data_quality.csv
 * @param dailyCosts rows of cost_daily.csv
 * @param dailyUtilization rows of utilization_daily.csv
 */
public record ReportModel(
    RunFacts facts,
    List<ServiceRow> services,
    List<RecommendationRow> recommendations,
    List<SavingsRow> savings,
    List<ControlCount> controls,
    List<ReconciliationRow> reconciliation,
    List<DataQualityRow> dataQuality,
    List<DailyCostRow> dailyCosts,
    List<DailyUtilizationRow> dailyUtilization) {
  public ReportModel {
    services = List.copyOf(services);
    recommendations = List.copyOf(recommendations);
    savings = List.copyOf(savings);
    controls = List.copyOf(controls);
    reconciliation = List.copyOf(reconciliation);
    dataQuality = List.copyOf(dataQuality);
    dailyCosts = List.copyOf(dailyCosts);
    dailyUtilization = List.copyOf(dailyUtilization);
  }
}
