package ecsadvisor.models.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line of daily cost over daily load.
 *
 * @param meanLoad null where the load of a day with cost is not known
 * @param slope cost of a unit of load; 0 where the days do not tell
 * @param slopeError standard error of it; where the days do not tell, all that it could be
 * @param meanError standard error of the mean cost about the line
 */
record LoadLine(@Nullable Double meanLoad, double slope, double slopeError, double meanError) {
  private static final int FEWEST_DAYS = 7;

  /** Spread of the load, as a share of its mean, below which it tells nothing. */
  private static final double SMALLEST_SPREAD = 0.02;

  /**
   * The line of some days.
   *
   * @param count days in all; those that are not given cost nothing and had no load
   */
  static LoadLine of(List<ResourceDay> days, int count) {
    double loads = 0;
    double costs = 0;
    double costSquares = 0;
    double loadSquares = 0;
    double products = 0;
    boolean known = !days.isEmpty();
    for (ResourceDay day : days) {
      double load = day.load() == null ? 0 : day.load();
      known &= day.load() != null;
      loads += load;
      costs += day.cost();
      loadSquares += load * load;
      costSquares += day.cost() * day.cost();
      products += load * day.cost();
    }
    double meanLoad = loads / count;
    double meanCost = costs / count;
    double costSpread = Math.max(0, costSquares - count * meanCost * meanCost);
    if (!known) {
      return new LoadLine(null, 0, 0, error(costSpread, count, 1));
    }
    double loadSpread = Math.max(0, loadSquares - count * meanLoad * meanLoad);
    double proportional = meanLoad > 0 ? meanCost / meanLoad : 0;
    if (count < FEWEST_DAYS || Math.sqrt(loadSpread / count) <= SMALLEST_SPREAD * meanLoad) {
      return new LoadLine(meanLoad, 0, proportional, error(costSpread, count, 1));
    }
    double slope = (products - count * meanLoad * meanCost) / loadSpread;
    double residual = Math.max(0, costSpread - slope * slope * loadSpread);
    double slopeError = Math.sqrt(residual / (count - 2) / loadSpread);
    return new LoadLine(
        meanLoad, slope, Math.min(slopeError, proportional), error(residual, count, 2));
  }

  private static double error(double squares, int count, int fitted) {
    return count <= fitted ? 0 : Math.sqrt(squares / (count - fitted) / count);
  }
}
