package ecsadvisor.models.price;

import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.SpendLine;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.RateSource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vCPU-hour and a GB-hour of a service cost.
 *
 * <p>Taken from the service's own lines of the bill: the sum of the cost over the sum of the usage
 * in the window, so the mix of on demand, plan and Spot is in it; the Windows licence is part of
 * the vCPU-hour. Discount lines count; credits, refunds and taxes do not. Where the bill has no
 * such lines, the dated price file answers, and where that has no price for the region, the prices
 * of {@value PriceBook#REFERENCE_REGION} do, which the evidence says.
 *
 * @param vcpuHour effective price of a vCPU-hour
 * @param memoryGbHour effective price of a GB-hour
 * @param listVcpuHour the same at list price
 * @param listMemoryGbHour the same at list price
 * @param currency the currency of all four
 * @param source where the effective prices come from
 * @param because the figures behind them
 */
public record Rates(
    double vcpuHour,
    double memoryGbHour,
    double listVcpuHour,
    double listMemoryGbHour,
    String currency,
    RateSource source,
    List<Evidence> because) {
  /** Hours in a month, as AWS estimates. */
  public static final double HOURS_PER_MONTH = 730;

  public Rates {
    because = List.copyOf(because);
  }

  /** Effective cost of that many tasks of a size for a month. */
  public double monthly(TaskSize size, double tasks) {
    return tasks * HOURS_PER_MONTH * (size.vcpu() * vcpuHour + size.memoryGiB() * memoryGbHour);
  }

  /** The same at list price. */
  public double monthlyList(TaskSize size, double tasks) {
    return tasks
        * HOURS_PER_MONTH
        * (size.vcpu() * listVcpuHour + size.memoryGiB() * listMemoryGbHour);
  }

  /**
   * The rates of a service on Fargate.
   *
   * @param spend the service's lines, or null without a bill
   * @return null where neither the bill nor the price file in the bill's currency has a price
   */
  public static @Nullable Rates ofFargate(
      @Nullable Spend spend, Window window, PriceBook book, String region, Platform platform) {
    if (spend == null) {
      return ofBook(book, region, platform, window, book.currency());
    }
    Sums vcpu = new Sums(spend, window, false, UsageKind.FARGATE_VCPU);
    Sums licence = new Sums(spend, window, false, UsageKind.FARGATE_OS_LICENCE);
    Sums memory = new Sums(spend, window, false, UsageKind.FARGATE_MEMORY);
    if (vcpu.usage <= 0 || memory.usage <= 0) {
      return ofBook(book, region, platform, window, spend.currency());
    }
    vcpu.effective += licence.effective;
    vcpu.list += licence.list;
    return ofBill(spend, vcpu, memory, book, region, platform, window);
  }

  /**
   * What a vCPU-hour and a GB-hour that a task reserves on EC2 cost, from split cost allocation
   * data; else the price of Fargate in the price file as the value of the capacity.
   *
   * @return null where neither is known
   */
  public static @Nullable Rates ofEc2(
      @Nullable Spend spend, Window window, PriceBook book, String region, Platform platform) {
    Platform priced = platform == Platform.UNKNOWN ? Platform.X86 : platform;
    if (spend == null) {
      return ofBook(book, region, priced, window, book.currency());
    }
    Sums vcpu = new Sums(spend, window, true, UsageKind.ECS_ON_EC2_VCPU);
    Sums memory = new Sums(spend, window, true, UsageKind.ECS_ON_EC2_MEMORY);
    if (vcpu.usage <= 0 || memory.usage <= 0 || vcpu.effective + memory.effective <= 0) {
      return ofBook(book, region, priced, window, spend.currency());
    }
    return ofBill(spend, vcpu, memory, book, region, priced, window);
  }

  private static Rates ofBill(
      Spend spend,
      Sums vcpu,
      Sums memory,
      PriceBook book,
      String region,
      Platform platform,
      Window window) {
    double vcpuHour = Math.max(0, vcpu.effective / vcpu.usage);
    double memoryGbHour = Math.max(0, memory.effective / memory.usage);
    double listVcpuHour = vcpu.list / vcpu.usage;
    double listMemoryGbHour = memory.list / memory.usage;
    List<Evidence> because = new ArrayList<>();
    because.add(new Evidence("rate_source", "the service's lines in the bill"));
    if (listVcpuHour <= 0 || listMemoryGbHour <= 0) {
      Rates listed = ofBook(book, region, platform, window, spend.currency());
      listVcpuHour = listed == null ? vcpuHour : listed.listVcpuHour;
      listMemoryGbHour = listed == null ? memoryGbHour : listed.listMemoryGbHour;
      because.add(
          new Evidence(
              "list_price_source",
              listed == null ? "none; the effective price is shown" : "price file"));
    }
    because.add(rate("vcpu_hour", vcpuHour, spend.currency()));
    because.add(rate("memory_gb_hour", memoryGbHour, spend.currency()));
    return new Rates(
        vcpuHour,
        memoryGbHour,
        listVcpuHour,
        listMemoryGbHour,
        spend.currency(),
        RateSource.SERVICE_BILL,
        because);
  }

  private static @Nullable Rates ofBook(
      PriceBook book, String region, Platform platform, Window window, String currency) {
    if (!currency.equals(book.currency())) {
      return null;
    }
    Platform priced = platform == Platform.UNKNOWN ? Platform.X86 : platform;
    String from = region;
    Double vcpuHour = book.vcpuHour(from, priced, window.asOf());
    Double memoryGbHour = book.memoryGbHour(from, priced, window.asOf());
    if (vcpuHour == null || memoryGbHour == null) {
      from = PriceBook.REFERENCE_REGION;
      vcpuHour = book.vcpuHour(from, priced, window.asOf());
      memoryGbHour = book.memoryGbHour(from, priced, window.asOf());
    }
    if (vcpuHour == null || memoryGbHour == null) {
      return null;
    }
    List<Evidence> because = new ArrayList<>();
    because.add(
        new Evidence(
            "rate_source",
            from.equals(region)
                ? "price file, " + region
                : "price file of " + from + "; it has no price for " + region));
    if (platform == Platform.UNKNOWN) {
      because.add(new Evidence("architecture", "not known; priced as x86"));
    }
    because.add(rate("vcpu_hour", vcpuHour, currency));
    because.add(rate("memory_gb_hour", memoryGbHour, currency));
    return new Rates(
        vcpuHour, memoryGbHour, vcpuHour, memoryGbHour, currency, RateSource.PRICE_FILE, because);
  }

  private static Evidence rate(String name, double value, String currency) {
    String figure = new BigDecimal(value, new MathContext(5)).stripTrailingZeros().toPlainString();
    return new Evidence(name, figure + " " + currency);
  }

  /** Cost and usage of one kind of charge in the window, in currency and unit-hours. */
  private static final class Sums {
    private final double usage;
    private double effective;
    private double list;

    private Sums(Spend spend, Window window, boolean reserved, UsageKind kind) {
      long usageUnits = 0;
      long effectiveUnits = 0;
      long listUnits = 0;
      for (SpendLine line : spend.lines()) {
        if (line.usageKind() != kind || !window.contains(line.day()) || !isPrice(line)) {
          continue;
        }
        usageUnits += reserved ? line.reservedUsage() : line.usageAmount();
        effectiveUnits += line.effective();
        listUnits += line.list();
      }
      this.usage = MoneyUnits.toUsage(usageUnits);
      this.effective = MoneyUnits.toCurrency(effectiveUnits);
      this.list = MoneyUnits.toCurrency(listUnits);
    }

    private static boolean isPrice(SpendLine line) {
      return line.purchaseOption() != PurchaseOption.NONE || line.chargeType().contains("Discount");
    }
  }
}
