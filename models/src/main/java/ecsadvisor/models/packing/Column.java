package ecsadvisor.models.packing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A load of one instance. Equal where type and counts are. */
final class Column {
  private final int type;
  private final int[] counts;

  /**
   * @param type index of the instance's type
   * @param counts number of each item; not to be changed afterwards
   */
  Column(int type, int[] counts) {
    this.type = type;
    this.counts = counts;
  }

  int type() {
    return type;
  }

  int[] counts() {
    return counts;
  }

  double worth(double[] values) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i] * values[i];
    }
    return sum;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Column column
        && column.type == type
        && Arrays.equals(column.counts, counts);
  }

  @Override
  public int hashCode() {
    return 31 * type + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return type + " " + Arrays.toString(counts);
  }
}
