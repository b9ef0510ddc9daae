package ecsadvisor.models.replay;

import java.util.Arrays;

/**
 * Lives a service's load through again, minute by minute, with another number of tasks.
 *
 * <p>Target tracking: utilization {@code u = min(limit, D / n)} of the {@code n} tasks that serve.
 * A point is seen {@code delayMinutes} later. After enough points above the target the service is
 * given {@code ceil(n u / target)} tasks, where {@code n} gave the last point seen; after enough
 * points below 90 % of it, and outside of the cooldown, it keeps as many. A cooldown after scaling
 * out holds nothing back, since a larger need overrides it and tasks on their way count. A task
 * serves {@code startMinutes} after it was asked for and is billed from then on, as Fargate does;
 * one that goes is billed for {@code drainMinutes} more. Nothing happens on missing data, and such
 * minutes are not counted.
 */
public final class ScalingReplay {
  private final double[] demand;
  private final double hottestOverMean;
  private final double limit;
  private final int startMinutes;
  private final int drainMinutes;

  /**
   * A load to live through.
   *
   * @param demand CPU that the service wants in each minute, in tasks' reservations; NaN unknown
   * @param hottestOverMean how much hotter its hottest task is than the mean
   * @param limit share of its reservation that a task can use: 1 on Fargate, above on EC2
   * @param startMinutes minutes from asking for a task to its serving
   * @param drainMinutes minutes that a task that goes is still paid for
   */
  @SuppressWarnings("ArrayIsStoredDirectly") // shared by all replays of a service, never changed
  public ScalingReplay(
      double[] demand, double hottestOverMean, double limit, int startMinutes, int drainMinutes) {
    this.demand = demand;
    this.hottestOverMean = hottestOverMean;
    this.limit = limit;
    this.startMinutes = startMinutes;
    this.drainMinutes = drainMinutes;
  }

  /** The same load from that minute on, up to another. */
  public ScalingReplay between(int from, int to) {
    return new ScalingReplay(
        Arrays.copyOfRange(demand, from, to), hottestOverMean, limit, startMinutes, drainMinutes);
  }

  /** The same load grown by a factor. */
  public ScalingReplay times(double factor) {
    double[] grown = new double[demand.length];
    Arrays.setAll(grown, minute -> demand[minute] * factor);
    return new ScalingReplay(grown, hottestOverMean, limit, startMinutes, drainMinutes);
  }

  /** Minutes of the load. */
  public int minutes() {
    return demand.length;
  }

  /** The highest demand of the hottest task times the number of tasks; 0 without any. */
  public double peak() {
    double peak = 0;
    for (double value : demand) {
      peak = value > peak ? value : peak;
    }
    return peak * hottestOverMean;
  }

  /**
   * With the tasks that it had.
   *
   * @param hourTasks number of tasks in each hour; minutes of hours where it is not known are not
   *     counted
   */
  public ScalingOutcome withTasks(double[] hourTasks) {
    ScalingOutcome.Count count = new ScalingOutcome.Count(demand.length);
    for (int minute = 0; minute < demand.length; minute++) {
      double tasks = hourTasks[minute / 60];
      if (!Double.isNaN(demand[minute]) && tasks > 0) {
        count.add(minute, tasks, demand[minute] * hottestOverMean > tasks * (1 + 1e-6), false);
      }
    }
    return count.outcome();
  }

  /** With target tracking. */
  public ScalingOutcome withTracking(TrackingRule rule) {
    return new Run(rule).outcome(Integer.MAX_VALUE);
  }

  /** Whether at most that share of the minutes would be saturated with target tracking. */
  public boolean holds(TrackingRule rule, double saturatedShare) {
    int known = 0;
    for (double value : demand) {
      known += Double.isNaN(value) ? 0 : 1;
    }
    int allowed = (int) (saturatedShare * known + 1e-9);
    return new Run(rule).outcome(allowed).saturatedMinutes() <= allowed;
  }

  private final class Run {
    private final TrackingRule rule;
    private final double[] utilization = new double[demand.length];
    private final int[] served = new int[demand.length];
    private final int[] starting = new int[startMinutes + 1];
    private final int[] draining = new int[drainMinutes + 2];
    private int serving;
    private int asked;
    private int drainingNow;
    private int lastIn = Integer.MIN_VALUE / 2;
    private int high;
    private int low;

    private Run(TrackingRule rule) {
      this.rule = rule;
    }

    /** The outcome, or the part of it up to one saturated minute too many. */
    ScalingOutcome outcome(int saturatedMinutes) {
      ScalingOutcome.Count count = new ScalingOutcome.Count(demand.length);
      serving = rule.count(firstKnown());
      asked = serving;
      int due = -1;
      int drained = -1;
      for (int minute = 0; minute < demand.length; minute++) {
        // Counters instead of remainders: this loop is most of what judging a service costs.
        due = due + 1 == starting.length ? 0 : due + 1;
        serving += starting[due];
        starting[due] = 0;
        drained = drained + 1 == draining.length ? 0 : drained + 1;
        drainingNow -= draining[drained];
        draining[drained] = 0;
        double wanted = demand[minute];
        served[minute] = serving;
        utilization[minute] = serving == 0 ? Double.NaN : Math.min(limit, wanted / serving);
        if (!Double.isNaN(wanted)) {
          boolean isSaturated = wanted * hottestOverMean > serving * (1 + 1e-6);
          boolean isCapped = wanted / rule.target() > rule.maximum() + 1e-6;
          count.add(minute, asked + drainingNow, isSaturated, isCapped);
          if (isSaturated && count.saturatedMinutes() > saturatedMinutes) {
            return count.outcome();
          }
        }
        act(minute);
      }
      return count.outcome();
    }

    private void act(int minute) {
      int seen = minute - rule.delayMinutes();
      if (seen < 0) {
        return;
      }
      double point = utilization[seen];
      high = point > rule.target() ? high + 1 : 0;
      low = point < TrackingRule.LOW * rule.target() ? low + 1 : 0;
      int tasks = Double.isNaN(point) ? asked : rule.count(served[seen] * point);
      if (high >= rule.pointsOut()) {
        scaleOut(minute, tasks);
      } else if (rule.scalesIn()
          && low >= rule.pointsIn()
          && minute - lastIn >= rule.cooldownInMinutes()) {
        scaleIn(minute, tasks);
      }
    }

    private void scaleOut(int minute, int tasks) {
      if (tasks <= asked) {
        return;
      }
      int more = tasks - asked;
      asked = tasks;
      lastIn = Integer.MIN_VALUE / 2;
      if (startMinutes == 0) {
        serving += more;
      } else {
        starting[(minute + startMinutes) % starting.length] += more;
      }
    }

    private void scaleIn(int minute, int tasks) {
      if (tasks >= asked || serving < asked) {
        return;
      }
      int fewer = asked - tasks;
      asked = tasks;
      serving -= fewer;
      lastIn = minute;
      if (drainMinutes > 0) {
        draining[(minute + drainMinutes + 1) % draining.length] += fewer;
        drainingNow += fewer;
      }
    }

    private double firstKnown() {
      for (double value : demand) {
        if (!Double.isNaN(value)) {
          return value;
        }
      }
      return 0;
    }
  }
}
