package ecsadvisor.jobs.generate.bill;

import ecsadvisor.jobs.generate.organisation.DayLoad;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Instance;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.organisation.TaskRun;
import ecsadvisor.jobs.generate.organisation.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;

/**
 * Hourly figures that lines of the bill look up: what a service's tasks really use, and what the
 * tasks of an instance claim of it.
 *
 * <p>A key is an owner's number shifted left by 20 bits; the hour of the window is added to it.
 */
final class Curves {
  private static final int HOUR_BITS = 20;

  private final Timeline timeline;
  private final Map<Service, Integer> serviceNumbers = new HashMap<>();
  private final Map<Instance, Integer> instanceNumbers = new HashMap<>();
  private final double[][] cpu;
  private final double[][] memory;
  private final double[][] claimedVcpus;
  private final double[][] claimedGigabytes;

  Curves(Organisation organisation, Fleet fleet) {
    this.timeline = organisation.timeline();
    List<Service> services = organisation.services();
    int hours = timeline.hours();
    cpu = new double[services.size()][hours];
    memory = new double[services.size()][hours];
    IntStream.range(0, services.size())
        .parallel()
        .forEach(
            number -> {
              for (int day = 0; day < timeline.days(); day++) {
                DayLoad load = DayLoad.of(services.get(number), timeline, organisation.seed(), day);
                for (int hour = 0; hour < 24; hour++) {
                  cpu[number][day * 24 + hour] = rounded(load.hourCpu(hour));
                  memory[number][day * 24 + hour] = rounded(load.hourMemory(hour));
                }
              }
            });
    for (int number = 0; number < services.size(); number++) {
      serviceNumbers.put(services.get(number), number);
    }
    List<Instance> instances = fleet.instances();
    for (int number = 0; number < instances.size(); number++) {
      instanceNumbers.put(instances.get(number), number);
    }
    claimedVcpus = new double[instances.size()][hours];
    claimedGigabytes = new double[instances.size()][hours];
    fleet.tasks().values().forEach(runs -> runs.forEach(this::claim));
  }

  /** What a task claims of its instance: the greater of what it reserves and what it uses. */
  private void claim(TaskRun task) {
    Instance instance = task.instance();
    if (instance == null) {
      return;
    }
    int number = instanceNumbers.getOrDefault(instance, 0);
    double[] cpuShares = cpu[serviceNumbers.getOrDefault(task.service(), 0)];
    double[] memoryShares = memory[serviceNumbers.getOrDefault(task.service(), 0)];
    double factor = task.service().slotFactor(task.slot());
    for (int hour = task.firstHour(); hour < task.endHour(); hour++) {
      int index = hour - timeline.firstHour();
      claimedVcpus[number][index] +=
          Math.max(task.vcpus(), task.vcpus() * cpuShares[index] * factor);
      claimedGigabytes[number][index] +=
          Math.max(task.gigabytes(), task.gigabytes() * memoryShares[index] * factor);
    }
  }

  private static double rounded(double share) {
    return Math.rint(share * 1e4) / 1e4;
  }

  long serviceKey(Service service) {
    return (long) serviceNumbers.getOrDefault(service, 0) << HOUR_BITS;
  }

  long instanceKey(Instance instance) {
    return (long) instanceNumbers.getOrDefault(instance, 0) << HOUR_BITS;
  }

  /** The window's hour that is added to a key. */
  int hourIndex(int hour) {
    return hour - timeline.firstHour();
  }

  /** Tells all figures of services between two hours: CPU share and memory share by key. */
  void forEachServiceHour(int firstHour, int endHour, ObjLongConsumer<double[]> consumer) {
    each(cpu, memory, firstHour, endHour, consumer);
  }

  /** Tells all figures of instances between two hours: claimed vCPUs and GB by key. */
  void forEachInstanceHour(int firstHour, int endHour, ObjLongConsumer<double[]> consumer) {
    each(claimedVcpus, claimedGigabytes, firstHour, endHour, consumer);
  }

  private void each(
      double[][] first,
      double[][] second,
      int firstHour,
      int endHour,
      ObjLongConsumer<double[]> consumer) {
    for (int number = 0; number < first.length; number++) {
      for (int index = hourIndex(firstHour); index < hourIndex(endHour); index++) {
        consumer.accept(
            new double[] {first[number][index], second[number][index]},
            ((long) number << HOUR_BITS) + index);
      }
    }
  }
}
