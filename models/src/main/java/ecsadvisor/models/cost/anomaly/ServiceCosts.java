package ecsadvisor.models.cost.anomaly;

import ecsadvisor.models.fact.UsageKind;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** A service's costs and usage by day and kind of charge. */
public final class ServiceCosts {
  private final LocalDate first;
  private final double[] total;
  private final Map<UsageKind, double[]> costs = new EnumMap<>(UsageKind.class);
  private final Map<UsageKind, double[]> usage = new EnumMap<>(UsageKind.class);

  /** Nothing yet, for so many days. */
  public ServiceCosts(LocalDate first, int days) {
    this.first = first;
    this.total = new double[days];
  }

  /** Adds what a day cost; a day outside is left out. */
  public void add(LocalDate day, UsageKind kind, double cost, double amount) {
    long index = day.toEpochDay() - first.toEpochDay();
    if (index < 0 || index >= total.length) {
      return;
    }
    total[(int) index] += cost;
    costs.computeIfAbsent(kind, key -> new double[total.length])[(int) index] += cost;
    usage.computeIfAbsent(kind, key -> new double[total.length])[(int) index] += amount;
  }

  /** Adds the totals to those of a group. */
  public void addTo(double[] sum) {
    for (int i = 0; i < total.length; i++) {
      sum[i] += total[i];
    }
  }

  /** The first day with a cost; the number of days where there is none. */
  public int start() {
    int index = 0;
    while (index < total.length && total[index] <= 0) {
      index++;
    }
    return index;
  }

  /** The totals from the first day with a cost on; NaN on days that the bill lacks. */
  public CostSeries series(Set<LocalDate> billed) {
    return series(first, total, start(), billed);
  }

  /** A group's totals likewise. */
  public static CostSeries series(
      LocalDate first, double[] total, int start, Set<LocalDate> billed) {
    double[] costs = new double[total.length - start];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = billed.contains(first.plusDays((long) start + i)) ? total[start + i] : Double.NaN;
    }
    return new CostSeries(first.plusDays(start), costs);
  }

  Map<UsageKind, double[]> costs() {
    return costs;
  }

  double[] usage(UsageKind kind) {
    return usage.getOrDefault(kind, new double[total.length]);
  }
}
