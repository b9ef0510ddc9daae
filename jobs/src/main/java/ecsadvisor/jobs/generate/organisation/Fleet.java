package ecsadvisor.jobs.generate.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What really ran: every task and every instance of the organisation over the window.
 *
 * @param tasks runs of tasks, by service in the organisation's order
 * @param instances runs of instances
 */
public record Fleet(Map<Service, List<TaskRun>> tasks, List<Instance> instances) {

  private static final int DEPLOYMENT_HOUR = 15;
  private static final int QUIET_DAYS = 16;

  /** Runs the organisation. */
  public static Fleet of(Organisation organisation) {
    List<Instance> instances = new ArrayList<>();
    Map<String, List<Instance>> slots = new LinkedHashMap<>();
    for (Cluster cluster : organisation.clusters()) {
      for (Pool pool : cluster.pools()) {
        for (int slot = 0; slot < pool.instances(); slot++) {
          List<Instance> runs = instanceRuns(organisation, cluster, pool, slot);
          instances.addAll(runs);
          slots.put(slotKey(cluster, pool.name(), slot), runs);
        }
      }
    }
    Map<String, Placement> placements = new HashMap<>();
    Map<Service, List<TaskRun>> tasks = new LinkedHashMap<>();
    for (Service service : organisation.services()) {
      if (service.launch().fargate()) {
        tasks.put(service, fargateRuns(organisation, service));
        continue;
      }
      Placement placement =
          placements.computeIfAbsent(
              service.cluster().arn() + "/" + service.pool(),
              key -> new Placement(service.cluster().pool(service.pool())));
      tasks.put(service, instanceTasks(organisation, service, placement, slots));
    }
    return new Fleet(tasks, instances);
  }

  /** All runs of tasks of a service. */
  public List<TaskRun> tasks(Service service) {
    return tasks.getOrDefault(service, List.of());
  }

  private static String slotKey(Cluster cluster, String pool, int slot) {
    return cluster.arn() + "/" + pool + "/" + slot;
  }

  /** One run, or two where a Spot instance was taken back half way. */
  private static List<Instance> instanceRuns(
      Organisation organisation, Cluster cluster, Pool pool, int slot) {
    Timeline timeline = organisation.timeline();
    if (pool.spot() && slot == 0 && timeline.days() > 1) {
      int middle = timeline.firstHour() + timeline.hours() / 2;
      return List.of(
          instance(organisation, cluster, pool, slot, timeline.firstHour(), middle),
          instance(organisation, cluster, pool, slot, middle, timeline.endHour()));
    }
    return List.of(
        instance(organisation, cluster, pool, slot, timeline.firstHour(), timeline.endHour()));
  }

  private static Instance instance(
      Organisation organisation, Cluster cluster, Pool pool, int slot, int firstHour, int endHour) {
    String id =
        "i-0"
            + Seeds.hex(
                16, organisation.seed(), "instance", cluster.arn(), pool.name(), slot, firstHour);
    return new Instance(cluster, pool, slot, id, firstHour, endHour);
  }

  private static List<TaskRun> fargateRuns(Organisation organisation, Service service) {
    Timeline timeline = organisation.timeline();
    int[] counts = new int[timeline.hours()];
    int most = 0;
    for (int index = 0; index < counts.length; index++) {
      counts[index] = service.count(timeline, timeline.firstHour() + index);
      most = Math.max(most, counts[index]);
    }
    List<TaskRun> runs = new ArrayList<>();
    for (int slot = 0; slot < most; slot++) {
      int start = -1;
      for (int index = 0; index <= counts.length; index++) {
        boolean running = index < counts.length && counts[index] > slot;
        boolean replaced = start >= 0 && replaced(organisation, service, index);
        if (start >= 0 && (!running || replaced)) {
          runs.add(fargateRun(organisation, service, slot, start, index));
          start = -1;
        }
        if (running && start < 0) {
          start = index;
        }
      }
    }
    return runs;
  }

  private static TaskRun fargateRun(
      Organisation organisation, Service service, int slot, int start, int end) {
    int firstHour = organisation.timeline().firstHour();
    int dayIndex = start / 24;
    boolean spot =
        service.launch() == Launch.FARGATE_SPOT
            || (service.launch() == Launch.FARGATE_MIXED && slot >= 2);
    List<String> zones = service.cluster().zones();
    return new TaskRun(
        service,
        slot,
        taskId(organisation, service, slot, start),
        firstHour + start,
        firstHour + end,
        service.cpuUnitsOn(dayIndex),
        service.memoryMiBOn(dayIndex),
        spot,
        service.flaws().contains(Flaw.SINGLE_AZ) ? zones.get(0) : zones.get(slot % zones.size()),
        null);
  }

  private static List<TaskRun> instanceTasks(
      Organisation organisation,
      Service service,
      Placement placement,
      Map<String, List<Instance>> slots) {
    Timeline timeline = organisation.timeline();
    boolean daemon = service.launch() == Launch.EC2_DAEMON;
    int count = daemon ? service.cluster().pool(service.pool()).instances() : service.tasks();
    List<TaskRun> runs = new ArrayList<>();
    for (int slot = 0; slot < count; slot++) {
      int instanceSlot = daemon ? placement.placeOn(slot, service) : placement.place(service);
      List<Instance> instances =
          slots.getOrDefault(slotKey(service.cluster(), service.pool(), instanceSlot), List.of());
      for (Instance instance : instances) {
        TreeSet<Integer> cuts = new TreeSet<>();
        cuts.add(instance.firstHour());
        for (int hour = instance.firstHour(); hour < instance.endHour(); hour++) {
          if (replaced(organisation, service, hour - timeline.firstHour())) {
            cuts.add(hour);
          }
        }
        for (int cut : cuts) {
          Integer next = cuts.higher(cut);
          runs.add(
              new TaskRun(
                  service,
                  slot,
                  taskId(organisation, service, slot, cut),
                  cut,
                  next == null ? instance.endHour() : next,
                  service.cpuUnits(),
                  service.memoryMiB(),
                  false,
                  instance.zone(),
                  instance));
        }
      }
    }
    return runs;
  }

  /** Whether all tasks are replaced at that hour: a deployment, a new size, or a leak's end. */
  private static boolean replaced(Organisation organisation, Service service, int hourIndex) {
    int dayIndex = hourIndex / 24;
    int hourOfDay = hourIndex % 24;
    if (hourOfDay == 0 && dayIndex == service.resizedDay()) {
      return true;
    }
    if (service.archetype() == Archetype.MEMORY_LEAK) {
      return hourOfDay == 0 && DayLoad.leakRestarts(dayIndex);
    }
    return hourOfDay == DEPLOYMENT_HOUR && dayIndex == deploymentDay(organisation, service);
  }

  /** The day of the window's only deployment, at least a fortnight before its end; -1 for none. */
  private static int deploymentDay(Organisation organisation, Service service) {
    int days = organisation.timeline().days() - QUIET_DAYS;
    if (days < 1 || service.firstDay() > 0) {
      return -1;
    }
    return Math.floorMod(Seeds.hash(organisation.seed(), "deploy", service.arn()), days);
  }

  /** The hour at which the tasks of the primary deployment began. */
  public static int deployedHour(Organisation organisation, Service service) {
    int firstHour = organisation.timeline().firstHour();
    if (service.resizedDay() != Service.NEVER) {
      return firstHour + service.resizedDay() * 24;
    }
    int day = deploymentDay(organisation, service);
    return day < 0 ? firstHour + service.firstDay() * 24 : firstHour + day * 24 + DEPLOYMENT_HOUR;
  }

  private static String taskId(Organisation organisation, Service service, int slot, int start) {
    return Seeds.hex(32, organisation.seed(), "task", service.arn(), slot, start);
  }
}
