package ecsadvisor.models.packing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whole loads in whole numbers, with what of the demand they leave. */
final class Plan {
  private final Problem problem;
  private final Map<Column, Integer> loads = new LinkedHashMap<>();
  private final int[] rest;
  private double cost;

  Plan(Problem problem, int[] demand) {
    this.problem = problem;
    this.rest = demand.clone();
  }

  /** The demand that is not placed yet; not to be changed. */
  int[] rest() {
    return rest;
  }

  double cost() {
    return cost;
  }

  boolean isComplete() {
    for (int count : rest) {
      if (count > 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Adds a load so often, without what is more than the rest. Each time it goes on the cheapest
   * type that holds what is left of it.
   */
  void add(Column column, int times) {
    int open = times;
    while (open > 0) {
      int whole = Math.min(open, wholeTimes(column.counts()));
      if (whole > 0) {
        place(column.counts(), whole);
        open -= whole;
        continue;
      }
      int[] cut = column.counts().clone();
      int tasks = 0;
      for (int i = 0; i < cut.length; i++) {
        cut[i] = Math.min(cut[i], rest[i]);
        tasks += cut[i];
      }
      if (tasks == 0) {
        return;
      }
      place(cut, 1);
      open--;
    }
  }

  /** How often the rest holds all of a load. */
  int wholeTimes(int[] counts) {
    int times = Integer.MAX_VALUE;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        times = Math.min(times, rest[i] / counts[i]);
      }
    }
    return times == Integer.MAX_VALUE ? 0 : times;
  }

  /** One load per instance. */
  List<Column> instances() {
    List<Column> instances = new ArrayList<>();
    loads.forEach(
        (column, times) -> {
          for (int n = 0; n < times; n++) {
            instances.add(column);
          }
        });
    return instances;
  }

  private void place(int[] counts, int times) {
    Column load = new Column(cheapest(counts), counts);
    loads.merge(load, times, Integer::sum);
    cost += times * problem.price[load.type()];
    for (int i = 0; i < counts.length; i++) {
      rest[i] -= times * counts[i];
    }
  }

  private int cheapest(int[] counts) {
    for (int t = 0; t < problem.price.length; t++) {
      if (problem.holds(t, counts)) {
        return t;
      }
    }
    throw new IllegalStateException("A load fits on no type");
  }
}
