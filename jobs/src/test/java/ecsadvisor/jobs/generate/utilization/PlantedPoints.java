package ecsadvisor.jobs.generate.utilization;

import ecsadvisor.jobs.generate.organisation.Cluster;
import ecsadvisor.jobs.generate.organisation.DayLoad;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Launch;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.organisation.TaskRun;
import ecsadvisor.jobs.generate.organisation.Telemetry;
import java.util.List;

/**
 * The telemetry of a generated organisation point by point, as {@link UtilizationWriter} has it.
 */
public final class PlantedPoints {
  /** Told the points of services: of CPU or else memory, as shares of the reservation. */
  public interface Shares {
    void add(int dayIndex, boolean cpu, int minute, int period, double mean, double max, int count);
  }

  /** Told what Container Insights sees of a task's container, or of the task (an empty name). */
  public interface Events {
    void add(
        int dayIndex,
        int minute,
        TaskRun task,
        String container,
        double cpuUnits,
        double cpuReserved,
        long memoryMiB,
        long memoryReserved);
  }

  /** Told the hours of a series of a load balancer, from the first hour of the window on. */
  public interface Balancers {
    void add(
        Cluster place, String metric, String loadBalancer, String targetGroup, List<Double> hours);
  }

  private PlantedPoints() {}

  /** Tells the points of CloudWatch's service metrics. */
  public static void shares(Organisation organisation, Service service, Shares shares) {
    if (service.telemetry() == Telemetry.NONE) {
      return;
    }
    int days = organisation.timeline().days();
    int streamFirstDay = Math.max(0, days - UtilizationWriter.STREAM_DAYS);
    for (int day = 0; day < days; day++) {
      ServiceDay values = new ServiceDay(organisation, service, day);
      boolean streamed = service.telemetry() == Telemetry.METRIC_STREAM && day >= streamFirstDay;
      for (int slot = 0; slot < DayLoad.SLOTS; slot++) {
        for (int metric = 0; values.has(slot) && metric < 2; metric++) {
          if (streamed) {
            minutes(organisation, service, day, values, slot, metric, shares);
            continue;
          }
          double maximum = values.maximum(metric, slot) / 100;
          double mean = Math.min(values.average(metric, slot) / 100, maximum);
          shares.add(day, metric == 0, slot * 5, 5, mean, maximum, values.count(slot) * 5);
        }
      }
    }
  }

  private static void minutes(
      Organisation organisation,
      Service service,
      int day,
      ServiceDay values,
      int slot,
      int metric,
      Shares shares) {
    int count = values.count(slot);
    for (int minute = slot * 5; minute < slot * 5 + 5; minute++) {
      long second = organisation.timeline().firstHour() * 3600L + (day * 1440L + minute) * 60;
      double average = MetricStream.average(service, values, metric, slot, second);
      double mean = MetricStream.rounded(average * count) / count / 100;
      double maximum = Math.max(average, values.maximum(metric, slot)) / 100;
      shares.add(day, metric == 0, minute, 1, Math.min(mean, maximum), maximum, count);
    }
  }

  /** Tells the performance events of the last days. */
  public static void events(
      Organisation organisation, Fleet fleet, Service service, Events events) {
    if (service.telemetry() != Telemetry.CONTAINER_INSIGHTS) {
      return;
    }
    int days = organisation.timeline().days();
    int wanted = service.launch() == Launch.EC2 ? UtilizationWriter.INSIGHTS_DAYS : 1;
    ContainerInsights insights = new ContainerInsights(organisation, fleet, service);
    for (int day = Math.max(0, days - wanted); day < days; day++) {
      DayLoad load = DayLoad.of(service, organisation.timeline(), organisation.seed(), day);
      int firstHour = organisation.timeline().firstHour() + day * 24;
      for (TaskRun task : fleet.tasks(service)) {
        for (int minute = 0; minute < 1440; minute++) {
          int hour = firstHour + minute / 60;
          if (task.firstHour() > hour || hour >= task.endHour()) {
            continue;
          }
          long milli = (firstHour * 60L + minute) * 60_000;
          for (ContainerInsights.Figures seen : insights.figures(task, load, minute / 5, milli)) {
            events.add(
                day,
                minute,
                task,
                seen.container(),
                seen.cpuUsed(),
                seen.cpuReserved(),
                seen.memoryUsed(),
                seen.memoryReserved());
          }
        }
      }
    }
  }

  /** Tells the series of load balancers and target groups. */
  public static void balancers(Organisation organisation, Balancers balancers) {
    for (Cluster place : organisation.places()) {
      for (BalancerData.Series series : new BalancerData(organisation, place).series()) {
        balancers.add(
            place,
            series.metric(),
            series.dimensions().getOrDefault("LoadBalancer", ""),
            series.dimensions().getOrDefault("TargetGroup", ""),
            series.values());
      }
    }
  }
}
