package ecsadvisor.models.savings;

/** Divides a sum among pools by weight, none getting more than it can give. */
public final class LimitedShares {
  private LimitedShares() {}

  /**
   * The parts of a sum. What a pool cannot take goes to the others by their weights; what none can
   * take is not given out.
   *
   * @param sum what to divide, at least 0
   * @param weights one per pool, at least 0; a pool of weight 0 takes nothing
   * @param limits most that each pool can take
   * @return one part per pool, in their order
   */
  public static double[] of(double sum, double[] weights, double[] limits) {
    double[] parts = new double[weights.length];
    double left = sum;
    for (int round = 0; round < weights.length && left > 1e-9; round++) {
      double total = 0;
      for (int i = 0; i < weights.length; i++) {
        total += parts[i] < limits[i] ? weights[i] : 0;
      }
      if (total <= 0) {
        return parts;
      }
      double given = 0;
      for (int i = 0; i < weights.length; i++) {
        if (parts[i] < limits[i]) {
          double part = Math.min(limits[i] - parts[i], left * weights[i] / total);
          parts[i] += part;
          given += part;
        }
      }
      left -= given;
    }
    return parts;
  }
}
