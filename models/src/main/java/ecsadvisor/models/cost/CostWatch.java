package ecsadvisor.models.cost;

import ecsadvisor.models.cost.anomaly.CostAnomaly;
import ecsadvisor.models.cost.anomaly.Forecast;
import java.util.List;

/**
 * How costs are watched, and what watching them here finds.
 *
 * @param advice the answer for each service, and what each account lacks
 * @param anomalies what left its expected costs, by first day, greatest impact first
 * @param forecasts where the month ends: services, accounts and the total, in order of the names
 */
public record CostWatch(FleetAdvice advice, List<CostAnomaly> anomalies, List<Forecast> forecasts) {
  public CostWatch {
    anomalies = List.copyOf(anomalies);
    forecasts = List.copyOf(forecasts);
  }
}
