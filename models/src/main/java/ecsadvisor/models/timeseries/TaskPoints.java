package ecsadvisor.models.timeseries;

import java.util.Collection;

/** From the points of single tasks to the points of their service, and back to a task count. */
public final class TaskPoints {
  private TaskPoints() {}

  /**
   * One service's points from those of its tasks: in each minute the average over the tasks, the
   * maximum of the hottest one, and the number of tasks that reported.
   *
   * @param tasks the 1-minute points of each task, each task once, in a fixed order (sums of
   *     doubles depend on it)
   * @throws IllegalArgumentException when a period is not one minute
   */
  public static DayPoints combine(Collection<DayPoints> tasks) {
    double[] sums = new double[DayPoints.MINUTES_PER_DAY];
    double[] maxima = new double[DayPoints.MINUTES_PER_DAY];
    int[] counts = new int[DayPoints.MINUTES_PER_DAY];
    for (DayPoints task : tasks) {
      for (int i = 0; i < task.size(); i++) {
        if (task.periodMinutes(i) != 1) {
          throw new IllegalArgumentException(
              "A task's points are of one minute, not " + task.periodMinutes(i));
        }
        int minute = task.minute(i);
        sums[minute] += task.average(i);
        maxima[minute] = Math.max(maxima[minute], task.maximum(i));
        counts[minute]++;
      }
    }
    DayPoints service = new DayPoints();
    for (int minute = 0; minute < counts.length; minute++) {
      if (counts[minute] > 0) {
        // Division may round the average of equal values a hair above them.
        double average = Math.min(sums[minute] / counts[minute], maxima[minute]);
        service.add(minute, 1, average, maxima[minute], counts[minute]);
      }
    }
    return service;
  }

  /**
   * The number of running tasks that the sample counts of a service's CPU tell of: ECS sends one
   * sample per running task and minute. Over a longer period it is the samples per minute, which is
   * too low where no task ran in part of the period. Points without a count tell nothing.
   */
  public static DayPoints runningTasks(DayPoints cpu) {
    DayPoints running = new DayPoints();
    for (int i = 0; i < cpu.size(); i++) {
      if (cpu.sampleCount(i) > 0) {
        double tasks = (double) cpu.sampleCount(i) / cpu.periodMinutes(i);
        running.add(cpu.minute(i), cpu.periodMinutes(i), tasks, tasks, cpu.sampleCount(i));
      }
    }
    return running;
  }
}
