package ecsadvisor.models.cost.spot;

/**
 * How many tasks must stay on demand so that enough are left when one Spot pool is taken back?
 *
 * <p>With {@code n} tasks, of which {@code b} are on demand and the rest spread evenly over {@code
 * k} pools, the largest pool holds {@code ceil((n - b) / k)}. At least {@code r} tasks are left if
 * and only if {@code b >= k r - (k - 1) n}. A pool is the unit of failure: interruptions within one
 * come within minutes of one another (arXiv 2604.16457).
 */
public final class SurvivableBase {
  private SurvivableBase() {}

  /**
   * The smallest such base, 0..tasks; all tasks where even they are too few.
   *
   * @param tasks tasks that run, at least 0
   * @param needed tasks that must be left, at least 0
   * @param pools pools that the Spot tasks spread over, at least 1
   */
  public static int of(int tasks, int needed, int pools) {
    long base = (long) pools * needed - (pools - 1L) * tasks;
    return (int) Math.max(0, Math.min(tasks, base));
  }

  /** Tasks left when the largest Spot pool is lost. */
  public static int survivors(int tasks, int base, int pools) {
    int onSpot = Math.max(0, tasks - base);
    return tasks - (onSpot + pools - 1) / pools;
  }
}
