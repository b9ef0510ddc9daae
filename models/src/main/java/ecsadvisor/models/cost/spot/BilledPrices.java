package ecsadvisor.models.cost.spot;

import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.SpendLine;
import ecsadvisor.models.fact.UsageKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the service's own lines of the window say of how its tasks are bought.
 *
 * @param lines the lines of the window
 */
public record BilledPrices(List<SpendLine> lines) {
  public BilledPrices {
    lines = List.copyOf(lines);
  }

  /** The service's lines; none without a bill. */
  public static BilledPrices of(ServiceFacts service) {
    Spend spend = service.spend();
    if (spend == null) {
      return new BilledPrices(List.of());
    }
    return new BilledPrices(
        spend.lines().stream().filter(line -> service.window().contains(line.day())).toList());
  }

  /** Effective price of a unit-hour bought so, or null without usage. */
  public @Nullable Double unitHour(PurchaseOption option, UsageKind kind) {
    long usage = 0;
    long effective = 0;
    for (SpendLine line : lines) {
      if (line.purchaseOption() == option && line.usageKind() == kind) {
        usage += line.usageAmount();
        effective += line.effective();
      }
    }
    return usage <= 0 || effective < 0
        ? null
        : Double.valueOf(MoneyUnits.toCurrency(effective) / MoneyUnits.toUsage(usage));
  }

  /** Share of the vCPU-hours of that kind bought so, 0..1; 0 without any. */
  public double share(PurchaseOption option, UsageKind vcpuKind) {
    double all = 0;
    double bought = 0;
    for (SpendLine line : lines) {
      if (line.usageKind() == vcpuKind && line.purchaseOption() != PurchaseOption.NONE) {
        // On EC2 the lines of split cost say what a task reserved beside what it is metered at.
        long amount = Math.max(line.usageAmount(), line.reservedUsage());
        all += amount;
        bought += line.purchaseOption() == option ? amount : 0;
      }
    }
    return all <= 0 ? 0 : bought / all;
  }
}
