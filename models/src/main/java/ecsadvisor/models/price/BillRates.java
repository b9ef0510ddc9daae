package ecsadvisor.models.price;

import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.UsageKind;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Fargate really costs in each account and region of the bill: sum of the cost over sum of the
 * usage in the window, all services together. Answers where a service has no lines of its own, such
 * as the price of Spot for one that has never run on it.
 *
 * @param rates one entry per account, region, platform, purchase option and kind; kept in that
 *     order, for the first that fits to be found by bisection
 */
public record BillRates(List<Rate> rates) implements Serializable {
  private static final Comparator<Rate> ORDER =
      Comparator.comparing(Rate::accountId)
          .thenComparing(Rate::region)
          .thenComparing(Rate::platform)
          .thenComparing(Rate::purchaseOption)
          .thenComparing(Rate::usageKind);

  /** No bill. */
  public static final BillRates NONE = new BillRates(List.of());

  public BillRates {
    rates = rates.stream().sorted(ORDER).toList();
  }

  /**
   * A rate.
   *
   * @param usageKind FARGATE_VCPU or FARGATE_MEMORY
   * @param currency the bill's currency code
   * @param usage vCPU-hours or GB-hours behind it
   * @param effective effective cost of a unit-hour
   * @param list list cost of a unit-hour
   */
  public record Rate(
      String accountId,
      String region,
      Platform platform,
      PurchaseOption purchaseOption,
      UsageKind usageKind,
      String currency,
      double usage,
      double effective,
      double list)
      implements Serializable {}

  /** The account's own rate there, else null. */
  public @Nullable Rate of(
      String accountId,
      String region,
      Platform platform,
      PurchaseOption purchaseOption,
      UsageKind usageKind) {
    Rate wanted = new Rate(accountId, region, platform, purchaseOption, usageKind, "", 0, 0, 0);
    int low = 0;
    int high = rates.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ORDER.compare(rates.get(middle), wanted) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean isThere = low < rates.size() && ORDER.compare(rates.get(low), wanted) == 0;
    return isThere ? rates.get(low) : null;
  }
}
