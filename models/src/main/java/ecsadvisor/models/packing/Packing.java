package ecsadvisor.models.packing;

import java.util.List;

/**
 * Where tasks could run, and how good that is proved to be.
 *
 * @param bins the instances, ordered by type and content
 * @param cost sum of their prices
 * @param lowerBound no placement of these tasks on these types costs less
 * @param unplaced tasks that fit on no type at all; in none of the three above
 */
public record Packing(
    List<PackedBin> bins, double cost, double lowerBound, List<TaskShape> unplaced) {
  public Packing {
    bins = List.copyOf(bins);
    unplaced = List.copyOf(unplaced);
  }

  /** How much more than the bound it costs, as a share of the bound; 0 where both are 0. */
  public double gap() {
    return lowerBound > 0 ? (cost - lowerBound) / lowerBound : 0;
  }
}
