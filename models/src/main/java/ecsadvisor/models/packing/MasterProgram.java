package ecsadvisor.models.packing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The linear program over known loads: the cheapest amounts of them, fractions allowed, that cover
 * the demand for every item.
 *
 * <p>A revised primal simplex method with an explicit inverse of the basis, which stays small: one
 * row per item. It starts from loads of one item each and takes new ones while it runs, as column
 * generation needs it. Its numbers are never taken for a proof: the bound is proved from the values
 * of the items alone, whatever they are.
 */
final class MasterProgram {
  private static final double EPSILON = 1e-9;
  private static final int PIVOTS_PER_INVERSION = 100;

  private final double[] price;
  private final double[] demand;
  private final List<Column> columns = new ArrayList<>();

  /** The basis: index of a column, or -1 - item for the surplus of an item. */
  private final int[] basis;

  private final double[] amount;
  private double[][] inverse;
  private int pivots;

  /** Starts from one column per item that holds nothing but that item. */
  MasterProgram(Problem problem, int[] demand, List<Column> singles) {
    int rows = demand.length;
    this.price = problem.price;
    this.demand = Arrays.stream(demand).asDoubleStream().toArray();
    this.basis = new int[rows];
    this.amount = new double[rows];
    this.inverse = new double[rows][rows];
    for (int i = 0; i < rows; i++) {
      columns.add(singles.get(i));
      basis[i] = i;
      inverse[i][i] = 1.0 / singles.get(i).counts()[i];
      amount[i] = demand[i] * inverse[i][i];
    }
  }

  void add(Column column) {
    columns.add(column);
  }

  /** Runs to the optimum over the columns known, or until the number of pivots is used up. */
  void optimize(int maximumPivots) {
    for (int pivot = 0; pivot < maximumPivots; pivot++) {
      double[] values = values();
      int entering = entering(values);
      if (entering == Integer.MIN_VALUE || !pivot(entering)) {
        return;
      }
    }
  }

  /** What one more of each item costs: the duals, never below 0. */
  double[] itemValues() {
    double[] values = values();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, values[i]);
    }
    return values;
  }

  double cost() {
    double cost = 0;
    for (int row = 0; row < basis.length; row++) {
      cost += cost(basis[row]) * amount[row];
    }
    return cost;
  }

  /** The columns in the solution. */
  List<Column> used() {
    List<Column> used = new ArrayList<>();
    for (int index : basis) {
      if (index >= 0) {
        used.add(columns.get(index));
      }
    }
    return used;
  }

  /** The amounts of {@link #used}. */
  double[] amounts() {
    double[] amounts = new double[basis.length];
    int size = 0;
    for (int row = 0; row < basis.length; row++) {
      if (basis[row] >= 0) {
        amounts[size++] = Math.max(0, amount[row]);
      }
    }
    return Arrays.copyOf(amounts, size);
  }

  private double cost(int index) {
    return index < 0 ? 0 : price[columns.get(index).type()];
  }

  private double[] values() {
    double[] values = new double[basis.length];
    for (int row = 0; row < basis.length; row++) {
      double cost = cost(basis[row]);
      if (cost == 0) {
        continue;
      }
      double[] inverseRow = inverse[row];
      for (int i = 0; i < values.length; i++) {
        values[i] += cost * inverseRow[i];
      }
    }
    return values;
  }

  private int entering(double[] values) {
    int entering = Integer.MIN_VALUE;
    double best = -EPSILON;
    for (int i = 0; i < values.length; i++) {
      if (values[i] < best) {
        best = values[i];
        entering = -1 - i;
      }
    }
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      double reduced = (price[column.type()] - column.worth(values)) / price[column.type()];
      if (reduced < best) {
        best = reduced;
        entering = c;
      }
    }
    return entering;
  }

  private boolean pivot(int entering) {
    int rows = basis.length;
    double[] direction = new double[rows];
    int[] counts = entering < 0 ? new int[0] : columns.get(entering).counts();
    for (int row = 0; row < rows; row++) {
      if (entering < 0) {
        direction[row] = -inverse[row][-1 - entering];
        continue;
      }
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        if (counts[i] != 0) {
          sum += inverse[row][i] * counts[i];
        }
      }
      direction[row] = sum;
    }
    int leaving = leaving(direction);
    if (leaving < 0) {
      return false;
    }
    double[] pivotRow = inverse[leaving];
    double step = Math.max(0, amount[leaving]) / direction[leaving];
    for (int i = 0; i < rows; i++) {
      pivotRow[i] /= direction[leaving];
    }
    for (int row = 0; row < rows; row++) {
      if (row == leaving || direction[row] == 0) {
        continue;
      }
      double factor = direction[row];
      double[] target = inverse[row];
      for (int i = 0; i < rows; i++) {
        target[i] -= factor * pivotRow[i];
      }
      amount[row] -= factor * step;
    }
    amount[leaving] = step;
    basis[leaving] = entering;
    if (++pivots % PIVOTS_PER_INVERSION == 0) {
      invert();
    }
    return true;
  }

  private int leaving(double[] direction) {
    int leaving = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int row = 0; row < direction.length; row++) {
      if (direction[row] <= EPSILON) {
        continue;
      }
      double ratio = Math.max(0, amount[row]) / direction[row];
      boolean isTie = leaving >= 0 && Math.abs(ratio - least) <= 1e-12 * (1 + least);
      if (isTie ? direction[row] > direction[leaving] : ratio < least) {
        leaving = row;
        least = ratio;
      }
    }
    return leaving;
  }

  /** Computes the inverse anew from the basis, by elimination with partial pivoting. */
  private void invert() {
    int rows = basis.length;
    double[][] matrix = new double[rows][2 * rows];
    for (int c = 0; c < rows; c++) {
      for (int i = 0; i < rows; i++) {
        matrix[i][c] =
            basis[c] >= 0 ? columns.get(basis[c]).counts()[i] : (-1 - basis[c] == i ? -1 : 0);
      }
      matrix[c][rows + c] = 1;
    }
    for (int c = 0; c < rows; c++) {
      int pivot = c;
      for (int r = c + 1; r < rows; r++) {
        if (Math.abs(matrix[r][c]) > Math.abs(matrix[pivot][c])) {
          pivot = r;
        }
      }
      if (Math.abs(matrix[pivot][c]) < EPSILON) {
        return; // The product form is the better one.
      }
      double[] swapped = matrix[c];
      matrix[c] = matrix[pivot];
      matrix[pivot] = swapped;
      eliminate(matrix, c);
    }
    for (int r = 0; r < rows; r++) {
      inverse[r] = Arrays.copyOfRange(matrix[r], rows, 2 * rows);
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        sum += inverse[r][i] * demand[i];
      }
      amount[r] = Math.max(0, sum);
    }
  }

  private static void eliminate(double[][] matrix, int c) {
    double[] pivotRow = matrix[c];
    double pivot = pivotRow[c];
    for (int i = c; i < pivotRow.length; i++) {
      pivotRow[i] /= pivot;
    }
    for (int r = 0; r < matrix.length; r++) {
      double factor = matrix[r][c];
      if (r == c || factor == 0) {
        continue;
      }
      for (int i = c; i < pivotRow.length; i++) {
        matrix[r][i] -= factor * pivotRow[i];
      }
    }
  }
}
