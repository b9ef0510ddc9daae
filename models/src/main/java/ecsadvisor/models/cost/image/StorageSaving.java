package ecsadvisor.models.cost.image;

import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.price.Rates;
import ecsadvisor.models.price.ResourceBill;
import org.jspecify.annotations.Nullable;

/**
 * What removing images saves.
 *
 * <p>Images share layers, which are stored and billed once, so the sizes of the images add up to at
 * least the billed bytes. At most their share of the sizes goes: {@code cost x freed / total}, the
 * saving that is stated. At least what is billed beyond all that stays goes: {@code cost x (billed
 * - kept) / billed}. The spread runs from one to the other, with the middle as its median.
 */
final class StorageSaving {
  private static final double BYTES_PER_GIB = 1024.0 * 1024 * 1024;

  private StorageSaving() {}

  /** The saving, with the bill's cost where it has the repository, else at the given price. */
  static Saving of(Cleanup cleanup, ResourceBill.@Nullable Cost bill, double gibMonthPrice) {
    double share =
        cleanup.totalBytes() == 0 ? 0 : (double) cleanup.freedBytes() / cleanup.totalBytes();
    if (bill == null || bill.part(UsageKind.ECR_STORAGE).usage() <= 0) {
      double now = cleanup.totalBytes() / BYTES_PER_GIB * gibMonthPrice;
      return saving(now, now, share, 0, RateSource.PRICE_FILE);
    }
    double billedGib =
        bill.part(UsageKind.ECR_STORAGE).usage() / bill.hours() * Rates.HOURS_PER_MONTH;
    double beyond = 1 - cleanup.keptBytes() / BYTES_PER_GIB / billedGib;
    return saving(
        bill.monthly(UsageKind.ECR_STORAGE),
        bill.monthlyList(UsageKind.ECR_STORAGE),
        share,
        Math.max(0, Math.min(share, beyond)),
        RateSource.SERVICE_BILL);
  }

  private static Saving saving(
      double now, double list, double share, double leastShare, RateSource source) {
    double most = Math.max(0, now * share);
    double least = Math.min(most, Math.max(0, now * leastShare));
    return new Saving(
        now,
        now - most,
        list,
        list - list * share,
        source,
        new Spread(least, (least + most) / 2, most));
  }
}
