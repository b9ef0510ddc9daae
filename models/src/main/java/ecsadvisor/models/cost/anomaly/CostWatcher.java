package ecsadvisor.models.cost.anomaly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds where daily costs leave what was expected, upwards.
 *
 * <p>The pattern of the week comes off the logarithms ({@link WeekPattern}). Days far off the
 * median of the week around them are spikes and set aside; the rest is cut into levels and slopes
 * ({@link Stretches}). A level that is higher than what was before is a step, a rising slope a
 * drift. Coming back from a short dip is neither. A higher level is expected once it has lasted the
 * set days.
 */
public final class CostWatcher {
  /** Fewest days of a series that say what is expected. */
  private static final int LEAST_DAYS = 10;

  /** A dip up to that long is a pause, not a new level. */
  private static final int PAUSE_DAYS = 10;

  /** Half the width of an 80 % band in standard deviations. */
  private static final double BAND = 1.2816;

  /** Least standard errors between two levels. */
  private static final double STEP_ERRORS = 4.5;

  private final double spikeDeviations;
  private final double penalty;
  private final double leastShare;
  private final double leastDailyDrift;
  private final int adaptDays;

  /**
   * A watcher.
   *
   * @param spikeDeviations standard deviations of the noise from which a day is a spike
   * @param penalty evidence that a further level or slope needs, see {@link Stretches}
   * @param leastShare least excess over what was expected
   * @param leastDailyDrift least rise a day of a drift
   * @param adaptDays days after which a new level is the expected one
   */
  public CostWatcher(
      double spikeDeviations,
      double penalty,
      double leastShare,
      double leastDailyDrift,
      int adaptDays) {
    this.spikeDeviations = spikeDeviations;
    this.penalty = penalty;
    this.leastShare = leastShare;
    this.leastDailyDrift = leastDailyDrift;
    this.adaptDays = adaptDays;
  }

  /** Everything found in a series, in order of its first day. */
  public List<Excess> watch(CostSeries series) {
    if (series.size() < LEAST_DAYS) {
      return List.of();
    }
    CostFit fit = CostFit.of(series, spikeDeviations, penalty, leastShare);
    if (fit.stretches().isEmpty()) {
      return List.of();
    }
    List<Excess> found = new ArrayList<>();
    addChanges(series, fit, found);
    addSpikes(series, fit, found);
    found.removeIf(each -> each.impactShare() < leastShare || !(each.impact() > 0));
    found.sort(Comparator.comparingInt(Excess::from).thenComparing(Excess::kind));
    return found;
  }

  private void addChanges(CostSeries series, CostFit fit, List<Excess> found) {
    WeekPattern pattern = fit.pattern();
    List<Stretch> stretches = fit.stretches();
    double least = Math.log(1 + leastShare);
    for (int i = 0; i < stretches.size(); i++) {
      Stretch now = stretches.get(i);
      double rise = now.slope() * (now.days() - 1);
      if (now.slope() >= leastDailyDrift && rise >= least) {
        int end = i + 1 < stretches.size() ? now.to() : series.size();
        found.add(excess(AnomalyKind.DRIFT, series, pattern, now.from(), end, now.level(), 0));
        continue;
      }
      if (i == 0) {
        continue;
      }
      Stretch before = stretches.get(i - 1);
      double up = now.level() - before.end();
      double errors =
          up
              / pattern.noise()
              * Math.sqrt((double) now.count() * before.count() / (now.count() + before.count()));
      if (up < least || errors < STEP_ERRORS || isReturn(stretches, i)) {
        continue;
      }
      int to = i + 1 < stretches.size() ? now.to() : series.size();
      int end = Math.min(to, now.from() + adaptDays);
      double error = pattern.noise() / Math.sqrt(before.count());
      found.add(excess(AnomalyKind.STEP, series, pattern, now.from(), end, before.end(), error));
    }
  }

  /** Whether a level is back at what was usual before a short dip. */
  private boolean isReturn(List<Stretch> stretches, int index) {
    Stretch before = stretches.get(index - 1);
    return index >= 2
        && before.days() <= PAUSE_DAYS
        && stretches.get(index).level()
            <= stretches.get(index - 2).end() + Math.log(1 + leastShare);
  }

  private static void addSpikes(CostSeries series, CostFit fit, List<Excess> found) {
    int i = 0;
    while (i < fit.size()) {
      if (!fit.isSpike(i)) {
        i++;
        continue;
      }
      int from = i;
      while (i < fit.size() && fit.isHigh(i)) {
        i++;
      }
      int to = i;
      if (found.stream().noneMatch(each -> each.from() <= to + 1 && from <= each.to())) {
        found.add(
            excess(
                AnomalyKind.SPIKE, series, fit.pattern(), from, to, fit.around(from).at(from), 0));
      }
    }
  }

  private static Excess excess(
      AnomalyKind kind,
      CostSeries series,
      WeekPattern pattern,
      int from,
      int to,
      double level,
      double error) {
    double actual = 0;
    double expected = 0;
    double variance = 0;
    for (int i = from; i < to; i++) {
      if (Double.isNaN(series.cost(i))) {
        continue;
      }
      double usual = Math.exp(level + pattern.effect(i));
      actual += series.cost(i);
      expected += usual;
      variance += Math.pow(usual * pattern.noise(), 2);
    }
    double off = BAND * Math.sqrt(variance + Math.pow(expected * error, 2));
    return new Excess(
        kind,
        from,
        to,
        actual,
        expected,
        Math.max(0, expected - off),
        expected + off,
        to == series.size());
  }
}
