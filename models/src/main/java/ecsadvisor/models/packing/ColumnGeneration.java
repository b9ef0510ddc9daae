package ecsadvisor.models.packing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The linear relaxation of packing over all possible loads (Gilmore and Gomory, 1961).
 *
 * <p>The master program's values of the items are put to a knapsack search per instance type; a
 * load worth more than its instance costs is a new column. At any moment the value of the demand,
 * divided by the greatest bound of worth over price of any load (Farley, 1990), is a lower bound on
 * the cost of every packing: with all values so scaled no load is worth more than it costs.
 */
final class ColumnGeneration {
  private static final double EPSILON = 1e-7;

  private final Problem problem;
  private final Knapsack[] knapsacks;
  private final Set<Column> known = new HashSet<>();
  private final List<Column> pool = new ArrayList<>();

  ColumnGeneration(Problem problem) {
    this.problem = problem;
    this.knapsacks = new Knapsack[problem.types.size()];
    for (int t = 0; t < knapsacks.length; t++) {
      knapsacks[t] = new Knapsack(problem, t);
    }
  }

  /** Makes a load known before it is asked for. */
  void suggest(Column column) {
    if (known.add(column)) {
      pool.add(column);
    }
  }

  /**
   * Solves the relaxation for a demand.
   *
   * @param demand number of each item; not more than the problem's
   * @param proven a lower bound that is known already
   * @param good cost of a packing that is known; the search ends where the bound reaches it
   * @param proves whether to go on until the bound is as good as it gets
   */
  Relaxation solve(int[] demand, double proven, double good, Effort effort, boolean proves) {
    MasterProgram master = new MasterProgram(problem, demand, singles(demand));
    for (Column column : pool) {
      master.add(column);
    }
    double bound = proven;
    int tried = 0;
    boolean isProof = false;
    double[] values = {};
    while (true) {
      master.optimize(40 * (problem.items() + 10));
      values = master.itemValues();
      double worst = 1;
      int added = 0;
      for (int t = 0; t < knapsacks.length; t++) {
        Knapsack knapsack = knapsacks[t];
        if (isProof) {
          knapsack.prove(values, demand, effort.proofNodes());
        } else {
          knapsack.search(values, demand, effort.nodes());
        }
        worst = Math.max(worst, knapsack.bound() / problem.price[t]);
        if (knapsack.bestValue() > problem.price[t] * (1 + EPSILON)) {
          Column column = new Column(t, knapsack.best());
          if (known.add(column)) {
            pool.add(column);
            master.add(column);
            added++;
          }
        }
      }
      bound = Math.max(bound, worth(demand, values) / worst);
      tried += added;
      boolean closed = problem.isClose(bound, Math.min(good, master.cost()));
      if (closed || tried >= effort.columns()) {
        break;
      }
      if (added == 0) {
        if (!proves || isProof) {
          break;
        }
        isProof = true;
      } else {
        isProof = false;
      }
    }
    return new Relaxation(master.used(), master.amounts(), values, bound);
  }

  private static double worth(int[] demand, double[] values) {
    double sum = 0;
    for (int i = 0; i < demand.length; i++) {
      sum += demand[i] * values[i];
    }
    return sum;
  }

  /** For each item the load of nothing else with the least price per task. */
  private List<Column> singles(int[] demand) {
    List<Column> singles = new ArrayList<>();
    for (int i = 0; i < problem.items(); i++) {
      int best = -1;
      for (int t = 0; t < knapsacks.length; t++) {
        int most = problem.most[t][i];
        if (most > 0
            && (best < 0
                || problem.price[t] / most < problem.price[best] / problem.most[best][i])) {
          best = t;
        }
      }
      int[] counts = new int[problem.items()];
      counts[i] = Math.max(1, Math.min(demand[i], problem.most[best][i]));
      singles.add(new Column(best, counts));
    }
    return singles;
  }
}
