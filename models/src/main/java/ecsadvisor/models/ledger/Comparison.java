package ecsadvisor.models.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What a day after a change costs against one before, by a unit.
 *
 * <pre>
 * task-hour or reserved vCPU-hour, u = cost / units:
 *   saving        = (u before - u after) units after
 *   at former use = (u before - u after) units before
 * day, c = cost of a day, L = load of a day, b = cost of a unit of load before, 0 ≤ b ≤ c / L:
 *   saving        = c before + b (L after - L before) - c after
 *   at former use = saving c before / (c before + b (L after - L before))
 * </pre>
 *
 * <p>So growth of traffic neither hides a saving nor makes one. Of the lines that the days before
 * allow, the simpler is taken: a service that did not scale by itself cost the same at any load
 * unless its days say otherwise; one that did cost in proportion to its load unless they do. Where
 * they leave too much open for the load after, there is no saving.
 *
 * @param costBefore cost of a unit before; for days at the load after
 * @param costAfter cost of a unit after
 * @param unitsAfter units of a day after
 * @param saving saving of a day at the usage after
 * @param savingAtFormerUsage saving of a day at the usage before
 * @param error half of the 90 % interval of the saving
 * @param refusal why there is none; null where there is
 */
record Comparison(
    double costBefore,
    double costAfter,
    double unitsAfter,
    double saving,
    double savingAtFormerUsage,
    double error,
    @Nullable Confounder refusal) {
  /** Standard normal quantile of 0.95. */
  private static final double Z95 = 1.6448536269514722;

  /** So many standard errors speak against a simpler line: one time in a hundred by chance. */
  private static final double SIGNIFICANT = 2.576;

  static Comparison of(
      SavingUnit unit, Measured before, Measured after, Verifier.Settings settings) {
    if (!(before.cost() > 0)) {
      return refused(Confounder.NO_USAGE);
    }
    return switch (unit) {
      case TASK_HOUR ->
          byUnit(
              before,
              after,
              before.taskHours(),
              after.taskHours(),
              Math.hypot(before.taskHourError(), after.taskHourError()));
      case RESERVED_VCPU_HOUR ->
          byUnit(
              before,
              after,
              before.reservedVcpuHours(),
              after.reservedVcpuHours(),
              Math.hypot(before.vcpuHourError(), after.vcpuHourError()));
      case DAY -> byDay(before, after, settings);
      case NONE -> refused(Confounder.NOT_MEASURABLE);
    };
  }

  private static Comparison byUnit(
      Measured before, Measured after, double unitsBefore, double unitsAfter, double error) {
    if (!(unitsBefore > 0) || !(unitsAfter > 0)) {
      return refused(Confounder.NO_USAGE);
    }
    double costBefore = before.cost() / unitsBefore;
    double costAfter = after.cost() / unitsAfter;
    double perUnit = costBefore - costAfter;
    double daily = unitsAfter / after.days();
    return new Comparison(
        costBefore,
        costAfter,
        daily,
        perUnit * daily,
        perUnit * unitsBefore / before.days(),
        Z95 * error * daily,
        null);
  }

  private static Comparison byDay(Measured before, Measured after, Verifier.Settings settings) {
    Double loadBefore = before.loadPerDay();
    Double loadAfter = after.loadPerDay();
    if (after.cost() == 0) {
      loadAfter = loadBefore; // stopped for good: what it no longer serves is no fall of its load
    }
    if (before.autoScaled() && (loadBefore == null || loadAfter == null)) {
      return refused(Confounder.LOAD_UNKNOWN);
    }
    double change = loadBefore == null || loadAfter == null ? 0 : loadAfter - loadBefore;
    double slope = before.costPerLoad();
    double slopeError = before.costPerLoadError();
    double proportional =
        loadBefore == null || loadBefore <= 0 ? 0 : before.costPerDay() / loadBefore;
    if (!before.autoScaled() && Math.abs(slope) < SIGNIFICANT * slopeError) {
      slope = 0;
      slopeError = 0;
    } else if (slope > proportional - SIGNIFICANT * slopeError) {
      slope = proportional;
    }
    slope = Math.max(0, slope);
    double expected = before.costPerDay() + slope * change;
    double doubt = Z95 * slopeError * Math.abs(change);
    if (doubt > settings.baselineErrorTolerance() * expected) {
      return refused(Confounder.LOAD_CHANGED);
    }
    double saving = expected - after.costPerDay();
    double error =
        Math.hypot(Math.hypot(before.dayError(), after.dayError()), slopeError * Math.abs(change));
    return new Comparison(
        expected,
        after.costPerDay(),
        1,
        saving,
        expected > 0 ? saving * before.costPerDay() / expected : saving,
        Z95 * error,
        null);
  }

  private static Comparison refused(Confounder why) {
    return new Comparison(0, 0, 0, 0, 0, 0, why);
  }
}
