package ecsadvisor.models.cost.balancer;

import ecsadvisor.models.cost.CostDay;
import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.cost.ShareLoadBalancers;
import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Missing;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether anything uses a load balancer.
 *
 * <p>Idle is one that for the whole of the last days had next to no requests and next to no other
 * load (redirects and fixed answers are not counted as requests, but consume capacity), or no
 * healthy target, or no listener, or nothing but services whose count was zero for the whole
 * window. The rules are those of AWS Trusted Advisor and Trend Micro Conformity, made stricter.
 *
 * @param state the answer
 * @param because the figures
 * @param missing what would settle it; empty unless unknown
 */
public record Use(State state, List<Evidence> because, List<Missing> missing) {
  /** Capacity units are published per minute by some exporters, so without a bill a 60th counts. */
  private static final double UNCALIBRATED = 1.0 / 60;

  /** The three answers. */
  public enum State {
    IDLE,
    USED,
    UNKNOWN
  }

  public Use {
    because = List.copyOf(because);
    missing = List.copyOf(missing);
  }

  /** The use of a load balancer. */
  public static Use of(SharedBalancer shared, Window window, ShareLoadBalancers.Settings settings) {
    LoadBalancer balancer = shared.balancer();
    List<Evidence> because = new ArrayList<>();
    because.add(new Evidence("load_balancer", balancer.name()));
    if (isYoung(balancer, window, settings.idleDays())) {
      because.add(new Evidence("created", String.valueOf(balancer.createdAt())));
      return unknown(
          because,
          "elbv2-load-balancer",
          "nothing to do: it is younger than " + settings.idleDays() + " days");
    }
    if (balancer.rulesKnown() && balancer.listeners() == 0) {
      because.add(new Evidence("listeners", "0"));
      return new Use(State.IDLE, because, List.of());
    }
    if (isStopped(shared, window)) {
      because.add(new Evidence("desired_count_of_its_services", "0 for the whole window"));
      return new Use(State.IDLE, because, List.of());
    }
    return ofTraffic(shared, settings, because);
  }

  private static Use ofTraffic(
      SharedBalancer shared, ShareLoadBalancers.Settings settings, List<Evidence> because) {
    Traffic traffic = shared.traffic();
    int days = settings.idleDays();
    Double requests = traffic.requestsOfLast(days);
    Double healthy = traffic.healthyTargetsOfLast(days);
    if (requests == null && (healthy == null || healthy > 0)) {
      return unknown(
          because,
          "utilization",
          "export AWS/ApplicationELB RequestCount (AWS/NetworkELB NewFlowCount) and ConsumedLCUs"
              + " of the last "
              + days
              + " days");
    }
    if (requests == null) {
      because.add(new Evidence("healthy_targets_of_last_" + days + "_days", "0"));
      return new Use(State.IDLE, because, List.of());
    }
    because.add(BalancerEvidence.figure("requests_of_last_" + days + "_days", "%.0f", requests));
    if (requests >= settings.idleRequests()) {
      because.addAll(load(shared, settings));
      return new Use(State.USED, because, List.of());
    }
    Double lcus = traffic.meanLcusOfLast(days);
    if (lcus == null && shared.balancer().targetGroups().isEmpty()) {
      return unknown(
          because,
          "utilization",
          "export ConsumedLCUs: redirects and fixed answers are no requests, but are use");
    }
    if (lcus == null) {
      return new Use(State.IDLE, because, List.of());
    }
    boolean calibrated = !shared.cost().payerAccountId().isEmpty();
    double most = settings.idleLcus() * (calibrated ? 1 : UNCALIBRATED);
    double load = lcus * shared.cost().lcuScale();
    because.add(BalancerEvidence.figure("capacity_units_of_last_" + days + "_days", "%.4f", load));
    return new Use(load < most ? State.IDLE : State.USED, because, List.of());
  }

  private static List<Evidence> load(SharedBalancer shared, ShareLoadBalancers.Settings settings) {
    double perDay = shared.traffic().requestsPerDay();
    List<Evidence> because = new ArrayList<>();
    because.add(
        BalancerEvidence.figure(
            "requests_per_day",
            "%.0f%s",
            perDay,
            perDay < settings.lowRequestsPerDay() ? " (low)" : ""));
    double busy = shared.busyLcus();
    because.add(
        BalancerEvidence.figure(
            "capacity_units_p99",
            "%.3f%s",
            busy,
            busy < settings.overProvisionedLcus() ? " (over-provisioned)" : ""));
    return because;
  }

  private static Use unknown(List<Evidence> because, String input, String remedy) {
    return new Use(State.UNKNOWN, because, List.of(new Missing(input, remedy)));
  }

  private static boolean isYoung(LoadBalancer balancer, Window window, int days) {
    return balancer.createdAt() != null
        && balancer
            .createdAt()
            .isAfter(
                window.asOf().plusDays(1L - days).atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC));
  }

  /** Whether it has only services that were meant to have no tasks in the whole window. */
  private static boolean isStopped(SharedBalancer shared, Window window) {
    return !shared.services().isEmpty()
        && shared.foreignGroups() == 0
        && shared.services().stream().allMatch(service -> isStopped(service, window));
  }

  private static boolean isStopped(FleetService service, Window window) {
    ServiceConfig config = service.config();
    return config != null
        && config.desiredCount() == 0
        && config.runningCount() == 0
        && config.scaling() == null
        && config.scalingKnown()
        && isZero(service.peakTasksNow())
        && service.daysKnown() == 0
        && service.monthlyCostNow() != null
        && service.costDays().stream()
            .filter(day -> window.contains(day.day()))
            .mapToLong(CostDay::usageAmount)
            .allMatch(usage -> usage == 0);
  }

  private static boolean isZero(@Nullable Double value) {
    return value == null || value == 0;
  }
}
