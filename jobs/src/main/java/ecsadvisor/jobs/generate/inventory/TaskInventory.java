package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Archetype;
import ecsadvisor.jobs.generate.organisation.DayLoad;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Instance;
import ecsadvisor.jobs.generate.organisation.Launch;
import ecsadvisor.jobs.generate.organisation.Networks;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.organisation.TaskRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tasks that run, those that were killed for memory, and those that Spot took back within the last
 * hour. ECS forgets stopped tasks after about an hour; the kills are kept longer here, as a
 * collector that runs every hour would have them.
 */
final class TaskInventory {
  private static final int CREATE_SECONDS = 14;
  private static final int START_SECONDS = 5;
  private static final int CACHED_PULL_SECONDS = 2;
  private static final int PULLED_MIB_PER_SECOND = 30;
  private static final int INTERRUPTED_MINUTE = 31;

  private final Organisation organisation;
  private final Fleet fleet;
  private final Envelopes envelopes;
  private final TaskDefinitions definitions;
  private final int lastHour;

  TaskInventory(Organisation organisation, Fleet fleet, Envelopes envelopes) {
    this.organisation = organisation;
    this.fleet = fleet;
    this.envelopes = envelopes;
    this.definitions = new TaskDefinitions(organisation.seed());
    this.lastHour = organisation.timeline().endHour() - 1;
  }

  void add(Service service) {
    List<TaskRun> running =
        fleet.tasks(service).stream().filter(task -> task.endHour() > lastHour).toList();
    for (TaskRun task : running) {
      envelopes.add(Kind.ECS_TASK, task.arn(), task(task, "RUNNING"));
    }
    int lastDay = organisation.timeline().days() - 1;
    boolean leaks = service.archetype() == Archetype.MEMORY_LEAK;
    for (TaskRun task : fleet.tasks(service)) {
      int endedDay = (task.endHour() - organisation.timeline().firstHour()) / 24;
      if (leaks && endedDay <= lastDay && DayLoad.leakRestarts(endedDay)) {
        envelopes.add(Kind.ECS_TASK, task.arn(), killed(task));
      }
    }
    if (!running.isEmpty() && onSpot(service)) {
      TaskRun task = interrupted(running.get(running.size() - 1));
      envelopes.add(Kind.ECS_TASK, task.arn(), takenBack(task));
    }
  }

  private static boolean onSpot(Service service) {
    return service.launch() == Launch.FARGATE_SPOT
        || service.launch() == Launch.FARGATE_MIXED
        || service.archetype() == Archetype.EC2_SPOT;
  }

  private Map<String, Object> task(TaskRun task, String status) {
    Service service = task.service();
    Instance instance = task.instance();
    int pulled = CREATE_SECONDS + pullSeconds(task);
    return Body.of(
        "taskArn",
        task.arn(),
        "clusterArn",
        service.cluster().arn(),
        "taskDefinitionArn",
        TaskDefinitions.arn(service, TaskDefinitions.CURRENT),
        "group",
        "service:" + service.name(),
        "lastStatus",
        status,
        "desiredStatus",
        status,
        "launchType",
        instance == null ? "FARGATE" : "EC2",
        "capacityProviderName",
        instance != null
            ? instance.pool().name()
            : task.spot()
                ? "FARGATE_SPOT"
                : ServiceInventory.strategy(service).isEmpty() ? null : "FARGATE",
        "containerInstanceArn",
        instance == null ? null : ClusterInventory.arn(organisation, instance),
        "platformVersion",
        instance == null ? ServiceInventory.platformVersion(service, false) : null,
        "availabilityZone",
        task.zone(),
        "cpu",
        Integer.toString(task.cpuUnits()),
        "memory",
        Integer.toString(task.memoryMiB()),
        "createdAt",
        Body.time(task.firstHour()),
        "pullStartedAt",
        Body.time(task.firstHour(), CREATE_SECONDS),
        "pullStoppedAt",
        Body.time(task.firstHour(), pulled),
        "startedAt",
        Body.time(task.firstHour(), pulled + START_SECONDS),
        "startedBy",
        "ecs-svc/" + service.name(),
        "attachments",
        instance == null ? List.of(attachment(task)) : List.of(),
        "containers",
        containers(task, status),
        "overrides",
        Body.of("containerOverrides", List.of()),
        "tags",
        List.of());
  }

  /** Fargate fetches the whole image for each task; an instance has it from the task before. */
  private static int pullSeconds(TaskRun task) {
    return task.instance() == null
        ? CACHED_PULL_SECONDS + task.service().imageMiB() / PULLED_MIB_PER_SECOND
        : CACHED_PULL_SECONDS;
  }

  private List<Object> containers(TaskRun task, String status) {
    Service service = task.service();
    List<Object> containers = new ArrayList<>();
    containers.add(
        Body.of(
            "name",
            service.name(),
            "image",
            definitions.image(service),
            "imageDigest",
            TaskDefinitions.digest(organisation.seed(), service),
            "lastStatus",
            status,
            "cpu",
            Integer.toString(task.cpuUnits()),
            "memory",
            Integer.toString(task.memoryMiB())));
    if (service.sidecar()) {
      containers.add(
          Body.of(
              "name",
              TaskDefinitions.PROXY,
              "image",
              TaskDefinitions.PROXY_IMAGE,
              "imageDigest",
              "sha256:" + Seeds.hex(64, organisation.seed(), "digest", TaskDefinitions.PROXY),
              "lastStatus",
              status));
    }
    return containers;
  }

  private Map<String, Object> attachment(TaskRun task) {
    return Body.of(
        "id",
        Seeds.uuid(organisation.seed(), "attachment", task.id()),
        "type",
        "ElasticNetworkInterface",
        "status",
        "ATTACHED",
        "details",
        List.of(
            Body.of(
                "name", "networkInterfaceId", "value", Networks.interfaceId(organisation, task))));
  }

  private Map<String, Object> killed(TaskRun task) {
    Map<String, Object> body = task(task, "STOPPED");
    body.put("stoppedAt", Body.time(task.endHour()));
    body.put("stopCode", "EssentialContainerExited");
    body.put("stoppedReason", "Essential container in task exited");
    body.put(
        "containers",
        List.of(
            Body.of(
                "name",
                task.service().name(),
                "image",
                definitions.image(task.service()),
                "lastStatus",
                "STOPPED",
                "exitCode",
                137,
                "reason",
                "OutOfMemoryError: Container killed due to memory usage",
                "cpu",
                Integer.toString(task.cpuUnits()),
                "memory",
                Integer.toString(task.memoryMiB()))));
    return body;
  }

  /** A task like that one which began with the last hour. */
  private TaskRun interrupted(TaskRun like) {
    return new TaskRun(
        like.service(),
        like.slot(),
        Seeds.hex(32, organisation.seed(), "interrupted", like.service().arn()),
        lastHour,
        lastHour + 1,
        like.cpuUnits(),
        like.memoryMiB(),
        like.spot(),
        like.zone(),
        like.instance());
  }

  private Map<String, Object> takenBack(TaskRun task) {
    boolean fargate = task.instance() == null;
    Map<String, Object> body = task(task, "STOPPED");
    body.put("stoppingAt", Body.time(lastHour, (INTERRUPTED_MINUTE - 1) * 60));
    body.put("stoppedAt", Body.time(lastHour, INTERRUPTED_MINUTE * 60));
    body.put("stopCode", fargate ? "SpotInterruption" : "TerminationNotice");
    body.put(
        "stoppedReason",
        fargate
            ? "Your Spot Task was interrupted."
            : "Task stopped because its instance is being terminated.");
    return body;
  }
}
