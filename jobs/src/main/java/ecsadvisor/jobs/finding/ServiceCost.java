package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.DailyCostRow;
import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.SpendLine;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.price.Rates;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a service cost in the window, from the bill's daily sums.
 *
 * <p>Usage, covered usage and discounts make a service's cost; taxes, fees, credits and refunds
 * stay in the reconciliation, because a month with a credit would make every saving look worthless.
 */
final class ServiceCost {
  private final Spend spend;
  private final List<SpendLine> lines = new ArrayList<>();
  private final int days;

  private ServiceCost(Spend spend, Window window) {
    this.spend = spend;
    LocalDate first = window.asOf();
    for (SpendLine line : spend.lines()) {
      if (window.contains(line.day()) && isRunCost(line)) {
        lines.add(line);
        if (line.day().isBefore(first)) {
          first = line.day();
        }
      }
    }
    days = lines.isEmpty() ? 0 : (int) ChronoUnit.DAYS.between(first, window.asOf()) + 1;
  }

  /** The service's cost, or null where the bill does not name the service in the window. */
  static @Nullable ServiceCost of(@Nullable Spend spend, Window window) {
    if (spend == null) {
      return null;
    }
    ServiceCost cost = new ServiceCost(spend, window);
    return cost.lines.isEmpty() ? null : cost;
  }

  String currency() {
    return spend.currency();
  }

  double billed() {
    return MoneyUnits.toCurrency(lines.stream().mapToLong(SpendLine::billed).sum());
  }

  double effective() {
    return MoneyUnits.toCurrency(lines.stream().mapToLong(SpendLine::effective).sum());
  }

  double netEffective() {
    return MoneyUnits.toCurrency(lines.stream().mapToLong(SpendLine::netEffective).sum());
  }

  double list() {
    return MoneyUnits.toCurrency(lines.stream().mapToLong(SpendLine::list).sum());
  }

  double unused() {
    return MoneyUnits.toCurrency(lines.stream().mapToLong(SpendLine::unused).sum());
  }

  /**
   * Effective cost of a month of 730 hours at the pace of the window; a service that first appears
   * inside the window counts from its first day.
   */
  double monthly() {
    return effective() / (days * 24.0) * Rates.HOURS_PER_MONTH;
  }

  /** How the lines found the service, most lines first. */
  String attribution() {
    Map<String, Long> counts = new TreeMap<>();
    for (SpendLine line : lines) {
      counts.merge(line.attribution().name(), line.lines(), Long::sum);
    }
    String best = "";
    long most = -1;
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best;
  }

  /** vCPU-hours billed or metered in the window. */
  double vcpuHours() {
    return vcpuHours(lines);
  }

  /** GB-hours of memory billed or metered in the window. */
  double memoryHours() {
    long units = 0;
    for (SpendLine line : lines) {
      if (line.usageKind() == UsageKind.FARGATE_MEMORY
          || line.usageKind() == UsageKind.ECS_ON_EC2_MEMORY) {
        units += line.usageAmount();
      }
    }
    return MoneyUnits.toUsage(units);
  }

  /** Share of the Fargate vCPU-hours that ran on Spot, or null without Fargate usage. */
  @Nullable Double spotShare() {
    long all = 0;
    long spot = 0;
    for (SpendLine line : lines) {
      if (line.usageKind() == UsageKind.FARGATE_VCPU) {
        all += line.usageAmount();
        if (line.purchaseOption() == PurchaseOption.SPOT) {
          spot += line.usageAmount();
        }
      }
    }
    return all == 0 ? null : (double) spot / all;
  }

  /** Hours of the window from the service's first day on. */
  double hours() {
    return days * 24.0;
  }

  /** One row per day, with task-hours where the task's size is known. */
  List<DailyCostRow> daily(ServiceKey key, @Nullable Double taskVcpu) {
    Map<LocalDate, List<SpendLine>> byDay = new TreeMap<>();
    for (SpendLine line : lines) {
      byDay.computeIfAbsent(line.day(), day -> new ArrayList<>()).add(line);
    }
    List<DailyCostRow> rows = new ArrayList<>();
    byDay.forEach(
        (day, ofDay) -> {
          double vcpuHours = vcpuHours(ofDay);
          rows.add(
              new DailyCostRow(
                  key.accountId(),
                  key.region(),
                  key.clusterName(),
                  key.serviceName(),
                  day,
                  spend.currency(),
                  MoneyUnits.toCurrency(ofDay.stream().mapToLong(SpendLine::billed).sum()),
                  MoneyUnits.toCurrency(ofDay.stream().mapToLong(SpendLine::effective).sum()),
                  MoneyUnits.toCurrency(ofDay.stream().mapToLong(SpendLine::list).sum()),
                  taskVcpu == null || vcpuHours == 0 ? null : vcpuHours / taskVcpu));
        });
    return rows;
  }

  private static double vcpuHours(List<SpendLine> lines) {
    long units = 0;
    for (SpendLine line : lines) {
      if (line.usageKind() == UsageKind.FARGATE_VCPU
          || line.usageKind() == UsageKind.ECS_ON_EC2_VCPU) {
        units += line.usageAmount();
      }
    }
    return MoneyUnits.toUsage(units);
  }

  /** Whether the line is a cost of running, not a fee, tax, credit or refund. */
  static boolean isRunCost(SpendLine line) {
    return switch (line.chargeType()) {
      case "Tax",
          "Fee",
          "Credit",
          "Refund",
          "RIFee",
          "SavingsPlanRecurringFee",
          "SavingsPlanUpfrontFee" ->
          false;
      default -> true;
    };
  }
}
