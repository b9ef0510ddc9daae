package ecsadvisor.models.fact;

import java.io.Serializable;
import java.util.List;

/**
 * What the inventory says of how an account's costs are watched.
 *
 * @param accountId the account
 * @param budgets its budgets
 * @param budgetsKnown whether they are all there
 * @param anomalyMonitors its Cost Anomaly Detection monitors
 * @param anomalyMonitorsKnown whether they and their subscriptions are all there
 * @param costAllocationTags keys of its active cost allocation tags, sorted
 * @param costAllocationTagsKnown whether they are all there
 */
public record AccountFacts(
    String accountId,
    List<Budget> budgets,
    boolean budgetsKnown,
    List<AnomalyMonitor> anomalyMonitors,
    boolean anomalyMonitorsKnown,
    List<String> costAllocationTags,
    boolean costAllocationTagsKnown)
    implements Serializable {
  public AccountFacts {
    budgets = List.copyOf(budgets);
    anomalyMonitors = List.copyOf(anomalyMonitors);
    costAllocationTags = List.copyOf(costAllocationTags);
  }

  /**
   * A budget.
   *
   * @param name its name
   * @param type COST, USAGE and the like
   * @param monthlyLimit the limit in the unit's currency; 0 where not said
   * @param notifications number of notifications
   */
  public record Budget(String name, String type, double monthlyLimit, int notifications)
      implements Serializable {}

  /**
   * A monitor of Cost Anomaly Detection.
   *
   * @param name its name
   * @param dimension SERVICE, LINKED_ACCOUNT, TAG or COST_CATEGORY; empty for a custom one
   * @param subscribers number of confirmed subscribers
   */
  public record AnomalyMonitor(String name, String dimension, int subscribers)
      implements Serializable {}
}
