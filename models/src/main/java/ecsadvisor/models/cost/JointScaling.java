package ecsadvisor.models.cost;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.price.TaskSize;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many tasks would target tracking run at another size?
 *
 * <p>Per hour: demand {@code D = mean share x running tasks x reservation} of each tracked
 * resource, modelled count {@code n = clamp(ceil(D / (target x size)), min, max)}; the tasks that
 * really ran change by the ratio of the modelled counts at the two sizes. A service that sits at
 * its target therefore reserves the same vCPU at every size, and only what the smallest count and
 * whole tasks waste can be saved: no spiral of ever smaller tasks. The load of a task changes by
 * the ratio of the counts; its memory is taken to grow with more load, and not to shrink with less.
 * A size that would need more than the largest count, where the present one does not, is not
 * possible.
 */
final class JointScaling implements SizeModel {
  private final Scaling scaling;
  private final TrackedMetric tracked;
  private final TaskSize present;
  private final double meanTasks;
  private final List<Hour> hours;

  private record Hour(double vcpuDemand, double mibDemand, double tasks) {}

  private JointScaling(
      Scaling scaling,
      TrackedMetric tracked,
      TaskSize present,
      double meanTasks,
      List<Hour> hours) {
    this.scaling = scaling;
    this.tracked = tracked;
    this.present = present;
    this.meanTasks = meanTasks;
    this.hours = hours;
  }

  /** The model, or null where running tasks or the tracked utilization are not known by hour. */
  static @Nullable JointScaling of(
      Scaling scaling, TrackedMetric tracked, TaskSize present, SizeHistory history, double tasks) {
    List<Hour> hours = new ArrayList<>();
    for (SizedDay day : history.days()) {
      for (int hour = 0; hour < 24; hour++) {
        Hour known = hour(day, hour, tracked);
        if (known != null) {
          hours.add(known);
        }
      }
    }
    return hours.isEmpty() ? null : new JointScaling(scaling, tracked, present, tasks, hours);
  }

  @Override
  public double tasks(TaskSize size) {
    double ran = 0;
    double would = 0;
    for (Hour hour : hours) {
      ran += hour.tasks();
      would += tasks(hour, size);
    }
    return meanTasks * (would / ran);
  }

  @Override
  public double cpuFactor(SizedDay day, TaskSize size) {
    DayUsage cpu = day.cpu();
    return cpu == null ? 1 : loadFactor(day, busiest(cpu), size);
  }

  @Override
  public double memoryFactor(SizedDay day, TaskSize size) {
    DayUsage memory = day.memory();
    return memory == null ? 1 : Math.max(1, loadFactor(day, busiest(memory), size));
  }

  @Override
  public boolean isPossible(TaskSize size) {
    if (tracked.isOpaque() && size.cpuUnits() != present.cpuUnits()) {
      return false;
    }
    for (Hour hour : hours) {
      if (ideal(hour, size) > scaling.maxCapacity() && ideal(hour, size) > ideal(hour, present)) {
        return false;
      }
    }
    return true;
  }

  /** Tasks that would run in that hour of the day, or NaN where it is not known. */
  double tasks(SizedDay day, int hour, TaskSize size) {
    Hour known = hour(day, hour, tracked);
    return known == null ? Double.NaN : tasks(known, size);
  }

  /** The tasks that really ran in that hour of the day; NaN likewise. */
  double tasksNow(SizedDay day, int hour) {
    Hour known = hour(day, hour, tracked);
    return known == null ? Double.NaN : known.tasks();
  }

  private double loadFactor(SizedDay day, int hour, TaskSize size) {
    Hour known = hour < 0 ? null : hour(day, hour, tracked);
    return known == null ? 1 : known.tasks() / tasks(known, size);
  }

  private double tasks(Hour hour, TaskSize size) {
    return hour.tasks() * count(hour, size) / count(hour, present);
  }

  private double count(Hour hour, TaskSize size) {
    double whole = Math.ceil(ideal(hour, size) - 1e-9);
    double least = Math.max(1, scaling.minCapacity());
    return Math.max(least, Math.min(whole, Math.max(least, scaling.maxCapacity())));
  }

  private double ideal(Hour hour, TaskSize size) {
    Double cpuTarget = tracked.cpuTarget();
    Double memoryTarget = tracked.memoryTarget();
    double byCpu = cpuTarget == null ? 0 : hour.vcpuDemand() / (cpuTarget * size.vcpu());
    double byMemory =
        memoryTarget == null ? 0 : hour.mibDemand() / (memoryTarget * size.memoryMiB());
    return Math.max(byCpu, byMemory);
  }

  private static @Nullable Hour hour(SizedDay day, int hour, TrackedMetric tracked) {
    double tasks = at(day.running(), hour);
    double vcpu = at(day.cpu(), hour) * day.vcpuPerUnit() * tasks;
    double mib = at(day.memory(), hour) * day.mibPerUnit() * tasks;
    boolean lacks =
        Double.isNaN(tasks)
            || tasks <= 0
            || (tracked.cpuTarget() != null && Double.isNaN(vcpu))
            || (tracked.memoryTarget() != null && Double.isNaN(mib));
    return lacks ? null : new Hour(vcpu, mib, tasks);
  }

  private static double at(@Nullable DayUsage usage, int hour) {
    return usage == null || usage.hourMeans().size() != 24
        ? Double.NaN
        : usage.hourMeans().get(hour);
  }

  private static int busiest(DayUsage usage) {
    int busiest = -1;
    for (int hour = 0; hour < usage.hourMaxima().size(); hour++) {
      double value = usage.hourMaxima().get(hour);
      if (!Double.isNaN(value) && (busiest < 0 || value > usage.hourMaxima().get(busiest))) {
        busiest = hour;
      }
    }
    return busiest;
  }
}
