package ecsadvisor.models.cost;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Confidence;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.Rates;
import ecsadvisor.models.price.TaskSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service runs and what that costs, counted as {@link RightSizeTasks} counts it, so that the
 * controls' costs follow on one another.
 *
 * @param service its facts
 * @param config the inventory's view
 * @param definition the revision that runs
 * @param launchType where it runs
 * @param platform what it runs on
 * @param size what a task reserves; no CPU where an EC2 task reserves none
 * @param tasks mean number of running tasks, hours without tasks included
 * @param rates what a vCPU-hour and a GB-hour cost
 * @param confidence how much telemetry there is
 */
record RunningService(
    ServiceFacts service,
    ServiceConfig config,
    TaskDefinition definition,
    LaunchType launchType,
    Platform platform,
    TaskSize size,
    double tasks,
    Rates rates,
    Confidence confidence) {

  /** Withheld, because the inventory does not have the service. */
  static final Advice NO_INVENTORY =
      new Advice.NoData(
          List.of(ReasonCode.INVENTORY_MISSING),
          List.of(
              new Missing("ecs-service", "ecs:DescribeServices with the service's deployments")),
          List.of());

  /**
   * The service, or null where its size or its price is not known.
   *
   * @param config the inventory's view, with at least one deployment
   */
  static @Nullable RunningService of(ServiceFacts service, ServiceConfig config, PriceBook prices) {
    TaskDefinition definition = config.primaryTaskDefinition();
    TaskSize size = definition == null ? null : TaskReservation.of(definition);
    if (definition == null || size == null) {
      return null;
    }
    LaunchType launchType = Admission.launchType(config, service.spend());
    Platform platform = Admission.platform(definition, service.spend());
    String region = service.key().region();
    Rates rates =
        launchType == LaunchType.EC2
            ? Rates.ofEc2(service.spend(), service.window(), prices, region, platform)
            : Rates.ofFargate(service.spend(), service.window(), prices, region, platform);
    if (rates == null) {
      return null;
    }
    boolean bursts = size.cpuUnits() == 0;
    if (bursts && service.usage().days(Metric.CPU_UNITS).isEmpty()) {
      return null;
    }
    SizeTimeline timeline = SizeTimeline.of(service, config, size);
    SizeHistory history = SizeHistory.of(service, timeline, bursts);
    return new RunningService(
        service,
        config,
        definition,
        launchType,
        platform,
        size,
        FixedCount.meanTasks(config, history),
        rates,
        history.confidence(service.window()));
  }

  /** Why {@link #of} gave null. */
  static Advice refusal(ServiceConfig config) {
    TaskDefinition definition = config.primaryTaskDefinition();
    if (definition == null || TaskReservation.of(definition) == null) {
      return new Advice.NoData(
          List.of(ReasonCode.TASK_SIZE_UNKNOWN),
          List.of(
              new Missing(
                  "ecs-task-definition", "ecs:DescribeTaskDefinition of the running revision")),
          List.of());
    }
    return new Advice.NoData(
        List.of(ReasonCode.PRICE_UNKNOWN),
        List.of(new Missing("bill", "lines of the service, or --prices in the bill's currency")),
        List.of());
  }

  /** Effective cost of a month. */
  double monthlyCost() {
    return rates.monthly(size, tasks);
  }

  /** The same at list price. */
  double monthlyList() {
    return rates.monthlyList(size, tasks);
  }
}
