package ecsadvisor.models.cost;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.SpendLine;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.Rates;
import ecsadvisor.models.price.TaskSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Is enough known of a service to judge its size? Either the case or the refusal with its reasons.
 *
 * @param sizing the case, or null where it is refused
 * @param refused the refusal, or null where it is not
 */
record Admission(@Nullable SizingCase sizing, @Nullable Advice refused) {
  private static final Missing UTILIZATION =
      new Missing(
          "utilization", "AWS/ECS CPUUtilization and MemoryUtilization of the service, 32 days");

  /** The refusal of a case that is refused. */
  Advice refusal() {
    return Objects.requireNonNull(refused);
  }

  static Admission of(ServiceFacts service, RightSizeTasks.Settings settings, PriceBook prices) {
    ServiceConfig config = service.config();
    if (config == null || config.deployments().isEmpty()) {
      return refuse(
          List.of(ReasonCode.INVENTORY_MISSING),
          new Missing("ecs-service", "ecs:DescribeServices with the service's deployments"));
    }
    LaunchType launchType = launchType(config, service.spend());
    if (launchType == LaunchType.MANAGED_INSTANCES || launchType == LaunchType.EXTERNAL) {
      return new Admission(
          null,
          new Advice.NotApplicable(
              ReasonCode.LAUNCH_TYPE_NOT_SIZED,
              List.of(new Evidence("launch_type", launchType.name()))));
    }
    if (launchType == LaunchType.UNKNOWN) {
      return refuse(
          List.of(ReasonCode.INVENTORY_MISSING),
          new Missing("ecs-service", "the launch type or capacity provider strategy"));
    }
    TaskDefinition definition = config.primaryTaskDefinition();
    TaskSize present = definition == null ? null : TaskReservation.of(definition);
    boolean isBursting = present != null && present.cpuUnits() == 0;
    if (definition == null
        || present == null
        || (isBursting && service.usage().days(Metric.CPU_UNITS).isEmpty())) {
      return refuse(
          List.of(ReasonCode.TASK_SIZE_UNKNOWN),
          new Missing("ecs-task-definition", "ecs:DescribeTaskDefinition of the running revision"));
    }
    if (SizeTimeline.isMixed(config, present)) {
      return refuse(
          List.of(ReasonCode.RECENT_TASKDEF_CHANGE),
          new Missing("utilization", "tasks of two sizes run; wait until the rollout is over"));
    }
    SizeTimeline timeline = SizeTimeline.of(service, config, present);
    SizeHistory history = SizeHistory.of(service, timeline, isBursting);
    if (timeline.daysSinceChange(service.window().asOf()) < settings.minimumDays()) {
      return refuse(
          List.of(ReasonCode.RECENT_TASKDEF_CHANGE),
          new Missing(
              "utilization", settings.minimumDays() + " days since the task size was changed"));
    }
    Admission shortOfData = shortOfData(history, settings);
    if (shortOfData != null) {
      return shortOfData;
    }
    return priced(
        service, config, launchType, definition, present, timeline, history, settings, prices);
  }

  /** Why a history is too short: its own age, and a change of size where one cut it. */
  static List<ReasonCode> shortHistory(SizeHistory history) {
    return history.daysOfUnknownSize() > 0
        ? List.of(ReasonCode.RECENT_TASKDEF_CHANGE, ReasonCode.SHORT_HISTORY)
        : List.of(ReasonCode.SHORT_HISTORY);
  }

  private static @Nullable Admission shortOfData(
      SizeHistory history, RightSizeTasks.Settings settings) {
    boolean hasCpu = history.cpuMetric() != null;
    boolean hasMemory = history.memoryMetric() != null;
    if (!hasCpu && !hasMemory) {
      return refuse(List.of(ReasonCode.NO_DATA), UTILIZATION);
    }
    if (!hasMemory) {
      return refuse(
          List.of(ReasonCode.MEMORY_METRIC_MISSING),
          new Missing("utilization", "AWS/ECS MemoryUtilization of the service"));
    }
    if (!hasCpu) {
      return refuse(
          List.of(ReasonCode.CPU_METRIC_MISSING),
          new Missing("utilization", "AWS/ECS CPUUtilization of the service"));
    }
    List<Evidence> because = seen(history);
    if (history.completeDays() < settings.minimumDays()) {
      Missing days =
          new Missing(
              "utilization",
              settings.minimumDays() + " days of CPU and memory at a known task size");
      return new Admission(null, new Advice.NoData(shortHistory(history), List.of(days), because));
    }
    if (history.coverage() < settings.minimumCoverage()) {
      return new Admission(
          null, new Advice.NoData(List.of(ReasonCode.LOW_COVERAGE), List.of(UTILIZATION), because));
    }
    return null;
  }

  private static List<Evidence> seen(SizeHistory history) {
    return List.of(
        new Evidence("days", Integer.toString(history.completeDays())),
        new Evidence("days_of_unknown_task_size", Integer.toString(history.daysOfUnknownSize())),
        new Evidence("coverage", String.format(Locale.ROOT, "%.3f", history.coverage())));
  }

  private static Admission priced(
      ServiceFacts service,
      ServiceConfig config,
      LaunchType launchType,
      TaskDefinition definition,
      TaskSize present,
      SizeTimeline timeline,
      SizeHistory history,
      RightSizeTasks.Settings settings,
      PriceBook prices) {
    if (config.scaling() == null && !config.scalingKnown() && countVaries(service)) {
      return refuse(
          List.of(ReasonCode.SCALING_UNKNOWN),
          new Missing("autoscaling-target", "application-autoscaling:DescribeScalableTargets"));
    }
    TrackedMetric tracked = TrackedMetric.of(config.scaling());
    double tasks = FixedCount.meanTasks(config, history);
    SizeModel model =
        tracked.followsSize() && config.scaling() != null
            ? JointScaling.of(config.scaling(), tracked, present, history, tasks)
            : new FixedCount(tasks, tracked.isOpaque() ? present.cpuUnits() : 0);
    if (model == null) {
      return refuse(
          List.of(ReasonCode.AUTOSCALED_ON_METRIC),
          new Missing("utilization", "the number of running tasks by hour (SampleCount at 60 s)"));
    }
    Platform platform = platform(definition, service.spend());
    String region = service.key().region();
    Rates rates =
        launchType == LaunchType.EC2
            ? Rates.ofEc2(service.spend(), service.window(), prices, region, platform)
            : Rates.ofFargate(service.spend(), service.window(), prices, region, platform);
    if (rates == null) {
      return refuse(
          List.of(ReasonCode.PRICE_UNKNOWN),
          new Missing("bill", "Fargate lines of the service, or --prices in the bill's currency"));
    }
    SizeRule rule = settings.rule(service.profile());
    double level = PriceLevel.of(rates, prices, platform, service.window(), launchType);
    boolean isCapped = SizingCase.isCpuCapped(launchType, definition);
    double atLimit = isCapped ? minutesAbove(settings.censoredShare(), history, present) : 0;
    double starved = isCapped ? minutesAbove(settings.starvedShare(), history, present) : 0;
    return new Admission(
        new SizingCase(
            service,
            config,
            launchType,
            definition,
            present,
            timeline,
            history,
            model,
            rates,
            rule.atPriceLevel(level),
            settings,
            level,
            atLimit,
            starved),
        null);
  }

  private static double minutesAbove(double share, SizeHistory history, TaskSize present) {
    return history.minutesAbove(share * present.vcpu(), day -> 1);
  }

  private static boolean countVaries(ServiceFacts service) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (DayUsage day : service.usage().days(Metric.RUNNING_TASKS)) {
      for (double tasks : day.hourMeans()) {
        if (!Double.isNaN(tasks)) {
          least = Math.min(least, tasks);
          most = Math.max(most, tasks);
        }
      }
    }
    return most > least + 0.5;
  }

  /** Where the tasks run, from the inventory, else from what the bill has lines of. */
  static LaunchType launchType(ServiceConfig config, @Nullable Spend spend) {
    if (config.launchType() != LaunchType.UNKNOWN || spend == null) {
      return config.launchType();
    }
    for (SpendLine line : spend.lines()) {
      if (line.usageKind() == UsageKind.FARGATE_VCPU) {
        return LaunchType.FARGATE;
      }
      if (line.usageKind() == UsageKind.ECS_ON_EC2_VCPU) {
        return LaunchType.EC2;
      }
    }
    return LaunchType.UNKNOWN;
  }

  /** What the tasks run on, from the definition, else from the bill. */
  static Platform platform(TaskDefinition definition, @Nullable Spend spend) {
    if (definition.platform() != Platform.UNKNOWN || spend == null) {
      return definition.platform();
    }
    for (SpendLine line : spend.lines()) {
      if (line.platform() != Platform.UNKNOWN) {
        return line.platform();
      }
    }
    return Platform.UNKNOWN;
  }

  private static Admission refuse(List<ReasonCode> reasons, Missing missing) {
    List<ReasonCode> codes = new ArrayList<>(reasons);
    return new Admission(null, new Advice.NoData(codes, List.of(missing), List.of()));
  }
}
