package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.AnomalyRow;
import ecsadvisor.jobs.table.CommitmentRow;
import ecsadvisor.jobs.table.ForecastRow;
import ecsadvisor.jobs.table.PackingRow;
import ecsadvisor.jobs.table.ScheduleRow;
import ecsadvisor.models.finding.Step;
import java.util.ArrayList;
import java.util.List;

/** The tables of single controls: packing, schedules, commitments, anomalies, forecasts. */
public final class FleetRows {
  private FleetRows() {}

  /** Rows of packing.csv; a pool without advice stays as it is. */
  public static List<PackingRow> packing(FleetFinding fleet) {
    List<PackingRow> rows = new ArrayList<>();
    fleet
        .packedPools()
        .forEach(
            pool ->
                pool.rows().stream()
                    .filter(row -> pool.advised() || row.instancesNow() > 0)
                    .forEach(
                        row ->
                            rows.add(
                                new PackingRow(
                                    pool.accountId(),
                                    pool.region(),
                                    pool.clusterName(),
                                    pool.capacityProvider(),
                                    row.availabilityZone(),
                                    row.instanceType(),
                                    row.instancesNow(),
                                    pool.advised() ? row.instancesProposed() : row.instancesNow(),
                                    row.monthlyCostNow(),
                                    pool.advised()
                                        ? row.monthlyCostProposed()
                                        : row.monthlyCostNow(),
                                    row.lowerBoundCost(),
                                    row.gap(),
                                    pool.advised() ? row.headroomInstances() : 0,
                                    pool.currency()))));
    return rows;
  }

  /** Rows of schedules.csv: one per window of a service's schedule, each with its part. */
  public static List<ScheduleRow> schedules(List<ServiceFinding> services) {
    List<ScheduleRow> rows = new ArrayList<>();
    for (ServiceFinding finding : services) {
      for (LeverAdvice advice : finding.advice()) {
        for (Step step : advice.proposal().steps()) {
          if (step instanceof Step.Schedule schedule) {
            int windows = schedule.windows().size();
            schedule.windows().forEach(window -> rows.add(row(finding, advice, window, windows)));
          }
        }
      }
    }
    return rows;
  }

  private static ScheduleRow row(
      ServiceFinding finding, LeverAdvice advice, Step.OffWindow window, int windows) {
    return new ScheduleRow(
        finding.service().accountId(),
        finding.service().region(),
        finding.service().clusterName(),
        finding.service().serviceName(),
        window.days(),
        window.offTime(),
        window.onTime(),
        window.timezone(),
        window.stopExpression(),
        window.startExpression(),
        window.evidenceWeeks(),
        window.violations(),
        advice.standalone() / windows,
        advice.row().currencyCode(),
        advice.row().recommendationId());
  }

  /** Rows of commitments.csv. */
  public static List<CommitmentRow> commitments(FleetFinding fleet) {
    return fleet.commitments().stream()
        .map(
            option ->
                new CommitmentRow(
                    option.scope(),
                    option.planType().name(),
                    option.term().name(),
                    option.paymentOption().name(),
                    option.hourlyCommitment(),
                    option.coverageBefore(),
                    option.coverageAfter(),
                    option.utilizationExpected(),
                    option.monthlySaving(),
                    option.breakEvenUtilization(),
                    option.existingCommitment(),
                    option.expiring(),
                    option.currency(),
                    option.recommended(),
                    option.rejected(),
                    option.ecsMonthlySaving(),
                    option.rateFrom()))
        .toList();
  }

  /** Rows of anomalies.csv. */
  public static List<AnomalyRow> anomalies(FleetFinding fleet) {
    return fleet.anomalies().stream()
        .map(
            anomaly ->
                new AnomalyRow(
                    anomaly.accountId(),
                    anomaly.region(),
                    anomaly.clusterName(),
                    anomaly.serviceName(),
                    anomaly.startDate(),
                    anomaly.endDate(),
                    anomaly.actual(),
                    anomaly.expected(),
                    anomaly.impact(),
                    anomaly.impactShare(),
                    anomaly.kind().name(),
                    anomaly.rootCause(),
                    anomaly.status(),
                    anomaly.currency(),
                    anomaly.owner(),
                    anomaly.expectedLow(),
                    anomaly.expectedHigh()))
        .toList();
  }

  /** Rows of forecast.csv. */
  public static List<ForecastRow> forecasts(FleetFinding fleet) {
    return fleet.forecasts().stream()
        .map(
            forecast ->
                new ForecastRow(
                    forecast.scope(),
                    forecast.accountId(),
                    forecast.region(),
                    forecast.clusterName(),
                    forecast.serviceName(),
                    forecast.month().toString(),
                    forecast.monthToDate(),
                    forecast.expected(),
                    forecast.low(),
                    forecast.high(),
                    forecast.currency()))
        .toList();
  }
}
