package ecsadvisor.models.packing;

/**
 * The bound that needs no search: with prices of CPU and memory at which no instance is worth more
 * than it costs, the demand's resources at these prices cost no less in any packing. The best of a
 * fan of ratios between the two prices is taken.
 */
final class VolumeBound {
  private static final int RATIOS = 64;

  private final double[] values;
  private final double bound;

  private VolumeBound(double[] values, double bound) {
    this.values = values;
    this.bound = bound;
  }

  /** Value of each item at those prices. */
  double[] values() {
    return values;
  }

  /** The lower bound. */
  double bound() {
    return bound;
  }

  static VolumeBound of(Problem problem) {
    VolumeBound best = new VolumeBound(new double[problem.items()], 0);
    for (int step = 0; step <= RATIOS; step++) {
      double cpu = (double) step / RATIOS;
      VolumeBound candidate = at(problem, cpu, (1 - cpu) / 4);
      if (candidate.bound > best.bound) {
        best = candidate;
      }
    }
    return best;
  }

  private static VolumeBound at(Problem problem, double cpu, double memory) {
    double scale = Double.POSITIVE_INFINITY;
    for (int t = 0; t < problem.price.length; t++) {
      int[] capacity = problem.capacity[t];
      double worth = cpu * capacity[0] + memory * capacity[1];
      if (worth > 0) {
        scale = Math.min(scale, problem.price[t] / worth);
      }
    }
    double[] values = new double[problem.items()];
    double bound = 0;
    if (scale == Double.POSITIVE_INFINITY) {
      return new VolumeBound(values, 0);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = scale * (cpu * problem.size[i][0] + memory * problem.size[i][1]);
      bound += problem.demand[i] * values[i];
    }
    return new VolumeBound(values, bound);
  }
}
