package ecsadvisor.models.cost;

import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.price.FargateSizes;
import ecsadvisor.models.price.Rates;
import ecsadvisor.models.price.TaskSize;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A service whose size can be judged: everything that the rule needs, gathered.
 *
 * @param service the facts
 * @param config its inventory
 * @param launchType FARGATE or EC2
 * @param definition the running definition
 * @param present the size that its tasks have
 * @param timeline which size they had when
 * @param history what they used
 * @param model how many tasks would run at another size
 * @param rates what the capacity costs
 * @param rule the rule of the service's profile, in the currency of the rates
 * @param settings the control's settings
 * @param priceLevel price level and currency of the rates over those of the settings' money
 * @param minutesAtLimit share of minutes with the hottest task near its CPU limit
 * @param minutesStarved share of minutes with the hottest task at its CPU limit
 */
record SizingCase(
    ServiceFacts service,
    ServiceConfig config,
    LaunchType launchType,
    TaskDefinition definition,
    TaskSize present,
    SizeTimeline timeline,
    SizeHistory history,
    SizeModel model,
    Rates rates,
    SizeRule rule,
    RightSizeTasks.Settings settings,
    double priceLevel,
    double minutesAtLimit,
    double minutesStarved) {

  /** Keeps what is judged at its limit apart from what is proposed, buckets and all. */
  private static final double LIMIT_TOLERANCE = 0.02;

  /** Whether a task cannot use more CPU than it reserves; containers on EC2 may borrow. */
  static boolean isCpuCapped(LaunchType launchType, TaskDefinition definition) {
    return launchType == LaunchType.FARGATE || definition.cpuUnits() != null;
  }

  /** Whether CPU hit its limit so often that its demand is not known from above. */
  boolean isCensored() {
    return minutesAtLimit > settings.censoredMinutesShare();
  }

  /**
   * What the CPU demand is multiplied by where the limit hid it. A service that is scaled on its
   * utilization gets more tasks, not larger ones: with larger tasks it would run fewer of them and
   * be as busy as before.
   */
  double demandFactor() {
    boolean isStarved = minutesStarved > settings.starvedMinutesShare();
    return isStarved && !(model instanceof JointScaling) ? settings.starvedDemandFactor() : 1;
  }

  /** The size on that day, or null where it is not known. */
  @Nullable TaskSize sizeOn(LocalDate day) {
    return timeline.on(day);
  }

  /** The day of the history, or null. */
  @Nullable SizedDay day(LocalDate date) {
    for (SizedDay day : history.days()) {
      if (day.day().equals(date)) {
        return day;
      }
    }
    return null;
  }

  /** Cost of the service's tasks for a month at that size. */
  double monthlyCost(TaskSize size) {
    return rates.monthly(size, model.tasks(size));
  }

  /** The sizes that the service could have, judged on those days. */
  List<SizeOption> options(SizeHistory days) {
    SizeNeed now = need(days, present);
    MemoryFloor floor = memoryFloor(now.memoryMiB());
    List<SizeOption> options = new ArrayList<>();
    for (TaskSize size : sizes(now, floor)) {
      options.add(
          new SizeOption(
              size,
              scoredCost(size),
              size.equals(present) ? now : need(days, size),
              Math.max(floor.memoryMiB(), withAgentMiB(size, now)),
              isCensored() ? present.cpuUnits() : 0,
              model.isPossible(size) && !wouldStarve(size, days)));
    }
    return options;
  }

  /** Memory that a task of that size needs with an agent that is not in its use yet; else 0. */
  private double withAgentMiB(TaskSize size, SizeNeed need) {
    boolean keepsRoom =
        settings.guardDutyHeadRoom()
            && GuardDutyAgent.mayCome(service, launchType, definition.platform());
    return keepsRoom
        ? rule.memoryFloorFactor() * need.memoryMiB() + GuardDutyAgent.memoryMiB(size)
        : 0;
  }

  /** What a task would need at that size, by those days. */
  private SizeNeed need(SizeHistory days, TaskSize size) {
    ToDoubleFunction<SizedDay> cpu =
        day -> demandFactor() * day.cpuP99() * model.cpuFactor(day, size);
    return rule.need(
        new NeedDays(
            days.cpu(cpu),
            days.last(rule.recentDays()).cpu(cpu),
            days.memory(day -> day.memoryMax() * model.memoryFactor(day, size)),
            demandFactor() * days.meanVcpu() * model.tasks(present)));
  }

  /** Memory that the task must have whatever the rule says. */
  MemoryFloor memoryFloor(double memoryMiB) {
    double kills =
        MemoryFloor.afterKills(
            config,
            service.window(),
            definition,
            present,
            memoryMiB,
            settings.killedMemoryFactor());
    return new MemoryFloor(kills, heapMiB(memoryMiB), plan().memoryFloorMiB());
  }

  /** How the containers share a task size. */
  ContainerPlan plan() {
    List<ContainerNeed> needs = ContainerNeed.of(service, definition, rule);
    double[] memory = new double[needs.size()];
    for (int i = 0; i < memory.length; i++) {
      ContainerNeed need = needs.get(i);
      double heap = heapMiB(need.container(), need.memoryMiB());
      memory[i] = Math.max(rule.memoryFloorFactor() * need.memoryMiB(), heap);
    }
    return new ContainerPlan(definition, present, needs, memory);
  }

  private double heapMiB(double memoryMiB) {
    double floor = 0;
    double others = 0;
    for (ContainerNeed need : ContainerNeed.of(service, definition, rule)) {
      Container container = need.container();
      double seen = Double.isNaN(need.memoryMiB()) ? memoryMiB : need.memoryMiB();
      if (container.jvm() != null) {
        floor += heapMiB(container, seen);
      } else if (!Double.isNaN(need.memoryMiB())) {
        others += need.memoryMiB();
      } else {
        others += TaskReservation.memoryMiB(container);
      }
    }
    return floor == 0 ? 0 : floor + others;
  }

  private double heapMiB(Container container, double memoryMiB) {
    Integer hard = container.memoryMiB();
    return MemoryFloor.ofHeap(
        container.jvm(),
        hard == null ? present.memoryMiB() : hard,
        memoryMiB,
        settings.jvmNonHeapShare(),
        settings.jvmNonHeapMiB());
  }

  private List<TaskSize> sizes(SizeNeed need, MemoryFloor floor) {
    if (launchType == LaunchType.EC2) {
      double memory = Math.max(rule.memoryFloorFactor() * need.memoryMiB(), floor.memoryMiB());
      return Ec2Sizes.around(present, need.vcpuFloor(), memory);
    }
    List<TaskSize> sizes = FargateSizes.of(definition.platform());
    if (sizes.contains(present)) {
      return sizes;
    }
    List<TaskSize> withPresent = new ArrayList<>(sizes);
    withPresent.add(present);
    return withPresent;
  }

  /** Whether less CPU would keep the service at its limit, so that it had to grow again. */
  private boolean wouldStarve(TaskSize size, SizeHistory days) {
    if (size.cpuUnits() >= present.cpuUnits() || !isCpuCapped(launchType, definition)) {
      return false;
    }
    double level = (settings.starvedShare() - LIMIT_TOLERANCE) * size.vcpu() / demandFactor();
    return days.minutesAbove(level, day -> model.cpuFactor(day, size))
        > settings.starvedMinutesShare();
  }

  /**
   * A service that runs a tenth of the time also has a tenth of the risk, so below one task cost is
   * scored as of one task; free capacity is scored at its list price.
   */
  private double scoredCost(TaskSize size) {
    double tasks = model.tasks(present);
    double perTask = tasks > 0 ? model.tasks(size) / tasks : 1;
    double scored = Math.max(tasks, 1) * perTask;
    double cost = rates.monthly(size, scored);
    return rates.vcpuHour() > 0 && rates.memoryGbHour() > 0
        ? cost
        : rates.monthlyList(size, scored);
  }
}
