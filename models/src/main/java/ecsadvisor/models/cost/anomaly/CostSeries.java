package ecsadvisor.models.cost.anomaly;

import java.time.LocalDate;
import java.util.Arrays;

/** Costs day by day; NaN on days that the bill does not have. */
public final class CostSeries {
  private final LocalDate first;
  private final double[] costs;

  /**
   * A series.
   *
   * @param first its first day
   * @param costs cost of each day from then on, currency units
   */
  public CostSeries(LocalDate first, double[] costs) {
    this.first = first;
    this.costs = costs.clone();
  }

  /** Number of days. */
  public int size() {
    return costs.length;
  }

  /** Cost of a day; NaN where the bill lacks it. */
  public double cost(int index) {
    return costs[index];
  }

  /** The date of a day. */
  public LocalDate day(int index) {
    return first.plusDays(index);
  }

  /** Weekday of a day, 0 for Monday. */
  int weekday(int index) {
    return day(index).getDayOfWeek().getValue() - 1;
  }

  /** The same from one day (included) to another (excluded). */
  public CostSeries part(int from, int to) {
    return new CostSeries(day(from), Arrays.copyOfRange(costs, from, to));
  }

  /** The last days. */
  public CostSeries last(int days) {
    return part(Math.max(0, size() - days), size());
  }
}
