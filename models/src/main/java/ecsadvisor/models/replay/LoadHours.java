package ecsadvisor.models.replay;

import java.time.LocalDate;

/**
 * What a service's tasks did in each hour of a window, in UTC from midnight of the first day on.
 * NaN where it is not known.
 *
 * @param firstDay the day of the first hour
 * @param taskVcpu mean vCPU of a task
 * @param taskVcpuMax vCPU of the hottest task in its hottest minute
 * @param tasks mean number of running tasks; 0 where none ran
 * @param requests requests that reached the service
 */
@SuppressWarnings("ArrayRecordComponent") // 768 hours of each service; nobody compares them
public record LoadHours(
    LocalDate firstDay,
    double[] taskVcpu,
    double[] taskVcpuMax,
    double[] tasks,
    double[] requests) {

  /** Number of hours. */
  public int size() {
    return taskVcpu.length;
  }

  /** Whether CPU and the number of tasks are known in that hour, and tasks ran. */
  public boolean isRunning(int hour) {
    return tasks[hour] > 0 && !Double.isNaN(taskVcpu[hour]);
  }

  /** vCPU that all tasks together used in that hour; NaN where not known. */
  public double demand(int hour) {
    return taskVcpu[hour] * tasks[hour];
  }
}
