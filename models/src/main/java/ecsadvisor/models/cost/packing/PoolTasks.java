package ecsadvisor.models.cost.packing;

import ecsadvisor.models.cost.FleetService.Reservation;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.packing.TaskShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A pool's tasks by zone. Each service's tasks are spread evenly over the zones it may use: every
 * zone gets the whole part, and those with the least load so far one more.
 *
 * @param byZone the tasks that a zone must hold
 * @param daemons what runs on every instance
 * @param surges for each service the tasks that a deployment adds in a zone
 */
record PoolTasks(
    SortedMap<String, List<TaskShape>> byZone, List<TaskShape> daemons, List<TaskShape> surges) {
  /** Name of tasks that instances report and no service accounts for. */
  static final String OTHER_TASKS = "(other tasks)";

  PoolTasks {
    byZone = Collections.unmodifiableSortedMap(new TreeMap<>(byZone));
    daemons = List.copyOf(daemons);
    surges = List.copyOf(surges);
  }

  /** All zones together: for each shape the sum. */
  List<TaskShape> together() {
    TreeMap<String, TaskShape> sums = new TreeMap<>();
    byZone
        .values()
        .forEach(
            shapes ->
                shapes.forEach(
                    shape ->
                        sums.merge(shape.name(), shape, (a, b) -> a.times(a.count() + b.count()))));
    return List.copyOf(sums.values());
  }

  /**
   * The tasks of a pool.
   *
   * @param after as the other controls leave them
   * @param surgePercent most of a service's tasks that a deployment is to have room for, percent
   * @param isolation who has instances of its own
   */
  static PoolTasks of(
      Pool pool, PoolTypes types, boolean after, int surgePercent, Isolation isolation) {
    List<String> zones = pool.zones();
    SortedMap<String, List<TaskShape>> byZone = new TreeMap<>();
    SortedMap<String, Double> load = new TreeMap<>();
    for (String zone : zones) {
      byZone.put(zone, new ArrayList<>());
      load.put(zone, 0.0);
    }
    List<TaskShape> daemons = new ArrayList<>();
    List<TaskShape> surges = new ArrayList<>();
    for (PoolService service : pool.services()) {
      Reservation size = service.size(after);
      if (size == null) {
        continue;
      }
      if (service.isDaemon()) {
        List<String> allowed = types.allowed(service, zones.get(0));
        daemons.add(shape(service, size, restriction(types, allowed), 1, ""));
        continue;
      }
      SortedMap<String, List<String>> usable = usable(service, types, zones);
      int tasks = service.tasks(after);
      if (usable.isEmpty() || tasks == 0) {
        continue;
      }
      String group = isolation.group(service);
      spread(service, size, tasks, usable, types, byZone, load, group);
      int surge = surge(service, tasks, surgePercent, usable.size());
      if (surge > 0) {
        List<String> allowed = usable.getOrDefault(usable.firstKey(), List.of());
        surges.add(shape(service, size, restriction(types, allowed), surge, group));
      }
    }
    addOthers(pool, byZone);
    return new PoolTasks(byZone, daemons, surges);
  }

  private static SortedMap<String, List<String>> usable(
      PoolService service, PoolTypes types, List<String> zones) {
    List<String> own = service.config().layout().availabilityZones();
    SortedMap<String, List<String>> usable = new TreeMap<>();
    for (String zone : zones) {
      List<String> allowed = types.allowed(service, zone);
      if (!allowed.isEmpty() && (own.isEmpty() || own.contains(zone) || zone.isEmpty())) {
        usable.put(zone, allowed);
      }
    }
    return usable;
  }

  private static void spread(
      PoolService service,
      Reservation size,
      int tasks,
      SortedMap<String, List<String>> usable,
      PoolTypes types,
      SortedMap<String, List<TaskShape>> byZone,
      SortedMap<String, Double> load,
      String group) {
    List<String> order = new ArrayList<>(usable.keySet());
    order.sort((a, b) -> Double.compare(load.getOrDefault(a, 0.0), load.getOrDefault(b, 0.0)));
    for (int z = 0; z < order.size(); z++) {
      String zone = order.get(z);
      int part = tasks / order.size() + (z < tasks % order.size() ? 1 : 0);
      if (part == 0) {
        continue;
      }
      List<String> allowed = restriction(types, usable.getOrDefault(zone, List.of()));
      byZone
          .computeIfAbsent(zone, key -> new ArrayList<>())
          .add(shape(service, size, allowed, part, group));
      double weight = size.cpuUnits() + size.memoryMiB() / 4.0;
      load.merge(zone, part * weight, Double::sum);
    }
  }

  private static List<String> restriction(PoolTypes types, List<String> allowed) {
    return allowed.size() == types.all().size() ? List.of() : allowed;
  }

  private static int surge(PoolService service, int tasks, int surgePercent, int zones) {
    int percent =
        Math.min(surgePercent, Math.max(0, service.config().layout().maximumPercent() - 100));
    boolean startsFirst = service.config().layout().minimumHealthyPercent() >= 100;
    int all = (int) Math.ceil(tasks * percent / 100.0 - 1e-9);
    all = startsFirst ? Math.max(1, all) : all;
    return (all + zones - 1) / zones;
  }

  private static TaskShape shape(
      PoolService service, Reservation size, List<String> allowed, int count, String group) {
    return new TaskShape(
        service.service().key().serviceName(),
        Math.max(0, size.cpuUnits()),
        Math.max(0, size.memoryMiB()),
        service.gpus(),
        service.isAwsvpc(),
        service.hostPorts(),
        service.isApart(),
        allowed,
        count,
        group);
  }

  /** What instances reserve for tasks that no service accounts for, in equal parts. */
  private static void addOthers(Pool pool, SortedMap<String, List<TaskShape>> byZone) {
    long tasks = 0;
    long cpuUnits = 0;
    long memoryMiB = 0;
    for (ContainerInstance instance : pool.instances()) {
      tasks += instance.runningTasks();
      cpuUnits += instance.registeredCpuUnits() - instance.remainingCpuUnits();
      memoryMiB += instance.registeredMemoryMiB() - instance.remainingMemoryMiB();
    }
    for (PoolService service : pool.services()) {
      Reservation size = service.size(false);
      long count =
          service.isDaemon()
              ? pool.instances().size()
              : Math.round(
                  service.base()
                      + Math.max(0, service.config().runningCount() - service.base())
                          * service.share());
      tasks -= count;
      cpuUnits -= size == null ? 0 : count * size.cpuUnits();
      memoryMiB -= size == null ? 0 : count * size.memoryMiB();
    }
    if (tasks <= 0 || (cpuUnits <= 0 && memoryMiB <= 0)) {
      return;
    }
    int cpuEach = (int) Math.max(0, cpuUnits / tasks);
    int memoryEach = (int) Math.max(0, memoryMiB / tasks);
    int zone = 0;
    for (List<TaskShape> shapes : byZone.values()) {
      int part = (int) (tasks / byZone.size() + (zone++ < tasks % byZone.size() ? 1 : 0));
      if (part > 0) {
        shapes.add(TaskShape.of(OTHER_TASKS, cpuEach, memoryEach, part));
      }
    }
  }
}
