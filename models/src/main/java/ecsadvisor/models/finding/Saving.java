package ecsadvisor.models.finding;

import java.io.Serializable;

/**
 * What a change is worth in a month of 730 hours, in the bill's currency. Negative where the change
 * costs more.
 *
 * @param monthlyCostNow effective cost of the affected resources as they are
 * @param monthlyCostAfter effective cost as proposed
 * @param listCostNow the same at list price
 * @param listCostAfter the same at list price
 * @param rateSource where the effective rates come from: SERVICE_BILL, ACCOUNT_BILL or PRICE_FILE
 * @param spread how sure the monthly saving is
 */
public record Saving(
    double monthlyCostNow,
    double monthlyCostAfter,
    double listCostNow,
    double listCostAfter,
    RateSource rateSource,
    Spread spread)
    implements Serializable {

  /** No money at all. */
  public static final Saving NONE =
      new Saving(0, 0, 0, 0, RateSource.PRICE_FILE, Spread.certain(0));

  /** Saved per month after discounts. */
  public double monthly() {
    return monthlyCostNow - monthlyCostAfter;
  }

  /** Saved per month before discounts. */
  public double monthlyList() {
    return listCostNow - listCostAfter;
  }
}
