package ecsadvisor.jobs.finding;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.RequestDay;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.SpendLine;
import ecsadvisor.models.fact.UsageKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The days of a service's compute on the bill, also those before the window. */
final class ServiceDays {
  /** Days before the last one that are kept: measuring needs eight weeks and what lies between. */
  private static final int KEPT_DAYS = 91;

  private final Map<LocalDate, Double> taskHours = new HashMap<>();
  private final Map<LocalDate, Double> cpuShares = new HashMap<>();
  private final Map<LocalDate, Double> requests = new HashMap<>();
  private final boolean autoScaled;

  private ServiceDays(ServiceFacts facts) {
    for (DayUsage day : facts.usage().days(Metric.RUNNING_TASKS)) {
      put(taskHours, day.day(), day.hourMeans());
    }
    facts
        .usage()
        .days(Metric.CPU_SHARE)
        .forEach(
            day -> {
              if (day.hourMeans().stream().allMatch(Double::isFinite)) {
                cpuShares.put(day.day(), day.mean());
              }
            });
    for (RequestDay day : facts.requests()) {
      put(requests, day.day(), day.hours());
    }
    autoScaled =
        facts.config() != null
            && facts.config().scaling() != null
            && !facts.config().scaling().policies().isEmpty();
  }

  /** The days in order; none without a bill. */
  static List<ServiceDay> of(ServiceFacts facts) {
    Spend spend = facts.spend();
    if (spend == null) {
      return List.of();
    }
    LocalDate first = facts.window().asOf().minusDays(KEPT_DAYS - 1L);
    SortedMap<LocalDate, List<SpendLine>> byDay = new TreeMap<>();
    for (SpendLine line : spend.lines()) {
      boolean isNear = !line.day().isBefore(first) && !line.day().isAfter(facts.window().asOf());
      if (isNear && isCompute(line.usageKind()) && ServiceCost.isRunCost(line)) {
        byDay.computeIfAbsent(line.day(), day -> new ArrayList<>()).add(line);
      }
    }
    ServiceDays known = new ServiceDays(facts);
    List<ServiceDay> days = new ArrayList<>();
    byDay.forEach((day, lines) -> days.add(known.day(day, lines)));
    return List.copyOf(days);
  }

  private ServiceDay day(LocalDate day, List<SpendLine> lines) {
    long cost = 0;
    long vcpu = 0;
    long memory = 0;
    long spot = 0;
    long fargateVcpu = 0;
    long list = 0;
    long covered = 0;
    long vcpuList = 0;
    TreeSet<String> architectures = new TreeSet<>();
    TreeSet<String> launchTypes = new TreeSet<>();
    for (SpendLine line : lines) {
      boolean isSpot = line.purchaseOption() == PurchaseOption.SPOT;
      cost += line.effective();
      list += isSpot ? 0 : line.list();
      covered += isCovered(line.purchaseOption()) ? line.list() : 0;
      if (line.platform() != Platform.UNKNOWN && line.usageAmount() > 0) {
        architectures.add(line.platform().name());
      }
      if (line.usageKind() == UsageKind.FARGATE_VCPU) {
        vcpu += line.usageAmount();
        fargateVcpu += line.usageAmount();
        spot += isSpot ? line.usageAmount() : 0;
        vcpuList += isSpot ? 0 : line.list();
        launchTypes.add("FARGATE");
      } else if (line.usageKind() == UsageKind.ECS_ON_EC2_VCPU) {
        vcpu += line.reservedUsage() > 0 ? line.reservedUsage() : line.usageAmount();
        launchTypes.add("EC2");
      } else if (line.usageKind() == UsageKind.FARGATE_MEMORY) {
        memory += line.usageAmount();
      }
    }
    double vcpuHours = MoneyUnits.toUsage(vcpu);
    return new ServiceDay(
        day,
        MoneyUnits.toCurrency(cost),
        vcpuHours,
        MoneyUnits.toUsage(memory),
        taskHours.get(day),
        load(day, vcpuHours),
        String.join("+", architectures),
        String.join("+", launchTypes),
        fargateVcpu == 0 ? null : Double.valueOf((double) spot / fargateVcpu),
        list == 0 ? null : Double.valueOf((double) covered / list),
        fargateVcpu <= spot
            ? null
            : Double.valueOf(
                MoneyUnits.toCurrency(vcpuList) / MoneyUnits.toUsage(fargateVcpu - spot)),
        autoScaled);
  }

  private @Nullable Double load(LocalDate day, double vcpuHours) {
    if (requests.containsKey(day)) {
      return requests.get(day);
    }
    Double share = cpuShares.get(day);
    return share == null ? null : Double.valueOf(share * vcpuHours);
  }

  /** Only days of which every hour is known are whole. */
  private static void put(Map<LocalDate, Double> sums, LocalDate day, List<Double> hours) {
    if (hours.size() == 24 && hours.stream().allMatch(Double::isFinite)) {
      sums.put(day, hours.stream().mapToDouble(Double::doubleValue).sum());
    }
  }

  private static boolean isCovered(PurchaseOption option) {
    return option == PurchaseOption.SAVINGS_PLAN || option == PurchaseOption.RESERVED;
  }

  private static boolean isCompute(UsageKind kind) {
    return switch (kind) {
      case FARGATE_VCPU,
          FARGATE_MEMORY,
          FARGATE_OS_LICENCE,
          FARGATE_EPHEMERAL_STORAGE,
          ECS_ON_EC2_VCPU,
          ECS_ON_EC2_MEMORY,
          ECS_MANAGED_INSTANCES_FEE ->
          true;
      default -> false;
    };
  }
}
