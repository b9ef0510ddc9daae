package ecsadvisor.models.cost.balancer;

import ecsadvisor.models.fact.TargetGroup;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.RateSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures of load balancers, ready to be read. */
public final class BalancerEvidence {
  private static final int QUICK_INTERVAL_SECONDS = 10;
  private static final int QUICK_THRESHOLD = 2;
  private static final int SLOW_SECONDS = 60;

  private BalancerEvidence() {}

  /** What a load balancer costs, and where the prices come from. */
  static List<Evidence> cost(BalancerCost cost) {
    List<Evidence> because = new ArrayList<>();
    because.add(
        new Evidence(
            "rate_source",
            cost.source() == RateSource.PRICE_FILE
                ? "list prices of the settings"
                : "the load balancer's lines in the bill"));
    because.add(
        new Evidence(
            "hours_cost_monthly", money(cost.fixedMonthly() - cost.addressesMonthly(), cost)));
    because.add(new Evidence("capacity_units_cost_monthly", money(cost.trafficMonthly(), cost)));
    if (cost.addressesMonthly() > 0) {
      because.add(
          new Evidence("public_addresses_cost_monthly", money(cost.addressesMonthly(), cost)));
    }
    return because;
  }

  /**
   * How long a new task waits for its first request, where its target group could be quicker. That
   * is time, not money: the checks themselves cost next to nothing.
   */
  public static List<Evidence> healthChecks(List<TargetGroup> groups) {
    int slowest = 0;
    for (TargetGroup group : groups) {
      if (group.healthCheckEnabled()) {
        slowest = Math.max(slowest, group.healthCheckIntervalSeconds() * group.healthyThreshold());
      }
    }
    if (slowest <= SLOW_SECONDS) {
      return List.of();
    }
    return List.of(
        figure(
            "seconds_until_healthy",
            "%d; %d with an interval of %d s and a threshold of %d: quicker deployments, no money",
            slowest,
            QUICK_INTERVAL_SECONDS * QUICK_THRESHOLD,
            QUICK_INTERVAL_SECONDS,
            QUICK_THRESHOLD));
  }

  /** A figure in the same form everywhere. */
  static Evidence figure(String name, String format, Object... values) {
    return new Evidence(name, String.format(Locale.ROOT, format, values));
  }

  static String money(double amount, BalancerCost cost) {
    return String.format(Locale.ROOT, "%.2f %s", amount, cost.currency());
  }
}
