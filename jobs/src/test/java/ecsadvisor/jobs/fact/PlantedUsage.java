package ecsadvisor.jobs.fact;

import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.utilization.PlantedPoints;
import ecsadvisor.jobs.source.utilization.UsageSource;
import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.HourlyMetric;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.MetricDays;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Usage;
import ecsadvisor.models.fact.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the telemetry of a generated organisation says, folded as the job folds it. */
public final class PlantedUsage {
  private static final int HOURS = 24;

  private PlantedUsage() {}

  /** The service's key. */
  public static ServiceKey key(Service service) {
    return new ServiceKey(
        service.cluster().account().id(),
        service.cluster().region(),
        service.cluster().name(),
        service.name());
  }

  /** The usage of each service that has points in the window. */
  public static SortedMap<ServiceKey, Usage> of(
      Organisation organisation, Fleet fleet, Window window) {
    SortedMap<ServiceKey, Usage> usages = new TreeMap<>();
    for (Service service : organisation.services()) {
      Usage usage = of(organisation, fleet, service, window);
      if (!usage.metrics().isEmpty()) {
        usages.put(key(service), usage);
      }
    }
    return usages;
  }

  private static Usage of(Organisation organisation, Fleet fleet, Service service, Window window) {
    SortedMap<String, SortedMap<Integer, UsageDay>> containers = new TreeMap<>();
    PlantedPoints.shares(
        organisation,
        service,
        (day, cpu, minute, period, mean, max, count) ->
            day(containers, "", day)
                .points(cpu ? Metric.CPU_SHARE : Metric.MEMORY_SHARE, UsageSource.CLOUDWATCH, "")
                .add(minute, period, mean, max, count));
    PlantedPoints.events(
        organisation,
        fleet,
        service,
        (day, minute, task, container, cpu, cpuReserved, memory, memoryReserved) -> {
          UsageDay usage = day(containers, container, day);
          event(usage, Metric.CPU_UNITS, task.id(), minute, cpu);
          event(usage, Metric.MEMORY_MIB, task.id(), minute, (double) memory);
          if (container.isEmpty()) {
            event(usage, Metric.CPU_SHARE, task.id(), minute, cpu / cpuReserved);
            event(usage, Metric.MEMORY_SHARE, task.id(), minute, (double) memory / memoryReserved);
          }
        });
    SortedMap<Metric, SortedMap<String, List<DayUsage>>> metrics = new TreeMap<>();
    containers.forEach(
        (container, days) ->
            days.forEach(
                (index, day) -> {
                  var date = organisation.timeline().day(index);
                  if (!window.contains(date)) {
                    return;
                  }
                  day.fold(date, container.isEmpty())
                      .forEach(
                          (metric, usage) ->
                              metrics
                                  .computeIfAbsent(metric, name -> new TreeMap<>())
                                  .computeIfAbsent(container, name -> new ArrayList<>())
                                  .add(usage));
                }));
    List<MetricDays> all = new ArrayList<>();
    metrics.forEach(
        (metric, own) ->
            own.forEach((container, days) -> all.add(new MetricDays(metric, container, days))));
    return new Usage(all);
  }

  private static UsageDay day(
      Map<String, SortedMap<Integer, UsageDay>> containers, String container, int day) {
    return containers
        .computeIfAbsent(container, name -> new TreeMap<>())
        .computeIfAbsent(day, index -> new UsageDay());
  }

  private static void event(UsageDay usage, Metric metric, String task, int minute, double value) {
    usage.points(metric, UsageSource.TASK_EVENTS, task).add(minute, 1, value, value, 1);
  }

  /** The mean of an hour's sixty minutes, with the rounding of a sum and a division. */
  private static double mean(double hour) {
    return hour * 60 / 60;
  }

  /** The series of load balancers in the window, ordered as {@link BalancerFacts#metrics}. */
  public static List<HourlyMetric> balancers(Organisation organisation, Window window) {
    List<HourlyMetric> metrics = new ArrayList<>();
    PlantedPoints.balancers(
        organisation,
        (place, metric, balancer, group, hours) -> {
          for (int day = 0; day < organisation.timeline().days(); day++) {
            List<Double> own = hours.subList(day * HOURS, (day + 1) * HOURS);
            if (window.contains(organisation.timeline().day(day))) {
              metrics.add(
                  new HourlyMetric(
                      place.account().id(),
                      place.region(),
                      balancer,
                      group,
                      metric,
                      organisation.timeline().day(day),
                      metric.equals("RequestCount")
                          ? own
                          : own.stream().map(PlantedUsage::mean).toList(),
                      own));
            }
          }
        });
    metrics.sort(BalancerFacts.ORDER);
    return metrics;
  }
}
