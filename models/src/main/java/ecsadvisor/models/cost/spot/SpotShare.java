package ecsadvisor.models.cost.spot;

import ecsadvisor.models.fact.CapacityProviderItem;
import java.util.List;
import java.util.function.Predicate;

/** Which share of a service's tasks runs on Spot by its capacity provider strategy? */
public final class SpotShare {
  /** The name of AWS's own provider. */
  public static final String FARGATE_SPOT = "FARGATE_SPOT";

  private SpotShare() {}

  /** The share on Fargate Spot, 0..1; see {@link #of(List, double, Predicate)}. */
  public static double of(List<CapacityProviderItem> strategy, double tasks) {
    return of(strategy, tasks, FARGATE_SPOT::equals);
  }

  /**
   * The share of the tasks on providers of that kind, 0..1.
   *
   * <p>ECS fills each base first, then splits what is left by the weights; a base takes no more
   * tasks than there are. Without tasks, without a strategy or without any weight for what is left,
   * that part counts as not on Spot.
   *
   * @param tasks number of tasks, also a mean
   * @param isSpot which providers are Spot
   */
  public static double of(
      List<CapacityProviderItem> strategy, double tasks, Predicate<String> isSpot) {
    if (!(tasks > 0)) {
      return 0;
    }
    double left = tasks;
    double onSpot = 0;
    double weights = 0;
    double spotWeights = 0;
    for (CapacityProviderItem item : strategy) {
      double base = Math.min(left, Math.max(0, item.base()));
      int weight = Math.max(0, item.weight());
      boolean spot = isSpot.test(item.capacityProvider());
      left -= base;
      onSpot += spot ? base : 0;
      weights += weight;
      spotWeights += spot ? weight : 0;
    }
    onSpot += weights > 0 ? left * spotWeights / weights : 0;
    return onSpot / tasks;
  }
}
