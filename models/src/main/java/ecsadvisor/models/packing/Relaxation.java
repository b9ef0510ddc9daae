package ecsadvisor.models.packing;

import java.util.List;

/** A solution of the linear relaxation. */
final class Relaxation {
  private final List<Column> columns;
  private final double[] amounts;
  private final double[] values;
  private final double bound;

  Relaxation(List<Column> columns, double[] amounts, double[] values, double bound) {
    this.columns = List.copyOf(columns);
    this.amounts = amounts;
    this.values = values;
    this.bound = bound;
  }

  /** The loads in it. */
  List<Column> columns() {
    return columns;
  }

  /** How many of each load, fractions allowed. */
  double[] amounts() {
    return amounts;
  }

  /** What one more of each item costs. */
  double[] values() {
    return values;
  }

  /** No packing of the demand costs less. */
  double bound() {
    return bound;
  }
}
