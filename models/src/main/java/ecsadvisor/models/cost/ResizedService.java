package ecsadvisor.models.cost;

import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.Deployment;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.MetricDays;
import ecsadvisor.models.fact.OutOfMemoryKill;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.fact.Usage;
import ecsadvisor.models.price.TaskSize;
import ecsadvisor.models.stats.DayScaling;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The service as a change of size would leave it, as if its tasks had always had that size: its
 * definition, its shares of the new reservation, its number of tasks. The bill stays as it is.
 */
final class ResizedService {
  private final SizingCase sizing;
  private final TaskSize size;
  private final List<Container> containers;

  ResizedService(SizingCase sizing, TaskSize size, List<Container> containers) {
    this.sizing = sizing;
    this.size = size;
    this.containers = containers;
  }

  ServiceFacts facts() {
    ServiceFacts service = sizing.service();
    return new ServiceFacts(
        service.key(),
        service.window(),
        service.profile(),
        service.owner(),
        service.environment(),
        config(),
        service.spend(),
        usage(),
        service.requests());
  }

  private ServiceConfig config() {
    ServiceConfig config = sizing.config();
    TaskDefinition old = sizing.definition();
    TaskDefinition definition =
        old.withSize(
            old.cpuUnits() == null ? null : Integer.valueOf(size.cpuUnits()),
            old.memoryMiB() == null ? null : Integer.valueOf(size.memoryMiB()),
            containers);
    List<TaskDefinition> definitions = new ArrayList<>();
    for (TaskDefinition other : config.taskDefinitions()) {
      definitions.add(other.arn().equals(old.arn()) ? definition : other);
    }
    return new ServiceConfig(
        config.serviceArn(),
        config.collectedAt(),
        config.launchType(),
        config.capacityProviders(),
        config.schedulingStrategy(),
        config.desiredCount(),
        config.runningCount(),
        config.createdAt(),
        config.tags(),
        deployments(config),
        definitions,
        config.scaling(),
        config.scalingKnown(),
        kills(config),
        config.layout());
  }

  private List<Deployment> deployments(ServiceConfig config) {
    List<Deployment> deployments = new ArrayList<>(config.deployments());
    Deployment primary = deployments.get(0);
    Instant windowStart =
        sizing.service().window().firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant created = primary.createdAt();
    if (created != null && created.isAfter(windowStart)) {
      deployments.set(
          0,
          new Deployment(
              primary.status(),
              primary.taskDefinitionArn(),
              primary.desiredCount(),
              primary.runningCount(),
              windowStart,
              primary.platformVersion()));
    }
    return deployments;
  }

  /** Kills keep the limit that they hit, not that of the new size. */
  private List<OutOfMemoryKill> kills(ServiceConfig config) {
    List<OutOfMemoryKill> kills = new ArrayList<>();
    for (OutOfMemoryKill kill : config.outOfMemoryKills()) {
      int limit = MemoryFloor.limitMiB(kill, sizing.definition(), sizing.present());
      kills.add(new OutOfMemoryKill(kill.container(), kill.stoppedAt(), limit));
    }
    return kills;
  }

  private Usage usage() {
    List<MetricDays> metrics = new ArrayList<>();
    for (MetricDays metric : sizing.service().usage().metrics()) {
      metrics.add(
          metric.container().isEmpty()
              ? new MetricDays(metric.metric(), "", days(metric))
              : metric);
    }
    return new Usage(metrics);
  }

  private List<DayUsage> days(MetricDays metric) {
    List<DayUsage> days = new ArrayList<>();
    for (DayUsage day : metric.days()) {
      SizedDay sized = sizing.day(day.day());
      DayUsage resized = sized == null ? day : resized(metric.metric(), day, sized);
      if (resized != null) {
        days.add(resized);
      }
    }
    return days;
  }

  private @Nullable DayUsage resized(Metric metric, DayUsage day, SizedDay sized) {
    double cpu = sizing.model().cpuFactor(sized, size);
    double memory = sizing.model().memoryFactor(sized, size);
    TaskSize old = sizing.sizeOn(day.day());
    return switch (metric) {
      case CPU_SHARE ->
          old == null || old.cpuUnits() == 0
              ? null
              : used(day, sized, old.vcpu() / size.vcpu(), cpu * sizing.demandFactor());
      case MEMORY_SHARE ->
          old == null
              ? null
              : used(day, sized, (double) old.memoryMiB() / size.memoryMiB(), memory);
      case CPU_UNITS -> used(day, sized, 1, cpu * sizing.demandFactor());
      case MEMORY_MIB -> used(day, sized, 1, memory);
      case RUNNING_TASKS -> running(day, sized);
    };
  }

  /**
   * The day in another unit and with another load per task: the hottest task by the day's load
   * factor, the hourly means, which the number of tasks follows, by the ratio of the counts of
   * their hour.
   */
  private DayUsage used(DayUsage day, SizedDay sized, double unit, double load) {
    if (!(sizing.model() instanceof JointScaling joint)) {
      return DayScaling.times(day, unit * load);
    }
    List<Double> means = new ArrayList<>();
    for (int hour = 0; hour < day.hourMeans().size(); hour++) {
      double ratio = joint.tasksNow(sized, hour) / joint.tasks(sized, hour, size);
      means.add(day.hourMeans().get(hour) * unit * (Double.isNaN(ratio) ? 1 : ratio));
    }
    return DayScaling.times(day, unit * load, means);
  }

  private DayUsage running(DayUsage day, SizedDay sized) {
    if (!(sizing.model() instanceof JointScaling joint)) {
      return day;
    }
    double factor = joint.tasks(size) / joint.tasks(sizing.present());
    List<Double> means = new ArrayList<>();
    for (int hour = 0; hour < day.hourMeans().size(); hour++) {
      double tasks = joint.tasks(sized, hour, size);
      means.add(Double.isNaN(tasks) ? day.hourMeans().get(hour) : tasks);
    }
    return DayScaling.times(day, factor, means);
  }
}
