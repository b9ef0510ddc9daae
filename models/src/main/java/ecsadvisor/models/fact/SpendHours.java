package ecsadvisor.models.fact;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * One day of what a commitment could cover of a service on Fargate, hour by hour: usage on demand
 * or covered by a Savings Plan, never Spot.
 *
 * @param day the UTC day
 * @param purchaseOption ON_DEMAND or SAVINGS_PLAN
 * @param list cost at list price in each hour 0..23, in 10<sup>-10</sup> currency units
 */
public record SpendHours(LocalDate day, PurchaseOption purchaseOption, List<Long> list)
    implements Serializable {
  public SpendHours {
    list = List.copyOf(list);
  }
}
