package ecsadvisor.models.ledger;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a change really saves.
 *
 * @param monthly saving of a month of 730 hours at the usage after the change; null where not
 *     measured
 * @param rawMonthly cost before less cost after, of such a month; null likewise
 * @param atFormerUsageMonthly the saving at the usage before the change, to be held against the
 *     estimate; null likewise
 * @param errorMonthly half of the 90 % interval of {@code monthly}; 0 where not measured
 * @param days days after the change that were measured
 * @param shared whether it is a part of a saving of several changes made together
 * @param confounders names of what stood in the way, separated by {@code ;}
 * @param earlierTotal saved in all before the change was undone and made again
 * @param total saved in all so far, in currency units
 */
public record Realized(
    @Nullable Double monthly,
    @Nullable Double rawMonthly,
    @Nullable Double atFormerUsageMonthly,
    double errorMonthly,
    int days,
    boolean shared,
    String confounders,
    double earlierTotal,
    double total)
    implements Serializable {
  public static final Realized NONE = new Realized(null, null, null, 0, 0, false, "", 0, 0);

  /** Nothing measured of a change to come, after what earlier ones saved. */
  Realized ended() {
    return new Realized(null, null, null, 0, 0, false, "", total, total);
  }

  /** The same with what it has saved in all after some days. */
  Realized after(long daysInEffect) {
    if (monthly == null) {
      return this;
    }
    double saved = earlierTotal + daysInEffect * monthly / Month.DAYS;
    return new Realized(
        monthly,
        rawMonthly,
        atFormerUsageMonthly,
        errorMonthly,
        days,
        shared,
        confounders,
        earlierTotal,
        saved);
  }
}
