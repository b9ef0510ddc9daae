package ecsadvisor.models.packing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Places tasks on instances at the least cost it can find, and proves how far from the least
 * possible cost that is at most.
 *
 * <p>Vector bin packing with several types of bins: a greedy start, column generation for bound and
 * columns, rounding. It can be given up at any point, as the bound and the best plan so far are
 * always there; the effort is counted, so the answer depends on the input alone.
 */
public final class Packer {
  /** Items beyond which the linear program would take too long. */
  private static final int MOST_ITEMS = 500;

  private final Effort effort;

  public Packer(Effort effort) {
    this.effort = effort;
  }

  /**
   * Packs, each group of tasks on instances of its own.
   *
   * @param tasks the tasks; names unique
   * @param types the types; names unique
   */
  public Packing pack(List<TaskShape> tasks, List<BinType> types) {
    Map<String, List<TaskShape>> groups = new TreeMap<>();
    tasks.forEach(
        task -> groups.computeIfAbsent(task.group(), group -> new ArrayList<>()).add(task));
    if (groups.size() <= 1) {
      return packGroup(tasks, types);
    }
    List<PackedBin> bins = new ArrayList<>();
    List<TaskShape> unplaced = new ArrayList<>();
    double cost = 0;
    double bound = 0;
    for (List<TaskShape> group : groups.values()) {
      Packing packing = packGroup(group, types);
      bins.addAll(packing.bins());
      unplaced.addAll(packing.unplaced());
      cost += packing.cost();
      bound += packing.lowerBound();
    }
    bins.sort(
        Comparator.comparing((PackedBin bin) -> bin.type().name())
            .thenComparing(bin -> bin.tasks().toString()));
    return new Packing(bins, cost, bound, unplaced);
  }

  private Packing packGroup(List<TaskShape> tasks, List<BinType> types) {
    Problem problem = Problem.of(tasks, types);
    if (problem.items() == 0) {
      return new Packing(List.of(), 0, 0, problem.unplaced);
    }
    VolumeBound volume = VolumeBound.of(problem);
    double bound = problem.rounded(volume.bound());
    Rounding rounding = new Rounding(problem, effort);
    rounding.startByShape(volume.values());
    double[] values = volume.values();
    boolean proves = effort.columns() > 0 && problem.items() <= MOST_ITEMS;
    if (proves && rounding.best().cost() > bound * (1 + 1e-9)) {
      ColumnGeneration generation = new ColumnGeneration(problem);
      rounding.best().instances().stream().distinct().forEach(generation::suggest);
      Relaxation relaxation =
          generation.solve(problem.demand, bound, rounding.best().cost(), effort, true);
      bound = Math.max(bound, problem.rounded(relaxation.bound()));
      values = relaxation.values();
      rounding.round(relaxation);
      if (rounding.best().cost() > bound * (1 + 1e-9)) {
        rounding.dive(generation, relaxation);
      }
    }
    rounding.repack(values, bound);
    Plan plan = rounding.best();
    return new Packing(
        bins(problem, plan), plan.cost(), Math.min(bound, plan.cost()), problem.unplaced);
  }

  /** Gives the instances back in the names of the shapes. */
  private static List<PackedBin> bins(Problem problem, Plan plan) {
    List<Column> instances = new ArrayList<>(plan.instances());
    instances.sort(
        Comparator.comparing((Column load) -> problem.types.get(load.type()).name())
            .thenComparing(Column::toString));
    List<Deque<Open>> open = new ArrayList<>();
    for (List<TaskShape> group : problem.shapes) {
      Deque<Open> queue = new ArrayDeque<>();
      group.forEach(shape -> queue.add(new Open(shape.name(), shape.count())));
      open.add(queue);
    }
    List<PackedBin> bins = new ArrayList<>();
    for (Column load : instances) {
      Map<String, Integer> tasks = new TreeMap<>();
      for (int i = 0; i < load.counts().length; i++) {
        take(open.get(i), load.counts()[i], tasks);
      }
      bins.add(new PackedBin(problem.types.get(load.type()), tasks));
    }
    return bins;
  }

  private static void take(Deque<Open> queue, int count, Map<String, Integer> tasks) {
    int wanted = count;
    while (wanted > 0) {
      Open first = queue.remove();
      int taken = Math.min(wanted, first.count());
      tasks.merge(first.name(), taken, Integer::sum);
      wanted -= taken;
      if (taken < first.count()) {
        queue.addFirst(new Open(first.name(), first.count() - taken));
      }
    }
  }

  /** Tasks of a shape that are on no instance yet. */
  private record Open(String name, int count) {}
}
