package ecsadvisor.models.packing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes whole instances of the fractions of the relaxation, and keeps the cheapest plan seen.
 *
 * <p>First loads are rounded at several thresholds and the rest is filled by value. Then it dives:
 * whole parts are fixed and the rest is solved anew, until nothing is left. Last, a few instances
 * at a time are emptied and filled again with values that are shaken a little.
 */
final class Rounding {
  private static final double[] THRESHOLDS = {1.1, 0.9, 0.7, 0.5};
  private static final double SHAKE = 0.25;
  private static final int MOST_INSTANCES_TO_REPACK = 2_000;

  private final Problem problem;
  private final Effort effort;
  private final Filling filling;
  private @Nullable Plan best;

  Rounding(Problem problem, Effort effort) {
    this.problem = problem;
    this.effort = effort;
    this.filling = new Filling(problem);
  }

  Plan best() {
    if (best == null) {
      throw new IllegalStateException("No plan yet");
    }
    return best;
  }

  /** Plans by shape, one per type that takes everything, and one by volume. */
  void startByShape(double[] values) {
    for (int t = 0; t < problem.types.size(); t++) {
      Plan plan = new Plan(problem, problem.demand);
      filling.byShape(plan, t);
      if (plan.isComplete()) {
        keep(plan);
      }
    }
    Plan plan = new Plan(problem, problem.demand);
    filling.byValue(plan, values, effort.nodes());
    keep(plan);
  }

  /** Rounds the relaxation of the whole demand. */
  void round(Relaxation relaxation) {
    List<Integer> byFraction = byFraction(relaxation.amounts());
    for (double threshold : THRESHOLDS) {
      Plan plan = new Plan(problem, problem.demand);
      for (int c : byFraction) {
        double amount = relaxation.amounts()[c];
        int whole = (int) Math.floor(amount + 1e-6);
        int times = amount - whole >= threshold ? whole + 1 : whole;
        plan.add(relaxation.columns().get(c), times);
      }
      filling.byValue(plan, relaxation.values(), effort.nodes());
      keep(plan);
    }
  }

  /** Fixes whole parts and solves for the rest, again and again. */
  void dive(ColumnGeneration generation, Relaxation root) {
    Plan plan = new Plan(problem, problem.demand);
    Relaxation relaxation = root;
    for (int dive = 0; dive < effort.dives() && !plan.isComplete(); dive++) {
      if (dive > 0) {
        relaxation = generation.solve(plan.rest(), 0, Double.POSITIVE_INFINITY, effort, false);
      }
      List<Integer> byFraction = byFraction(relaxation.amounts());
      boolean fixed = false;
      for (int c : byFraction) {
        int whole = (int) Math.floor(relaxation.amounts()[c] + 1e-6);
        fixed |= whole > 0;
        plan.add(relaxation.columns().get(c), whole);
      }
      if (!fixed && !byFraction.isEmpty()) {
        plan.add(relaxation.columns().get(byFraction.get(0)), 1);
      }
    }
    filling.byValue(plan, relaxation.values(), effort.nodes());
    keep(plan);
  }

  /** Empties a few instances and fills them again, so often, or until the bound is reached. */
  void repack(double[] values, double bound) {
    SplittableRandom random = new SplittableRandom(1);
    for (int attempt = 0; attempt < effort.repacks(); attempt++) {
      List<Column> instances = new ArrayList<>(best().instances());
      int size = instances.size();
      if (size < 2 || size > MOST_INSTANCES_TO_REPACK || best().cost() <= bound * (1 + 1e-9)) {
        return;
      }
      instances.sort(
          Comparator.comparingDouble(load -> load.worth(values) / problem.price[load.type()]));
      int emptied = Math.min(size, 2 + random.nextInt(Math.min(7, size)));
      Plan plan = new Plan(problem, problem.demand);
      boolean[] open = new boolean[size];
      open[Math.min(size - 1, attempt % 4)] = true;
      for (int n = 1; n < emptied; n++) {
        open[random.nextInt(size)] = true;
      }
      for (int n = 0; n < size; n++) {
        if (!open[n]) {
          plan.add(instances.get(n), 1);
        }
      }
      double[] shaken = new double[values.length];
      for (int i = 0; i < shaken.length; i++) {
        shaken[i] = values[i] * (1 + SHAKE * (random.nextDouble() - 0.5));
      }
      filling.byValue(plan, shaken, effort.nodes());
      keep(plan);
    }
  }

  private void keep(Plan plan) {
    if (best == null || plan.cost() < best.cost() * (1 - 1e-12)) {
      best = plan;
    }
  }

  private static List<Integer> byFraction(double[] amounts) {
    List<Integer> order = new ArrayList<>();
    for (int c = 0; c < amounts.length; c++) {
      if (amounts[c] > 1e-7) {
        order.add(c);
      }
    }
    order.sort(
        Comparator.comparingDouble((Integer c) -> Math.floor(amounts[c]) - amounts[c])
            .thenComparing(c -> c));
    return order;
  }
}
