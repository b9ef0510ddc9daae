package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.SavingsRow;
import ecsadvisor.jobs.table.ServiceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The savings waterfall: what each step takes off the monthly cost, for every service, cluster,
 * account and in total.
 *
 * <p>All sums are of whole cents of the services, so the parts add up to the whole exactly. Advice
 * that costs money (a task that is too small) is no saving and does not appear here.
 */
public final class SavingsRows {
  private static final String SEPARATOR = "\u0000";

  private SavingsRows() {}

  /**
   * The waterfall's rows.
   *
   * @param controlIds the steps in order
   */
  public static List<SavingsRow> of(List<ServiceFinding> findings, List<String> controlIds) {
    Map<String, Scope> scopes = new TreeMap<>();
    for (ServiceFinding finding : findings) {
      ServiceRow service = finding.service();
      if (service.monthlyCost() == null) {
        continue;
      }
      long cost = cents(service.monthlyCost());
      long[] standalone = new long[controlIds.size()];
      long[] waterfall = new long[controlIds.size()];
      for (RecommendationRow recommendation : finding.recommendations()) {
        int step = controlIds.indexOf(recommendation.controlId());
        standalone[step] += Math.max(0, cents(recommendation.standaloneMonthlySavings()));
        waterfall[step] += Math.max(0, cents(recommendation.waterfallMonthlySavings()));
      }
      for (Scope key : Scope.scopesOf(service)) {
        scopes
            .computeIfAbsent(key.sortKey(), name -> key.withSteps(controlIds.size()))
            .add(cost, standalone, waterfall);
      }
    }
    List<SavingsRow> rows = new ArrayList<>();
    scopes.values().forEach(scope -> rows.addAll(scope.rows(controlIds)));
    return rows;
  }

  private static long cents(double money) {
    return Math.round(money * 100);
  }

  /** A scope with its sums in cents. */
  private static final class Scope {
    private final String name;
    private final String accountId;
    private final String region;
    private final String clusterName;
    private final String serviceName;
    private final String currency;
    private long cost;
    private long[] standalone = new long[0];
    private long[] waterfall = new long[0];

    private Scope(
        String name,
        String accountId,
        String region,
        String clusterName,
        String serviceName,
        String currency) {
      this.name = name;
      this.accountId = accountId;
      this.region = region;
      this.clusterName = clusterName;
      this.serviceName = serviceName;
      this.currency = currency;
    }

    static List<Scope> scopesOf(ServiceRow service) {
      String account = service.accountId();
      String region = service.region();
      String cluster = service.clusterName();
      String currency = service.currency();
      return List.of(
          new Scope("TOTAL", "", "", "", "", currency),
          new Scope("ACCOUNT", account, "", "", "", currency),
          new Scope("CLUSTER", account, region, cluster, "", currency),
          new Scope("SERVICE", account, region, cluster, service.serviceName(), currency));
    }

    String sortKey() {
      return String.join(SEPARATOR, currency, name, accountId, region, clusterName, serviceName);
    }

    Scope withSteps(int steps) {
      standalone = new long[steps];
      waterfall = new long[steps];
      return this;
    }

    void add(long moreCost, long[] moreStandalone, long[] moreWaterfall) {
      cost += moreCost;
      for (int i = 0; i < standalone.length; i++) {
        standalone[i] += moreStandalone[i];
        waterfall[i] += moreWaterfall[i];
      }
    }

    List<SavingsRow> rows(List<String> controlIds) {
      List<SavingsRow> rows = new ArrayList<>();
      long before = cost;
      for (int step = 0; step < waterfall.length; step++) {
        long after = before - waterfall[step];
        rows.add(
            new SavingsRow(
                name,
                accountId,
                region,
                clusterName,
                serviceName,
                step + 1,
                controlIds.get(step),
                standalone[step] / 100.0,
                waterfall[step] / 100.0,
                null,
                before / 100.0,
                after / 100.0,
                currency));
        before = after;
      }
      return rows;
    }
  }
}
