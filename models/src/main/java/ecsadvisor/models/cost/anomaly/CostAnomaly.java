package ecsadvisor.models.cost.anomaly;

import java.time.LocalDate;

/**
 * Costs that left what was expected of them.
 *
 * @param accountId the account; empty for an owner
 * @param region the region; empty for an owner
 * @param clusterName the cluster; empty for an owner
 * @param serviceName the service; empty for a whole cluster or an owner
 * @param owner the owner; empty where no tag says
 * @param currency the bill's currency code
 * @param startDate its first day
 * @param endDate its last day so far
 * @param actual what the days cost
 * @param expected what was expected of them
 * @param expectedLow less was expected one time in ten
 * @param expectedHigh more was expected one time in ten
 * @param rootCause what moved, in words; RATE or USAGE first
 * @param open whether it went on at the end of the bill
 */
public record CostAnomaly(
    String accountId,
    String region,
    String clusterName,
    String serviceName,
    String owner,
    String currency,
    LocalDate startDate,
    LocalDate endDate,
    double actual,
    double expected,
    double expectedLow,
    double expectedHigh,
    AnomalyKind kind,
    String rootCause,
    boolean open) {

  /** What it has cost beyond what was expected. */
  public double impact() {
    return actual - expected;
  }

  /** The same over what was expected; 1 where nothing was. */
  public double impactShare() {
    return expected <= 0 ? 1 : impact() / expected;
  }

  /** OPEN or ENDED. */
  public String status() {
    return open ? "OPEN" : "ENDED";
  }
}
