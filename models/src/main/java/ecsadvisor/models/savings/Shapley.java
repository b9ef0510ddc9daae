package ecsadvisor.models.savings;

/**
 * How much of a joint saving is due to each of several levers that only work together?
 *
 * <p>The Shapley value: a lever's saving averaged over all orders in which the levers could be
 * pulled (L. S. Shapley, A value for n-person games, 1953). It needs the cost of every subset, 2^n
 * of them, and its parts sum to the joint saving exactly.
 */
public final class Shapley {
  private Shapley() {}

  /**
   * The part of each lever.
   *
   * @param costBySubset cost when the levers of a subset are pulled; the index's bit {@code i} says
   *     whether lever {@code i} is in it, so there are a power of two of them
   * @return one part per lever; they sum to {@code costBySubset[0]} less the last cost
   * @throws IllegalArgumentException unless the length is a power of two
   */
  public static double[] credit(double[] costBySubset) {
    int levers = Integer.numberOfTrailingZeros(costBySubset.length);
    if (costBySubset.length != 1 << levers) {
      throw new IllegalArgumentException("Not a power of two: " + costBySubset.length);
    }
    double[] weights = new double[levers];
    for (int size = 0; size < levers; size++) {
      weights[size] = 1.0 / (levers * choose(levers - 1, size));
    }
    double[] credit = new double[levers];
    for (int lever = 0; lever < levers; lever++) {
      for (int subset = 0; subset < costBySubset.length; subset++) {
        if ((subset & (1 << lever)) == 0) {
          double saved = costBySubset[subset] - costBySubset[subset | (1 << lever)];
          credit[lever] += weights[Integer.bitCount(subset)] * saved;
        }
      }
    }
    return credit;
  }

  private static double choose(int n, int k) {
    double ways = 1;
    for (int i = 1; i <= k; i++) {
      ways = ways * (n - k + i) / i;
    }
    return ways;
  }
}
