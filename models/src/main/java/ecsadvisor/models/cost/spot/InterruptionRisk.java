package ecsadvisor.models.cost.spot;

import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.price.Rates;

/**
 * What interruptions take off a saving.
 *
 * <p>With a share {@code p} of instances interrupted a month, interruptions come at the rate {@code
 * -ln(1 - p) / 730} an hour. Each loses the time until another task runs and, where work is done
 * over, half of a run: {@code saving = 730 s c (d - rate (start + lost)) - 730 s rate incident} for
 * {@code s} tasks on Spot that cost {@code c} an hour on demand, at discount {@code d}.
 *
 * @param monthlyShare share interrupted a month, 0..1
 * @param lostHours hours lost at each
 * @param incidentCost further cost of each
 */
public record InterruptionRisk(double monthlyShare, double lostHours, double incidentCost) {
  /** Interruptions of a task in an hour. */
  public double perHour() {
    return -Math.log1p(-Math.min(0.999, Math.max(0, monthlyShare))) / Rates.HOURS_PER_MONTH;
  }

  /** Interruptions to expect in a month. */
  public double perMonth(double spotTasks) {
    return Rates.HOURS_PER_MONTH * spotTasks * perHour();
  }

  /**
   * The monthly saving.
   *
   * @param monthlyOnDemand what the tasks to be moved cost a month on demand
   * @param spotTasks number of tasks on Spot, spares included
   * @param spareCost on-demand cost of the spares among them, which nothing pays today
   */
  public Spread saving(
      double monthlyOnDemand, double spotTasks, double spareCost, SpotDiscount discount) {
    return new Spread(
        saving(monthlyOnDemand, spotTasks, spareCost, discount.low()),
        saving(monthlyOnDemand, spotTasks, spareCost, discount.expected()),
        saving(monthlyOnDemand, spotTasks, spareCost, discount.high()));
  }

  private double saving(
      double monthlyOnDemand, double spotTasks, double spareCost, double discount) {
    double spotCost = (monthlyOnDemand + spareCost) * (1 - discount + perHour() * lostHours);
    return monthlyOnDemand - spotCost - perMonth(spotTasks) * incidentCost;
  }
}
