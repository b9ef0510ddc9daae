package ecsadvisor.models.cost.anomaly;

/**
 * Days on which a series cost more than expected.
 *
 * @param from first day's index
 * @param to index after the last day that counts
 * @param actual what they cost
 * @param expected what was expected
 * @param low expected at least, one time in ten less
 * @param high expected at most, one time in ten more
 * @param open whether it goes on at the end of the series
 */
public record Excess(
    AnomalyKind kind,
    int from,
    int to,
    double actual,
    double expected,
    double low,
    double high,
    boolean open) {

  /** What it has cost beyond what was expected. */
  public double impact() {
    return actual - expected;
  }

  /** The same over what was expected; 1 where nothing was. */
  public double impactShare() {
    return expected <= 0 ? 1 : impact() / expected;
  }
}
