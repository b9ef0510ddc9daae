package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.export.RunFacts;
import ecsadvisor.jobs.table.AnomalyRow;
import ecsadvisor.jobs.table.CommitmentRow;
import ecsadvisor.jobs.table.DailyCostRow;
import ecsadvisor.jobs.table.DailyUtilizationRow;
import ecsadvisor.jobs.table.DataQualityRow;
import ecsadvisor.jobs.table.ForecastRow;
import ecsadvisor.jobs.table.PackingRow;
import ecsadvisor.jobs.table.PlanRow;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.ReconciliationRow;
import ecsadvisor.jobs.table.SavingsRow;
import ecsadvisor.jobs.table.ScheduleRow;
import ecsadvisor.jobs.table.SecurityStepRow;
import ecsadvisor.jobs.table.ServiceRow;
import java.util.List;

/**
 * What the review is built from: rows as the tables have them, so every figure of the page can be
 * found in a CSV.
 *
 * @param facts the run; durations and file sizes are not shown
 * @param services rows of services.csv
 * @param recommendations rows of recommendations.csv
 * @param savings rows of savings.csv; those of scope TOTAL are shown, those of scope SERVICE say
 *     what services share
 * @param controls verdicts of controls.csv, counted
 * @param reconciliation rows of reconciliation.csv
 * @param dataQuality rows of data_quality.csv
 * @param dailyCosts rows of cost_daily.csv
 * @param dailyUtilization rows of utilization_daily.csv
 * @param packing rows of packing.csv
 * @param schedules rows of schedules.csv
 * @param commitments rows of commitments.csv
 * @param anomalies rows of anomalies.csv
 * @param forecasts rows of forecast.csv
 * @param securitySteps rows of security_steps.csv
 * @param plan rows of plan.csv
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
    List<DailyUtilizationRow> dailyUtilization,
    List<PackingRow> packing,
    List<ScheduleRow> schedules,
    List<CommitmentRow> commitments,
    List<AnomalyRow> anomalies,
    List<ForecastRow> forecasts,
    List<SecurityStepRow> securitySteps,
    List<PlanRow> plan) {
  public ReportModel {
    services = List.copyOf(services);
    recommendations = List.copyOf(recommendations);
    savings = List.copyOf(savings);
    controls = List.copyOf(controls);
    reconciliation = List.copyOf(reconciliation);
    dataQuality = List.copyOf(dataQuality);
    dailyCosts = List.copyOf(dailyCosts);
    dailyUtilization = List.copyOf(dailyUtilization);
    packing = List.copyOf(packing);
    schedules = List.copyOf(schedules);
    commitments = List.copyOf(commitments);
    anomalies = List.copyOf(anomalies);
    forecasts = List.copyOf(forecasts);
    securitySteps = List.copyOf(securitySteps);
    plan = List.copyOf(plan);
  }
}
