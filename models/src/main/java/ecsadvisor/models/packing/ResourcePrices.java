package ecsadvisor.models.packing;

import java.util.Arrays;

/**
 * What the resources of an instance are worth when its load may be cut into fractions: the duals of
 * the knapsack's linear relaxation.
 *
 * <p>A primal simplex method with bounded variables and one row per resource, so a few dozen steps
 * on a tiny basis.
 */
final class ResourcePrices {
  private static final double EPSILON = 1e-9;
  private static final int MOST_STEPS = 200;

  private final int[][] size;
  private final double[] value;
  private final int[] limit;
  private final int[] items;
  private final int rows;

  /** Basic variables: position in {@code items}, or -1 - resource for what is left of one. */
  private final int[] basis;

  private final double[] amount;
  private final double[][] inverse;
  private final boolean[] isFull;
  private final boolean[] isBasic;
  private final boolean[] isSlackBasic;

  private ResourcePrices(int[][] size, int[] capacity, double[] value, int[] limit, int[] items) {
    this.size = size;
    this.value = value;
    this.limit = limit;
    this.items = items;
    this.rows = capacity.length;
    this.basis = new int[rows];
    this.amount = Arrays.stream(capacity).asDoubleStream().toArray();
    this.inverse = new double[rows][rows];
    this.isFull = new boolean[items.length];
    this.isBasic = new boolean[items.length];
    this.isSlackBasic = new boolean[rows];
    for (int k = 0; k < rows; k++) {
      basis[k] = -1 - k;
      inverse[k][k] = 1;
      isSlackBasic[k] = true;
    }
  }

  /**
   * The price of a unit of each resource, never below 0.
   *
   * @param size amounts that each item takes
   * @param capacity amounts there are
   * @param value value of each item
   * @param limit number of each item
   * @param items the items that may be taken
   */
  static double[] of(int[][] size, int[] capacity, double[] value, int[] limit, int[] items) {
    ResourcePrices program = new ResourcePrices(size, capacity, value, limit, items);
    double[] prices = program.prices();
    for (int step = 0; step < MOST_STEPS && program.step(prices); step++) {
      prices = program.prices();
    }
    for (int k = 0; k < prices.length; k++) {
      prices[k] = Math.max(0, prices[k]);
    }
    return prices;
  }

  private double[] prices() {
    double[] prices = new double[rows];
    for (int row = 0; row < rows; row++) {
      if (basis[row] < 0) {
        continue;
      }
      double worth = value[items[basis[row]]];
      for (int k = 0; k < rows; k++) {
        prices[k] += worth * inverse[row][k];
      }
    }
    return prices;
  }

  /** One exchange or flip; false at the optimum. */
  private boolean step(double[] prices) {
    int entering = Integer.MIN_VALUE;
    double best = EPSILON;
    for (int j = 0; j < items.length; j++) {
      if (isBasic[j]) {
        continue;
      }
      double gain = value[items[j]];
      for (int k = 0; k < rows; k++) {
        gain -= prices[k] * size[items[j]][k];
      }
      gain = (isFull[j] ? -gain : gain) / value[items[j]];
      if (gain > best) {
        best = gain;
        entering = j;
      }
    }
    for (int k = 0; k < rows && entering == Integer.MIN_VALUE; k++) {
      if (!isSlackBasic[k] && prices[k] < -EPSILON) {
        entering = -1 - k;
      }
    }
    if (entering == Integer.MIN_VALUE) {
      return false;
    }
    move(entering);
    return true;
  }

  private void move(int entering) {
    boolean isFalling = entering >= 0 && isFull[entering];
    double[] direction = new double[rows];
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      if (entering < 0) {
        sum = inverse[row][-1 - entering];
      } else {
        for (int k = 0; k < rows; k++) {
          sum += inverse[row][k] * size[items[entering]][k];
        }
      }
      direction[row] = isFalling ? -sum : sum;
    }
    int leaving = -1;
    double most = entering < 0 ? Double.POSITIVE_INFINITY : limit[items[entering]];
    for (int row = 0; row < rows; row++) {
      double room = Double.POSITIVE_INFINITY;
      if (direction[row] > EPSILON) {
        room = Math.max(0, amount[row]) / direction[row];
      } else if (direction[row] < -EPSILON && basis[row] >= 0) {
        room = Math.max(0, limit[items[basis[row]]] - amount[row]) / -direction[row];
      }
      if (room < most) {
        most = room;
        leaving = row;
      }
    }
    for (int row = 0; row < rows; row++) {
      amount[row] -= most * direction[row];
    }
    if (leaving < 0) {
      if (entering >= 0) {
        isFull[entering] = !isFull[entering];
      }
      return;
    }
    exchange(entering, leaving, direction, isFalling, most);
  }

  private void exchange(
      int entering, int leaving, double[] direction, boolean isFalling, double moved) {
    int out = basis[leaving];
    if (out >= 0) {
      isBasic[out] = false;
      isFull[out] = direction[leaving] < 0;
    } else {
      isSlackBasic[-1 - out] = false;
    }
    double start = isFalling ? limit[items[entering]] : 0;
    amount[leaving] = isFalling ? start - moved : moved;
    double pivot = isFalling ? -direction[leaving] : direction[leaving];
    for (int k = 0; k < rows; k++) {
      inverse[leaving][k] /= pivot;
    }
    for (int row = 0; row < rows; row++) {
      double factor = isFalling ? -direction[row] : direction[row];
      if (row == leaving || factor == 0) {
        continue;
      }
      for (int k = 0; k < rows; k++) {
        inverse[row][k] -= factor * inverse[leaving][k];
      }
    }
    basis[leaving] = entering;
    if (entering >= 0) {
      isBasic[entering] = true;
      isFull[entering] = false;
    } else {
      isSlackBasic[-1 - entering] = true;
    }
  }
}
