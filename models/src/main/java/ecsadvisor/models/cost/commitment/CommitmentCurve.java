package ecsadvisor.models.cost.commitment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a commitment of any size would have cost over a series of hours.
 *
 * <p>In each hour a commitment of c covers usage in the order of its rates, lowest rate (greatest
 * discount) first: covering u of usage at on-demand price takes u &times; rate of it. What is left
 * of c is lost, what is left of the usage is paid on demand. The total is convex and piecewise
 * linear in c, so one scan of its sorted breakpoints finds the least cost exactly: O(n log n) for n
 * hours times rates. With one rate that is the newsvendor's answer, rate &times; the
 * (1&minus;rate)-quantile of the hourly usage.
 */
final class CommitmentCurve {
  private final double[] rates;
  private final double[][] usage;
  private final double[][] own;
  private final int from;
  private final int to;

  /**
   * A curve.
   *
   * @param rates price under the plan over price on demand, ascending, each in 0..1
   * @param usage by rate and hour: usage that can be covered at its on-demand price
   * @param own by rate and hour: the part of it that belongs to ECS
   */
  CommitmentCurve(double[] rates, double[][] usage, double[][] own) {
    this(rates, usage, own, 0, rates.length == 0 ? 0 : usage[0].length);
  }

  private CommitmentCurve(double[] rates, double[][] usage, double[][] own, int from, int to) {
    this.rates = rates;
    this.usage = usage;
    this.own = own;
    this.from = from;
    this.to = to;
  }

  /** Number of hours. */
  int hours() {
    return to - from;
  }

  /** The same for the hours from one (included) to another (excluded). */
  CommitmentCurve part(int first, int end) {
    return new CommitmentCurve(rates, usage, own, from + first, from + end);
  }

  /** The same for the last hours. */
  CommitmentCurve last(int count) {
    return part(Math.max(0, hours() - count), hours());
  }

  /** A point at which the saving of a further unit falls. */
  private record Bend(double commitment, double fall) {}

  /** The least commitment an hour with the least total cost. */
  double optimum() {
    List<Bend> bends = new ArrayList<>();
    // Saved by a further unit of commitment, over all hours: what it covers less what it costs.
    double slope = -hours();
    for (int hour = from; hour < to; hour++) {
      double end = 0;
      double worth = 0;
      for (int rate = 0; rate < rates.length; rate++) {
        double spend = usage[rate][hour] * rates[rate];
        if (spend <= 0) {
          continue;
        }
        if (worth == 0) {
          slope += 1 / rates[rate];
        } else {
          bends.add(new Bend(end, worth - 1 / rates[rate]));
        }
        worth = 1 / rates[rate];
        end += spend;
      }
      if (worth > 0) {
        bends.add(new Bend(end, worth));
      }
    }
    bends.sort(Comparator.comparingDouble(Bend::commitment));
    double least = 1e-9 * hours();
    double best = 0;
    for (Bend bend : bends) {
      if (slope <= least) {
        return best;
      }
      slope -= bend.fall();
      best = bend.commitment();
    }
    return best;
  }

  /** What a commitment of that much an hour would have done. */
  Outcome at(double commitment) {
    double[] covered = new double[rates.length];
    double[] total = new double[rates.length];
    double ownCovered = 0;
    double ownTotal = 0;
    double used = 0;
    for (int hour = from; hour < to; hour++) {
      double left = commitment;
      for (int rate = 0; rate < rates.length; rate++) {
        double use = usage[rate][hour];
        if (use <= 0) {
          continue;
        }
        double taken = Math.min(left, use * rates[rate]);
        left -= taken;
        used += taken;
        covered[rate] += taken / rates[rate];
        total[rate] += use;
        ownCovered += taken / rates[rate] * own[rate][hour] / use;
        ownTotal += own[rate][hour];
      }
    }
    return new Outcome(commitment * hours(), used, covered, total, ownCovered, ownTotal, hours());
  }

  /** Total cost with a commitment of that much an hour. */
  double cost(double commitment) {
    Outcome outcome = at(commitment);
    return outcome.committed + outcome.total() - outcome.covered();
  }

  /** What a commitment would have done over some hours; money in currency units. */
  static final class Outcome {
    private final double committed;
    private final double used;
    private final double[] coveredByRate;
    private final double[] totalByRate;
    private final double ownCovered;
    private final double ownTotal;
    private final int hours;

    private Outcome(
        double committed,
        double used,
        double[] coveredByRate,
        double[] totalByRate,
        double ownCovered,
        double ownTotal,
        int hours) {
      this.committed = committed;
      this.used = used;
      this.coveredByRate = coveredByRate;
      this.totalByRate = totalByRate;
      this.ownCovered = ownCovered;
      this.ownTotal = ownTotal;
      this.hours = hours;
    }

    /** On-demand price of what is covered. */
    double covered() {
      return sum(coveredByRate);
    }

    /** On-demand price of all usage. */
    double total() {
      return sum(totalByRate);
    }

    /** On-demand price of ECS's usage. */
    double ownTotal() {
      return ownTotal;
    }

    /** Share of the usage of one rate that is covered, 0..1. */
    double coveredShare(int rate) {
      return totalByRate[rate] <= 0 ? 0 : coveredByRate[rate] / totalByRate[rate];
    }

    /** Share of the commitment that covered something, 0..1. */
    double utilization() {
      return committed <= 0 ? 0 : used / committed;
    }

    /** Utilization below which it costs more than it saves: mean rate of what it covers. */
    double breakEven() {
      return covered() <= 0 ? 1 : used / covered();
    }

    /** Saved over the hours; negative where it cost more. */
    double saved() {
      return covered() - committed;
    }

    /** ECS's share of what is covered, 0..1. */
    double ownShare() {
      return covered() <= 0 ? 0 : Math.min(1, ownCovered / covered());
    }

    /** Number of hours. */
    int hours() {
      return hours;
    }

    private static double sum(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      return sum;
    }
  }
}
