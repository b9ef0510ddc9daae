package ecsadvisor.models.cost.spot;

import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.price.BillRates;
import ecsadvisor.models.price.TaskSize;
import org.jspecify.annotations.Nullable;

/**
 * What Spot takes off the on-demand price, as a share of it.
 *
 * @param low discount that is undercut one time in ten
 * @param expected what to expect
 * @param high discount that is exceeded one time in ten
 * @param source where it comes from; PRICE_FILE for a planning figure
 * @param words the source in words
 */
public record SpotDiscount(
    double low, double expected, double high, RateSource source, String words) {

  /**
   * The discount of Fargate Spot for tasks of a size: from the service's own Spot lines, else from
   * those of its account, region and platform, else the planning figure.
   *
   * @param planned the planning figure
   * @param billedMargin by how much a discount that the bill shows may move either way
   */
  public static SpotDiscount ofFargate(
      ServiceFacts service,
      Platform platform,
      TaskSize size,
      BillRates rates,
      SpotDiscount planned,
      double billedMargin) {
    Double own = own(service, size);
    if (own != null) {
      return billed(own, billedMargin, RateSource.SERVICE_BILL, "the service's own Spot lines");
    }
    Double account = ofAccount(service, platform, size, rates);
    return account == null
        ? planned
        : billed(
            account, billedMargin, RateSource.ACCOUNT_BILL, "Spot lines of the account and region");
  }

  /** The same discount, less sure by that much either way. */
  public SpotDiscount widened(double margin) {
    return new SpotDiscount(
        Math.max(0, low - margin), expected, Math.min(1, high + margin), source, words);
  }

  private static SpotDiscount billed(
      double discount, double margin, RateSource source, String words) {
    return new SpotDiscount(discount, discount, discount, source, words).widened(margin);
  }

  private static @Nullable Double own(ServiceFacts service, TaskSize size) {
    BilledPrices prices = BilledPrices.of(service);
    return discount(
        prices.unitHour(PurchaseOption.SPOT, UsageKind.FARGATE_VCPU),
        prices.unitHour(PurchaseOption.SPOT, UsageKind.FARGATE_MEMORY),
        prices.unitHour(PurchaseOption.ON_DEMAND, UsageKind.FARGATE_VCPU),
        prices.unitHour(PurchaseOption.ON_DEMAND, UsageKind.FARGATE_MEMORY),
        size);
  }

  private static @Nullable Double ofAccount(
      ServiceFacts service, Platform platform, TaskSize size, BillRates rates) {
    Double found = ofPlatform(service, platform, size, rates);
    // Where the account runs no Spot on ARM yet, its discount on x86 is nearer than a plan.
    return found == null && platform == Platform.ARM
        ? ofPlatform(service, Platform.X86, size, rates)
        : found;
  }

  private static @Nullable Double ofPlatform(
      ServiceFacts service, Platform platform, TaskSize size, BillRates rates) {
    return discount(
        rate(rates, service, platform, PurchaseOption.SPOT, UsageKind.FARGATE_VCPU),
        rate(rates, service, platform, PurchaseOption.SPOT, UsageKind.FARGATE_MEMORY),
        rate(rates, service, platform, PurchaseOption.ON_DEMAND, UsageKind.FARGATE_VCPU),
        rate(rates, service, platform, PurchaseOption.ON_DEMAND, UsageKind.FARGATE_MEMORY),
        size);
  }

  private static @Nullable Double rate(
      BillRates rates,
      ServiceFacts service,
      Platform platform,
      PurchaseOption option,
      UsageKind kind) {
    BillRates.Rate rate =
        rates.of(service.key().accountId(), service.key().region(), platform, option, kind);
    return rate == null ? null : Double.valueOf(rate.effective());
  }

  /** One minus the Spot cost of a task over its on-demand cost; null unless it is a discount. */
  private static @Nullable Double discount(
      @Nullable Double spotVcpu,
      @Nullable Double spotMemory,
      @Nullable Double vcpu,
      @Nullable Double memory,
      TaskSize size) {
    if (spotVcpu == null || spotMemory == null || vcpu == null || memory == null) {
      return null;
    }
    double spot = size.vcpu() * spotVcpu + size.memoryGiB() * spotMemory;
    double onDemand = size.vcpu() * vcpu + size.memoryGiB() * memory;
    double discount = 1 - spot / onDemand;
    return discount > 0 && discount < 1 ? discount : null;
  }
}
