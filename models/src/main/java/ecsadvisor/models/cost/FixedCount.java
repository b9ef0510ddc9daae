package ecsadvisor.models.cost;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.price.TaskSize;

/**
 * A number of tasks that does not follow from the task's size.
 *
 * @param meanTasks mean number of running tasks, hours without tasks included
 * @param keptCpuUnits CPU units that must stay because a scaling policy watches an unknown metric;
 *     0 where they may change
 */
record FixedCount(double meanTasks, int keptCpuUnits) implements SizeModel {

  /**
   * The mean over the days of the running tasks, with planned empty hours and weekdays as zero; the
   * inventory's running, then desired count where telemetry has none.
   */
  static double meanTasks(ServiceConfig config, SizeHistory history) {
    ScheduledGaps gaps = ScheduledGaps.of(history.days());
    double tasks = 0;
    int days = 0;
    for (SizedDay day : history.days()) {
      DayUsage running = day.running();
      if (running != null) {
        tasks += running.mean() * gaps.expectedMinutes(day.day()) / (24 * 60);
        days++;
      }
    }
    if (days > 0) {
      return tasks / days * gaps.shareOfWeekdays();
    }
    return config.runningCount() > 0 ? config.runningCount() : config.desiredCount();
  }

  @Override
  public double tasks(TaskSize size) {
    return meanTasks;
  }

  @Override
  public double cpuFactor(SizedDay day, TaskSize size) {
    return 1;
  }

  @Override
  public double memoryFactor(SizedDay day, TaskSize size) {
    return 1;
  }

  @Override
  public boolean isPossible(TaskSize size) {
    return keptCpuUnits == 0 || size.cpuUnits() == keptCpuUnits;
  }
}
