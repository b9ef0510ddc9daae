package ecsadvisor.models.cost.arm;

import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.price.BillRates;
import ecsadvisor.models.price.PriceBook;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Fargate's ARM prices over its x86 prices on Linux. A ratio has no currency, so the price file
 * serves bills of any.
 *
 * @param vcpuFactor of a vCPU-hour
 * @param memoryFactor of a GB-hour
 * @param source where both come from
 * @param words the source in words
 */
public record ArmPrice(double vcpuFactor, double memoryFactor, RateSource source, String words) {

  /** The ratios, or null where neither bill nor price file has both prices. */
  public static @Nullable ArmPrice of(
      ServiceKey key, BillRates rates, PriceBook book, LocalDate day) {
    Double vcpu = billed(key, rates, UsageKind.FARGATE_VCPU);
    Double memory = billed(key, rates, UsageKind.FARGATE_MEMORY);
    if (vcpu != null && memory != null) {
      return new ArmPrice(vcpu, memory, RateSource.ACCOUNT_BILL, "bill of the account and region");
    }
    ArmPrice here = ofBook(book, key.region(), day, "price file, " + key.region());
    return here != null
        ? here
        : ofBook(
            book,
            PriceBook.REFERENCE_REGION,
            day,
            "price file of %s; it lacks %s".formatted(PriceBook.REFERENCE_REGION, key.region()));
  }

  private static @Nullable Double billed(ServiceKey key, BillRates rates, UsageKind kind) {
    BillRates.Rate arm = rate(key, rates, Platform.ARM, kind);
    BillRates.Rate x86 = rate(key, rates, Platform.X86, kind);
    return arm == null || x86 == null || !arm.currency().equals(x86.currency())
        ? null
        : ratio(arm.effective(), x86.effective());
  }

  private static BillRates.@Nullable Rate rate(
      ServiceKey key, BillRates rates, Platform platform, UsageKind kind) {
    return rates.of(key.accountId(), key.region(), platform, PurchaseOption.ON_DEMAND, kind);
  }

  private static @Nullable ArmPrice ofBook(
      PriceBook book, String region, LocalDate day, String words) {
    Double vcpu =
        ratio(book.vcpuHour(region, Platform.ARM, day), book.vcpuHour(region, Platform.X86, day));
    Double memory =
        ratio(
            book.memoryGbHour(region, Platform.ARM, day),
            book.memoryGbHour(region, Platform.X86, day));
    return vcpu == null || memory == null
        ? null
        : new ArmPrice(vcpu, memory, RateSource.PRICE_FILE, words);
  }

  private static @Nullable Double ratio(@Nullable Double arm, @Nullable Double x86) {
    return arm == null || x86 == null || !(arm > 0) || !(x86 > 0)
        ? null
        : Double.valueOf(arm / x86);
  }
}
