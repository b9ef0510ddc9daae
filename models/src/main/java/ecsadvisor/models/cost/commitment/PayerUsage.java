package ecsadvisor.models.cost.commitment;

import java.time.LocalDate;
import java.util.List;

/**
 * What a payer's accounts would still pay on demand after every other lever.
 *
 * @param payerAccountId the account that pays
 * @param currency the bill's currency code
 * @param days the days of the bill, ascending; each has 24 hours in the pools
 * @param hourly whether the bill tells the hours of a day apart
 * @param pools by account, region and family, in that order
 */
public record PayerUsage(
    String payerAccountId,
    String currency,
    List<LocalDate> days,
    boolean hourly,
    List<UsagePool> pools) {
  public PayerUsage {
    days = List.copyOf(days);
    pools = List.copyOf(pools);
  }

  /** Number of hours of each pool. */
  public int hours() {
    return days.size() * 24;
  }
}
