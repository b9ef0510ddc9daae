package ecsadvisor.models.cost.idle;

import ecsadvisor.models.fact.RequestDay;
import ecsadvisor.models.fact.ServiceFacts;

/**
 * How many requests reached a service on the days of the window.
 *
 * @param days days with any hour known
 * @param total requests on all of them
 * @param busiestDay most requests on one of them
 */
public record RequestActivity(int days, double total, double busiestDay) {

  /** The activity; no days where no load balancer's metrics are known. */
  public static RequestActivity of(ServiceFacts service) {
    int days = 0;
    double total = 0;
    double busiest = 0;
    for (RequestDay day : service.requests()) {
      double[] known =
          day.hours().stream().filter(hour -> !hour.isNaN()).mapToDouble(hour -> hour).toArray();
      if (!service.window().contains(day.day()) || known.length == 0) {
        continue;
      }
      double sum = 0;
      for (double hour : known) {
        sum += hour;
      }
      days++;
      total += sum;
      busiest = Math.max(busiest, sum);
    }
    return new RequestActivity(days, total, busiest);
  }
}
