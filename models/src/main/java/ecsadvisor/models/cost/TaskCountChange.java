package ecsadvisor.models.cost;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.MetricDays;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.Usage;
import ecsadvisor.models.stats.DayScaling;
import ecsadvisor.models.stats.LogBuckets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** A service as it would be had it always run another number of tasks. The bill stays as it is. */
final class TaskCountChange {
  private static final int HOURS = 24;
  private static final int MINUTES = 24 * 60;

  private TaskCountChange() {}

  /** The service with no task at all, and nothing that would start one. */
  static ServiceFacts stopped(ServiceFacts service, ServiceConfig config) {
    Scaling scaling = config.scaling() == null ? null : new Scaling(0, 0, List.of(), List.of());
    TreeSet<LocalDate> days = new TreeSet<>();
    List<MetricDays> metrics = new ArrayList<>();
    for (MetricDays metric : service.usage().metrics()) {
      metric.days().forEach(day -> days.add(day.day()));
      if (metric.metric() != Metric.RUNNING_TASKS) {
        metrics.add(metric);
      }
    }
    List<DayUsage> none = days.stream().map(TaskCountChange::empty).toList();
    metrics.add(new MetricDays(Metric.RUNNING_TASKS, "", none));
    return service
        .withConfig(counted(config, 0, 0).withScaling(scaling))
        .withUsage(new Usage(metrics));
  }

  /** The service with its fixed number of tasks raised, the same work spread over all of them. */
  static ServiceFacts raised(ServiceFacts service, ServiceConfig config, int before, int after) {
    double factor = (double) after / before;
    List<MetricDays> metrics = new ArrayList<>();
    for (MetricDays metric : service.usage().metrics()) {
      metrics.add(
          switch (metric.metric()) {
            case RUNNING_TASKS -> times(metric, factor);
            case CPU_SHARE, CPU_UNITS -> times(metric, 1 / factor);
            case MEMORY_SHARE, MEMORY_MIB -> metric;
          });
    }
    return service.withConfig(counted(config, after, after)).withUsage(new Usage(metrics));
  }

  private static MetricDays times(MetricDays metric, double factor) {
    List<DayUsage> days = metric.days().stream().map(day -> DayScaling.times(day, factor)).toList();
    return new MetricDays(metric.metric(), metric.container(), days);
  }

  private static DayUsage empty(LocalDate day) {
    return new DayUsage(
        day,
        MINUTES,
        HOURS,
        0,
        0,
        0,
        0,
        0,
        List.of(LogBuckets.index(0)),
        List.of(MINUTES),
        Collections.nCopies(HOURS, 0.0),
        Collections.nCopies(HOURS, 0.0));
  }

  private static ServiceConfig counted(ServiceConfig config, int desired, int running) {
    return new ServiceConfig(
        config.serviceArn(),
        config.collectedAt(),
        config.launchType(),
        config.capacityProviders(),
        config.schedulingStrategy(),
        desired,
        running,
        config.createdAt(),
        config.tags(),
        config.deployments(),
        config.taskDefinitions(),
        config.scaling(),
        config.scalingKnown(),
        config.outOfMemoryKills(),
        config.layout());
  }
}
