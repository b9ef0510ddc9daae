package ecsadvisor.models.packing;

/**
 * Fills one instance after another, without looking back.
 *
 * <p>Either by value, each time with the load that is worth most for its price; or by shape on one
 * type, each time with the task that leaves the smallest vector of free resources (the L2 norm of
 * Panigrahy, Talwar, Uyeda and Wieder, 2011).
 */
final class Filling {
  private static final double SMALLEST_VALUE = 1e-4;

  private final Problem problem;
  private final Knapsack[] knapsacks;
  private final double[] volume;

  Filling(Problem problem) {
    this.problem = problem;
    this.knapsacks = new Knapsack[problem.types.size()];
    for (int t = 0; t < knapsacks.length; t++) {
      knapsacks[t] = new Knapsack(problem, t);
    }
    this.volume = VolumeBound.of(problem).values();
  }

  /** Completes a plan by value. */
  void byValue(Plan plan, double[] values, int nodes) {
    double[] positive = values.clone();
    for (int i = 0; i < positive.length; i++) {
      positive[i] = Math.max(positive[i], 0) + SMALLEST_VALUE * volume[i] + 1e-9 * problem.price[0];
    }
    while (!plan.isComplete()) {
      Knapsack best = knapsacks[0];
      int bestType = -1;
      double bestRatio = 0;
      for (int t = 0; t < knapsacks.length; t++) {
        knapsacks[t].search(positive, plan.rest(), nodes);
        double ratio = knapsacks[t].bestValue() / problem.price[t];
        if (ratio > bestRatio * (1 + 1e-9)) {
          best = knapsacks[t];
          bestType = t;
          bestRatio = ratio;
        }
      }
      Column column = new Column(bestType, best.best());
      plan.add(column, Math.max(1, plan.wholeTimes(column.counts())));
    }
  }

  /** Completes a plan on one type; what does not fit there stays. */
  void byShape(Plan plan, int type) {
    while (true) {
      int[] load = shaped(plan.rest(), type);
      int times = plan.wholeTimes(load);
      if (times == 0) {
        return;
      }
      plan.add(new Column(type, load), times);
    }
  }

  private int[] shaped(int[] available, int type) {
    int[] capacity = problem.capacity[type];
    int[] left = capacity.clone();
    int[] load = new int[available.length];
    while (true) {
      int best = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < load.length; i++) {
        if (load[i] >= Math.min(available[i], problem.most[type][i])) {
          continue;
        }
        double norm = normAfter(problem.size[i], left, capacity);
        if (norm < least) {
          least = norm;
          best = i;
        }
      }
      if (best < 0) {
        return load;
      }
      load[best]++;
      for (int k = 0; k < left.length; k++) {
        left[k] -= problem.size[best][k];
      }
    }
  }

  private static double normAfter(int[] size, int[] left, int[] capacity) {
    double norm = 0;
    for (int k = 0; k < left.length; k++) {
      int after = left[k] - size[k];
      if (after < 0) {
        return Double.POSITIVE_INFINITY;
      }
      double share = k < 2 && capacity[k] > 0 ? (double) after / capacity[k] : 0;
      norm += share * share;
    }
    return norm;
  }
}
