package ecsadvisor.models.packing;

import java.util.Arrays;

/**
 * The most valuable load of one instance: maximize the sum of value times count, within every
 * resource and within the number of each item.
 *
 * <p>Depth-first branch and bound. The bound of a node is the Lagrangian one, value so far + price
 * of the resources left + what the items to come are worth above the price of the resources that
 * they take, which holds for any prices of resources; the prices are the duals of the root's linear
 * relaxation. Nodes are counted: where they run out, the best load so far is kept and the bound of
 * what was not looked at still holds.
 */
final class Knapsack {
  private static final double EPSILON = 1e-12;

  private final Problem problem;
  private final int type;
  private double[] resourcePrice = {};
  private double[] value = {};
  private int[] limit = {};
  private int[] order = {};
  private double[] surplus = {};
  private int[] left = {};
  private int[] counts = {};
  private int[] best = {};
  private double bestValue;
  private double openBound;
  private int nodes;
  private boolean isTight;

  Knapsack(Problem problem, int type) {
    this.problem = problem;
    this.type = type;
  }

  /** The best load found by the last search: number of each item. */
  int[] best() {
    return best;
  }

  double bestValue() {
    return bestValue;
  }

  /** No load is worth more. */
  double bound() {
    return Math.max(bestValue, openBound);
  }

  /**
   * Searches.
   *
   * @param values value of each item
   * @param available number of each item that may be taken
   * @param maximumNodes nodes to look at
   */
  void search(double[] values, int[] available, int maximumNodes) {
    search(values, available, maximumNodes, false);
  }

  /** Searches with a tight bound at every node, to prove what the search above leaves open. */
  void prove(double[] values, int[] available, int maximumNodes) {
    search(values, available, maximumNodes, true);
  }

  private void search(double[] values, int[] available, int maximumNodes, boolean tight) {
    isTight = tight;
    int items = problem.items();
    value = values;
    limit = new int[items];
    Integer[] candidates = new Integer[items];
    int size = 0;
    for (int i = 0; i < items; i++) {
      limit[i] = Math.min(problem.most[type][i], available[i]);
      if (limit[i] > 0 && values[i] > EPSILON) {
        candidates[size++] = i;
      }
    }
    candidates = Arrays.copyOf(candidates, size);
    int[] takeable = Arrays.stream(candidates).mapToInt(Integer::intValue).toArray();
    resourcePrice =
        ResourcePrices.of(problem.size, problem.capacity[type], values, limit, takeable);
    double[] density = new double[items];
    for (Integer i : candidates) {
      density[i] = values[i] / Math.max(priced(i, resourcePrice), EPSILON);
    }
    Arrays.sort(
        candidates,
        (a, b) -> {
          int byDensity = Double.compare(density[b], density[a]);
          return byDensity != 0 ? byDensity : Integer.compare(a, b);
        });
    order = Arrays.stream(candidates).mapToInt(Integer::intValue).toArray();
    surplus = new double[size + 1];
    for (int p = size - 1; p >= 0; p--) {
      int i = order[p];
      surplus[p] = surplus[p + 1] + limit[i] * Math.max(0, values[i] - priced(i, resourcePrice));
    }
    left = problem.capacity[type].clone();
    counts = new int[items];
    best = new int[items];
    bestValue = 0;
    openBound = 0;
    nodes = maximumNodes;
    branch(0, 0);
  }

  private double priced(int item, double[] prices) {
    return worthOf(problem.size[item], prices);
  }

  private static double worthOf(int[] amounts, double[] prices) {
    double sum = 0;
    for (int k = 0; k < prices.length; k++) {
      sum += prices[k] * amounts[k];
    }
    return sum;
  }

  /** How many of an item fit into what is left. */
  private int fits(int item) {
    int[] size = problem.size[item];
    int most = limit[item];
    for (int k = 0; k < size.length; k++) {
      if (size[k] > 0) {
        most = Math.min(most, left[k] / size[k]);
      }
    }
    return most;
  }

  private double[] pricesHere(int position) {
    int[] open = new int[order.length - position];
    int[] most = new int[limit.length];
    int size = 0;
    for (int p = position; p < order.length; p++) {
      int i = order[p];
      most[i] = fits(i);
      if (most[i] > 0) {
        open[size++] = i;
      }
    }
    return ResourcePrices.of(problem.size, left, value, most, Arrays.copyOf(open, size));
  }

  private double surplusHere(int position, double[] prices) {
    double sum = 0;
    for (int p = position; p < order.length; p++) {
      int i = order[p];
      double above = value[i] - priced(i, prices);
      if (above > 0) {
        sum += fits(i) * above;
      }
    }
    return sum;
  }

  private void branch(int position, double worth) {
    if (worth > bestValue + EPSILON) {
      bestValue = worth;
      best = counts.clone();
    }
    if (position == order.length) {
      return;
    }
    double[] prices = resourcePrice;
    double later = surplus[position + 1];
    if (isTight) {
      prices = pricesHere(position);
      later = surplusHere(position + 1, prices);
      int first = order[position];
      double here = worth + later + fits(first) * Math.max(0, value[first] - priced(first, prices));
      if (here + worthOf(left, prices) <= bestValue * (1 + 1e-9) + EPSILON) {
        return;
      }
    }
    int item = order[position];
    int[] size = problem.size[item];
    int most = fits(item);
    take(size, most);
    counts[item] = most;
    for (int n = most; n >= 0; n--) {
      double bound = worth + n * value[item] + later + worthOf(left, prices);
      if (bound > bestValue * (1 + 1e-9) + EPSILON) {
        if (nodes > 0) {
          nodes--;
          branch(position + 1, worth + n * value[item]);
        } else {
          openBound = Math.max(openBound, bound);
        }
      }
      if (n > 0) {
        take(size, -1);
        counts[item] = n - 1;
      }
    }
  }

  private void take(int[] size, int times) {
    for (int k = 0; k < size.length; k++) {
      left[k] -= times * size[k];
    }
  }
}
