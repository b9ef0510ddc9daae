package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.DailyCostRow;
import ecsadvisor.jobs.table.UnitCostRow;
import ecsadvisor.models.fact.RequestDay;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.ServiceKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a service costs per unit of what it does.
 *
 * <p>The whole effective cost is divided by each unit in turn, so the figures are not to be added.
 * Requests count on days that have both a cost and requests in every hour: a day that telemetry saw
 * in part would make each request look dear.
 */
final class UnitCosts {
  private static final double THOUSAND = 1000;

  private UnitCosts() {}

  /** The row, or null where the bill does not name the service in the window. */
  static @Nullable UnitCostRow row(ServiceView view, String costCentre) {
    ServiceCost cost = view.cost();
    if (cost == null) {
      return null;
    }
    ServiceFacts facts = view.facts();
    ServiceKey key = facts.key();
    List<DailyCostRow> days = view.dailyCosts();
    Requests requests = Requests.of(facts.requests(), days);
    double effective = cost.effective();
    double vcpuHours = cost.vcpuHours();
    double memoryHours = cost.memoryHours();
    Double perTaskHour = view.costPerTaskHour();
    return new UnitCostRow(
        key.accountId(),
        key.region(),
        key.clusterName(),
        key.serviceName(),
        facts.owner(),
        costCentre,
        view.launchType().name(),
        cost.currency(),
        days.size(),
        effective,
        perTaskHour == null || perTaskHour == 0 ? null : Double.valueOf(effective / perTaskHour),
        vcpuHours,
        memoryHours,
        perTaskHour,
        ratio(effective, vcpuHours),
        ratio(effective, memoryHours),
        requests == null ? 0 : requests.days,
        requests == null ? null : Double.valueOf(requests.count),
        requests == null ? null : Double.valueOf(requests.cost),
        requests == null ? null : ratio(requests.cost * THOUSAND, requests.count));
  }

  private static @Nullable Double ratio(double cost, double units) {
    return units <= 0 ? null : cost / units;
  }

  /** Requests and cost of the days that have both. */
  private record Requests(int days, double count, double cost) {

    static @Nullable Requests of(List<RequestDay> known, List<DailyCostRow> costs) {
      Map<LocalDate, Double> costOf = new TreeMap<>();
      costs.forEach(day -> costOf.put(day.day(), day.effectiveCost()));
      int days = 0;
      double count = 0;
      double cost = 0;
      for (RequestDay day : known) {
        double ofDay = day.hours().stream().mapToDouble(Double::doubleValue).sum();
        Double costOfDay = costOf.get(day.day());
        if (Double.isFinite(ofDay) && costOfDay != null) {
          days++;
          count += ofDay;
          cost += costOfDay;
        }
      }
      return days == 0 ? null : new Requests(days, count, cost);
    }
  }
}
