package ecsadvisor.jobs.finding;

import ecsadvisor.models.cost.CostDay;
import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.cost.UseInstanceSpot;
import ecsadvisor.models.cost.spot.SpotShare;
import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.SpendHours;
import ecsadvisor.models.fact.SpendLine;
import ecsadvisor.models.fact.UsageKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A service for the controls of shared things, from its facts before and after all advice. */
final class FleetServiceOf {
  private final ServiceView before;
  private final ServiceView after;
  private final double keptCost;
  private final Map<LocalDate, double[]> tasksBefore;
  private final Map<LocalDate, double[]> tasksAfter;

  private FleetServiceOf(ServiceView before, ServiceView after, double keptCost) {
    this.before = before;
    this.after = after;
    this.keptCost = keptCost;
    this.tasksBefore = hourlyTasks(before.facts());
    this.tasksAfter = hourlyTasks(after.facts());
  }

  /**
   * The service.
   *
   * @param before as it is
   * @param after as its advice would leave it
   * @param keptCost share of its cost that the advice leaves, 0..1
   */
  static FleetService of(ServiceView before, ServiceView after, double keptCost) {
    return new FleetServiceOf(before, after, keptCost).service();
  }

  private FleetService service() {
    ServiceFacts facts = before.facts();
    Spend spend = facts.spend();
    ServiceCost cost = before.cost();
    Double now = before.runningTasks();
    Double next = after(now);
    return new FleetService(
        facts.key(),
        facts.profile(),
        facts.owner(),
        facts.environment(),
        before.launchType(),
        spend == null ? "" : spend.currency(),
        spend == null ? "" : spend.payerAccountId(),
        facts.config(),
        reservation(before),
        reservation(after),
        now,
        next,
        peak(tasksBefore, now),
        peak(tasksAfter, next),
        cost == null ? null : cost.monthly(),
        cost == null ? null : Double.valueOf(cost.monthly() * keptCost),
        spotShare(facts.config(), now),
        spotShare(after.facts().config(), next),
        hours(),
        hoursAfter(now, next),
        costDays(),
        facts.requests(),
        before.utilization().daysObserved());
  }

  private static FleetService.@Nullable Reservation reservation(ServiceView view) {
    Integer cpuUnits = view.cpuUnits();
    Integer memoryMiB = view.memoryMiB();
    return memoryMiB == null
        ? null
        : new FleetService.Reservation(cpuUnits == null ? 0 : cpuUnits, memoryMiB);
  }

  /** Telemetry says how many tasks the advice leaves; without it the wanted number does. */
  private @Nullable Double after(@Nullable Double now) {
    Double measured = before.utilization().runningTasks();
    Double next = after.utilization().runningTasks();
    if (measured != null && next != null && now != null) {
      return measured == 0 ? next : Double.valueOf(now * next / measured);
    }
    ServiceConfig config = after.facts().config();
    return config != null && config.desiredCount() == 0 ? Double.valueOf(0) : now;
  }

  private static @Nullable Double peak(Map<LocalDate, double[]> tasks, @Nullable Double mean) {
    double peak = 0;
    for (double[] day : tasks.values()) {
      for (double hour : day) {
        peak = Double.isNaN(hour) ? peak : Math.max(peak, hour);
      }
    }
    return tasks.isEmpty() ? mean : Double.valueOf(Math.max(peak, mean == null ? 0 : mean));
  }

  private static Map<LocalDate, double[]> hourlyTasks(ServiceFacts facts) {
    Map<LocalDate, double[]> days = new HashMap<>();
    for (DayUsage day : facts.usage().days(Metric.RUNNING_TASKS)) {
      if (facts.window().contains(day.day())) {
        days.put(day.day(), day.hourMeans().stream().mapToDouble(Double::doubleValue).toArray());
      }
    }
    return days;
  }

  /** Share of the tasks on capacity that can be taken away; 0 where no strategy says so. */
  static double spotShare(@Nullable ServiceConfig config, @Nullable Double tasks) {
    if (config == null || config.capacityProviders().isEmpty()) {
      return 0;
    }
    return SpotShare.of(
        config.capacityProviders(),
        tasks == null ? config.desiredCount() : tasks,
        FleetServiceOf::isSpot);
  }

  private static boolean isSpot(String capacityProvider) {
    return capacityProvider.equals(SpotShare.FARGATE_SPOT)
        || capacityProvider.endsWith(UseInstanceSpot.SPOT_SUFFIX);
  }

  private List<SpendHours> hours() {
    Spend spend = before.facts().spend();
    if (spend == null) {
      return List.of();
    }
    return spend.hours().stream()
        .filter(hours -> before.facts().window().contains(hours.day()))
        .toList();
  }

  /** Each hour times what the advice leaves of its tasks, their size and their share on demand. */
  private List<SpendHours> hoursAfter(@Nullable Double now, @Nullable Double next) {
    double overall = now == null || next == null || now == 0 ? 1 : next / now;
    double size = sizeFactor();
    double spotBefore = spotShare(before.facts().config(), now);
    double spotAfter = spotShare(after.facts().config(), next);
    double onDemand = spotBefore >= 1 ? 1 : Math.max(0, (1 - spotAfter) / (1 - spotBefore));
    List<SpendHours> all = new ArrayList<>();
    for (SpendHours hours : hours()) {
      List<Long> list = new ArrayList<>();
      for (int hour = 0; hour < hours.list().size(); hour++) {
        double factor = tasksFactor(hours.day(), hour, overall) * size * onDemand;
        list.add(Math.round(hours.list().get(hour) * Math.min(1, factor)));
      }
      all.add(new SpendHours(hours.day(), hours.purchaseOption(), list));
    }
    return all;
  }

  private double tasksFactor(LocalDate day, int hour, double overall) {
    double[] old = tasksBefore.get(day);
    double[] next = tasksAfter.get(day);
    if (old == null || next == null || hour >= old.length || hour >= next.length) {
      return overall;
    }
    double factor = next[hour] / old[hour];
    return Double.isFinite(factor) ? factor : overall;
  }

  /** Cost of the size proposed over the present one, a vCPU counting as much as 9 GiB. */
  private double sizeFactor() {
    FleetService.Reservation old = reservation(before);
    FleetService.Reservation next = reservation(after);
    if (old == null || next == null || before.launchType() != LaunchType.FARGATE) {
      return 1;
    }
    double nowCost = value(old);
    return nowCost <= 0 ? 1 : value(next) / nowCost;
  }

  /** Fargate's prices on Linux: a vCPU-hour costs about nine times a GiB-hour, in every region. */
  private static double value(FleetService.Reservation size) {
    return 9 * (size.cpuUnits() / 1024.0) + size.memoryMiB() / 1024.0;
  }

  private List<CostDay> costDays() {
    Spend spend = before.facts().spend();
    if (spend == null) {
      return List.of();
    }
    Map<LocalDate, Map<UsageKind, long[]>> days = new TreeMap<>();
    for (SpendLine line : spend.lines()) {
      if (!ServiceCost.isRunCost(line)) {
        continue;
      }
      long[] sums =
          days.computeIfAbsent(line.day(), day -> new TreeMap<>())
              .computeIfAbsent(line.usageKind(), kind -> new long[2]);
      sums[0] += line.effective();
      sums[1] += line.usageAmount();
    }
    List<CostDay> all = new ArrayList<>();
    days.forEach(
        (day, kinds) ->
            kinds.forEach((kind, sums) -> all.add(new CostDay(day, kind, sums[0], sums[1]))));
    all.sort(Comparator.comparing(CostDay::day));
    return all;
  }
}
