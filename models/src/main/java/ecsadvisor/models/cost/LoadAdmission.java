package ecsadvisor.models.cost;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.Rates;
import ecsadvisor.models.price.TaskSize;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Is enough known of a service to judge how many tasks it runs, and when? Either the case or the
 * refusal with its reasons.
 *
 * @param load the case, or null where it is refused
 * @param refused the refusal, or null where it is not
 */
record LoadAdmission(@Nullable LoadCase load, @Nullable Advice refused) {

  /** The refusal of a case that is refused. */
  Advice refusal() {
    return Objects.requireNonNull(refused);
  }

  /**
   * Admits a service or refuses it.
   *
   * @param minimumDays least days with CPU
   * @param minimumCoverage least minutes with CPU over minutes expected, 0..1
   */
  static LoadAdmission of(
      ServiceFacts service, PriceBook prices, int minimumDays, double minimumCoverage) {
    ServiceConfig config = service.config();
    if (config == null || config.deployments().isEmpty()) {
      return refuse(
          ReasonCode.INVENTORY_MISSING, "ecs-service", "ecs:DescribeServices of the service");
    }
    if (config.schedulingStrategy().equals("DAEMON")) {
      return notApplicable(
          ReasonCode.DAEMON, new Evidence("scheduling", "DAEMON: one task on every instance"));
    }
    LaunchType launchType = Admission.launchType(config, service.spend());
    if (launchType == LaunchType.UNKNOWN) {
      return refuse(
          ReasonCode.INVENTORY_MISSING,
          "ecs-service",
          "the launch type or capacity provider strategy");
    }
    if (launchType != LaunchType.FARGATE && launchType != LaunchType.EC2) {
      return notApplicable(
          ReasonCode.LAUNCH_TYPE_NOT_SIZED, new Evidence("launch_type", launchType.name()));
    }
    if (config.scaling() == null && !config.scalingKnown()) {
      return refuse(
          ReasonCode.SCALING_UNKNOWN,
          "autoscaling-target",
          "application-autoscaling:DescribeScalableTargets of this account and region");
    }
    TaskDefinition definition = config.primaryTaskDefinition();
    TaskSize size = definition == null ? null : TaskReservation.of(definition);
    boolean hasUnits = !service.usage().days(Metric.CPU_UNITS).isEmpty();
    if (definition == null || size == null || (size.cpuUnits() == 0 && !hasUnits)) {
      return refuse(
          ReasonCode.TASK_SIZE_UNKNOWN,
          "ecs-task-definition",
          "ecs:DescribeTaskDefinition of the running revision");
    }
    SizeTimeline timeline = SizeTimeline.of(service, config, size);
    SizeHistory history = SizeHistory.of(service, timeline, size.cpuUnits() == 0);
    Rates rates = rates(service, launchType, definition, prices);
    if (rates == null) {
      return refuse(
          ReasonCode.PRICE_UNKNOWN, "bill", "the service's lines, or --prices in its currency");
    }
    LoadCase load =
        new LoadCase(
            service,
            config,
            launchType,
            SizingCase.isCpuCapped(launchType, definition),
            size,
            history,
            rates,
            PriceLevel.of(
                rates,
                prices,
                Admission.platform(definition, service.spend()),
                service.window(),
                launchType));
    return shortOfData(load, minimumDays, minimumCoverage);
  }

  private static LoadAdmission shortOfData(LoadCase load, int minimumDays, double minimumCoverage) {
    String remedy = "AWS/ECS CPUUtilization of the service at 60 s, " + minimumDays + " days";
    SizeHistory history = load.history();
    if (load.days() == 0 && history.daysOfUnknownSize() == 0) {
      return refuse(
          history.memoryMetric() == null ? ReasonCode.NO_DATA : ReasonCode.CPU_METRIC_MISSING,
          "utilization",
          remedy);
    }
    List<Evidence> because =
        List.of(
            new Evidence("days", Integer.toString(load.days())),
            new Evidence("coverage", String.format(Locale.ROOT, "%.3f", load.coverage())));
    if (load.days() < minimumDays) {
      return new LoadAdmission(
          null,
          new Advice.NoData(
              Admission.shortHistory(history),
              List.of(new Missing("utilization", remedy)),
              because));
    }
    if (load.coverage() < minimumCoverage) {
      return new LoadAdmission(
          null,
          new Advice.NoData(
              List.of(ReasonCode.LOW_COVERAGE),
              List.of(new Missing("utilization", remedy)),
              because));
    }
    return new LoadAdmission(load, null);
  }

  private static @Nullable Rates rates(
      ServiceFacts service, LaunchType launchType, TaskDefinition definition, PriceBook prices) {
    Platform platform = Admission.platform(definition, service.spend());
    String region = service.key().region();
    return launchType == LaunchType.EC2
        ? Rates.ofEc2(service.spend(), service.window(), prices, region, platform)
        : Rates.ofFargate(service.spend(), service.window(), prices, region, platform);
  }

  private static LoadAdmission refuse(ReasonCode reason, String input, String remedy) {
    return new LoadAdmission(
        null, new Advice.NoData(List.of(reason), List.of(new Missing(input, remedy)), List.of()));
  }

  private static LoadAdmission notApplicable(ReasonCode reason, Evidence evidence) {
    return new LoadAdmission(null, new Advice.NotApplicable(reason, List.of(evidence)));
  }
}
