package ecsadvisor.models.cost.scaling;

import ecsadvisor.models.replay.ScalingOutcome;
import ecsadvisor.models.replay.ScalingReplay;
import ecsadvisor.models.replay.TrackingRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which policy would have run a load on the fewest task-hours without saturating it more than
 * allowed?
 *
 * <p>For every target the least smallest count with which the policy holds is found; more of it
 * only costs more. The largest count leaves room above the highest demand seen. Policies are held
 * against the load grown by a margin, and priced on the load as it was.
 *
 * @param targets targets to try, shares
 * @param floor least smallest count
 * @param ceiling count that the smallest one stays below
 * @param roomAbovePeak largest count over the tasks that the highest demand needs at the target
 * @param leastMaximum least largest count
 * @param demandMargin share by which the load is grown
 * @param cooldownInMinutes minutes between scaling in
 */
public record ScalingSearch(
    List<Double> targets,
    int floor,
    int ceiling,
    double roomAbovePeak,
    int leastMaximum,
    double demandMargin,
    int cooldownInMinutes) {
  public ScalingSearch {
    targets = List.copyOf(targets);
  }

  /** A policy and how the load would have gone with it. */
  public record Found(TrackingRule rule, ScalingOutcome outcome) {}

  /**
   * The cheapest policy that holds; null where none does.
   *
   * @param saturatedShare allowed share of saturated minutes, 0..1
   */
  public @Nullable Found best(ScalingReplay load, double saturatedShare) {
    ScalingReplay grown = load.times(1 + demandMargin);
    Found best = null;
    for (double target : targets) {
      double most = best == null ? ceiling : best.outcome().meanTasks();
      Integer minimum = smallest(load, grown, target, (int) Math.ceil(most), saturatedShare);
      if (minimum != null) {
        TrackingRule rule = rule(load, target, minimum);
        ScalingOutcome outcome = load.withTracking(rule);
        best =
            best == null || outcome.taskMinutes() < best.outcome().taskMinutes()
                ? new Found(rule, outcome)
                : best;
      }
    }
    return best;
  }

  /** The smallest count from the floor to below a bound that holds, by bisection; null for none. */
  private @Nullable Integer smallest(
      ScalingReplay load, ScalingReplay grown, double target, int bound, double saturatedShare) {
    int low = floor;
    int high = Math.min(bound, ceiling) - 1;
    if (high < low || !grown.holds(rule(load, target, high), saturatedShare)) {
      return null;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (grown.holds(rule(load, target, middle), saturatedShare)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return high;
  }

  /** The policy with that target and smallest count. */
  public TrackingRule rule(ScalingReplay load, double target, int minimum) {
    int maximum =
        Math.max(
            Math.max(leastMaximum, minimum + 1),
            (int) Math.ceil(roomAbovePeak * load.peak() / target));
    return TrackingRule.classic(target, minimum, maximum, cooldownInMinutes);
  }
}
