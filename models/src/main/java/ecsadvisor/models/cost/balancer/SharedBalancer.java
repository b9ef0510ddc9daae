package ecsadvisor.models.cost.balancer;

import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.finding.Confidence;
import ecsadvisor.models.stats.Quantiles;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A load balancer with the services behind it.
 *
 * @param balancer the inventory's view
 * @param services the services that are registered with its target groups, by key
 * @param foreignGroups its target groups that no known service is registered with
 * @param traffic what went through it
 * @param cost what it costs
 */
public record SharedBalancer(
    LoadBalancer balancer,
    List<FleetService> services,
    int foreignGroups,
    Traffic traffic,
    BalancerCost cost) {
  private static final double TAIL = 0.99;

  public SharedBalancer {
    services = List.copyOf(services);
  }

  /** The keys of its services. */
  public List<ServiceKey> keys() {
    return services.stream().map(FleetService::key).toList();
  }

  /** Owners of its services, each once, in order. */
  public String owners() {
    return joined(services.stream().map(FleetService::owner).toList());
  }

  /** Environments of its services, each once, in order. */
  public String environments() {
    return joined(services.stream().map(FleetService::environment).toList());
  }

  private static String joined(List<String> values) {
    return new TreeSet<>(values)
        .stream().filter(value -> !value.isEmpty()).collect(Collectors.joining(", "));
  }

  /** Most tasks that its services run at once: what is registered as targets. */
  int targets() {
    int targets = 0;
    for (FleetService service : services) {
      ServiceConfig config = service.config();
      double peak = service.peakTasksNow() == null ? 0 : service.peakTasksNow();
      targets += Math.max((int) Math.ceil(peak), config == null ? 0 : config.desiredCount());
    }
    return targets;
  }

  /** Capacity units that it is billed in an hour of the window, or NaN where not known. */
  double lcus(int hour) {
    return traffic.lcus(hour) * cost.lcuScale();
  }

  /**
   * Capacity units of its busiest hours: the 99th percentile; the mean where no hours are known.
   */
  public double busyLcus() {
    double[] known = new double[traffic.hours()];
    int count = 0;
    for (int hour = 0; hour < known.length; hour++) {
      if (!Double.isNaN(lcus(hour))) {
        known[count++] = lcus(hour);
      }
    }
    if (count == 0) {
      return cost.lcusPerHour();
    }
    return Quantiles.linear(Arrays.copyOf(known, count), TAIL);
  }

  /** How much history stands behind what is said of it. */
  public Confidence confidence(Window window) {
    int days = traffic.daysKnown();
    return new Confidence((double) days / window.lookbackDays(), days, days == 0 ? 0 : 1);
  }
}
