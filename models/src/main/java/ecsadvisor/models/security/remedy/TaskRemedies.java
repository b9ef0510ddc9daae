package ecsadvisor.models.security.remedy;

import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.ContainerSecurity.MountPoint;
import ecsadvisor.models.fact.security.ContainerSecurity.Ulimit;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.fact.security.VolumeSecurity;
import ecsadvisor.models.finding.SecurityStep.EditService;
import ecsadvisor.models.finding.SecurityStep.EditTask;
import ecsadvisor.models.finding.ServiceEdit.SetNetwork;
import ecsadvisor.models.finding.ServiceEdit.UseLatestPlatform;
import ecsadvisor.models.finding.TaskEdit;
import ecsadvisor.models.finding.TaskEdit.DropTaskSetting;
import ecsadvisor.models.finding.TaskEdit.FreeHostPort;
import ecsadvisor.models.finding.TaskEdit.MountReadOnly;
import ecsadvisor.models.finding.TaskEdit.SetFlag;
import ecsadvisor.models.finding.TaskEdit.SetLimit;
import ecsadvisor.models.finding.TaskEdit.SetText;
import ecsadvisor.models.finding.TaskEdit.SetUlimit;
import ecsadvisor.models.finding.TaskEdit.Take;
import ecsadvisor.models.finding.TaskEdit.UseAwsvpc;
import ecsadvisor.models.security.task.BoundedUlimits;
import ecsadvisor.models.security.task.ContainerUser;
import ecsadvisor.models.security.task.HostPath;
import ecsadvisor.models.security.task.NoAddedCapabilities;
import ecsadvisor.models.security.task.NoSensitiveHostPaths;
import ecsadvisor.models.security.task.WindowsUserNotAdministrator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fixes of what a task may do to its host. */
final class TaskRemedies {
  /** A user that is not root, by number so that the image needs no name for it. */
  private static final String USER = "1000:1000";

  private static final String WINDOWS_USER = "ContainerUser";

  /** What Fargate gives a task by default. */
  private static final int OPEN_FILES = 65_535;

  private static final NoSensitiveHostPaths HOST_PATHS =
      new NoSensitiveHostPaths(NoSensitiveHostPaths.Settings.defaults());

  private TaskRemedies() {}

  static Map<String, Remedy> all() {
    return Map.ofEntries(
        Map.entry(
            "not-privileged",
            new Remedy(
                "Register a revision with privileged false and deploy it; where the program needs"
                    + " rights of its host, add the one Linux capability that it uses.",
                failed ->
                    failed.onContainers(
                        container ->
                            container.privileged()
                                ? List.of(new SetFlag(container.name(), "privileged", false))
                                : List.of()))),
        Map.entry("not-host-network", ownNetwork()),
        Map.entry("awsvpc-network", ownNetwork()),
        Map.entry("user-not-root", users(USER)),
        Map.entry("host-mode-user-defined", users(USER)),
        Map.entry("windows-user-not-administrator", users(WINDOWS_USER)),
        Map.entry("no-host-process-namespace", without("pidMode")),
        Map.entry("no-host-ipc", without("ipcMode")),
        Map.entry(
            "no-added-capabilities",
            new Remedy(
                "Register a revision without the added capabilities and security options.",
                failed -> failed.onContainers(TaskRemedies::rights))),
        Map.entry(
            "read-only-root-filesystem",
            new Remedy(
                "Set readonlyRootFilesystem to true and mount a volume where the program writes.",
                failed ->
                    failed.onContainers(
                        container ->
                            container.readOnlyRootFilesystem()
                                ? List.of()
                                : List.of(
                                    new SetFlag(
                                        container.name(), "readonlyRootFilesystem", true))))),
        Map.entry(
            "no-sensitive-host-paths",
            new Remedy(
                "Mount a directory made for the task instead of one of the host's own.",
                failed -> failed.onTask(TaskRemedies::mounts))),
        Map.entry(
            "no-fixed-host-ports",
            new Remedy(
                "Set hostPort to 0 and have the load balancer find the port.",
                failed -> failed.onContainers(TaskRemedies::ports))),
        Map.entry("memory-limit-set", limits("memory")),
        Map.entry("cpu-limit-set", limits("cpu")),
        Map.entry(
            "bounded-ulimits",
            new Remedy(
                "Give each limit of the container's processes a number.",
                failed -> failed.onContainers(TaskRemedies::ulimits))),
        Map.entry(
            "no-host-devices",
            new Remedy(
                "Register a revision without the host's devices, or run what needs them apart.",
                failed ->
                    failed.onContainers(
                        container ->
                            container.devices().stream()
                                .<TaskEdit>map(
                                    path -> new Take(container.name(), Take.Kind.DEVICE, path))
                                .toList()))),
        Map.entry(
            "latest-platform-version",
            new Remedy(
                "Set platformVersion to LATEST.",
                failed -> failed.onService(new UseLatestPlatform()))));
  }

  /**
   * Network interfaces of the tasks' own. A target group of instances cannot reach those, so a
   * service behind one is for people.
   */
  private static Remedy ownNetwork() {
    return new Remedy(
        "Make a target group of type ip, register a revision with networkMode awsvpc, and update"
            + " the service with that revision, its subnets, security groups and target group in"
            + " one call; the load balancer's rules point at the new group when its targets are"
            + " healthy.",
        failed -> {
          TaskSecurity task = failed.task();
          boolean isBehindNothing =
              failed.facts().config().layout().targetGroupsKnown()
                  && failed.facts().config().layout().targetGroups().isEmpty();
          if (task == null || !isBehindNothing) {
            return List.of();
          }
          FixTarget service = FixTarget.service(failed.facts());
          return List.of(
              new Fix(service, new EditTask(task.arn(), List.of(new UseAwsvpc()))),
              new Fix(service, new EditService(List.of(new SetNetwork(false, true, true)))));
        });
  }

  private static Remedy users(String user) {
    return new Remedy(
        "Give the image a user of its own and name it in the container definition.",
        failed ->
            failed.onContainers(
                container ->
                    isAdministrator(container)
                        ? List.of(new SetText(container.name(), "user", user))
                        : List.of()));
  }

  private static boolean isAdministrator(ContainerSecurity container) {
    return ContainerUser.of(container) == ContainerUser.ROOT
        || WindowsUserNotAdministrator.isAdministrator(container.user());
  }

  private static Remedy without(String setting) {
    return new Remedy(
        "Register a revision without " + setting + ".",
        failed ->
            failed.onTask(
                task -> {
                  String mode = setting.equals("pidMode") ? task.pidMode() : task.ipcMode();
                  return mode.equalsIgnoreCase("host")
                      ? List.of(new DropTaskSetting(setting))
                      : List.of();
                }));
  }

  private static List<TaskEdit> rights(ContainerSecurity container) {
    List<TaskEdit> edits = new ArrayList<>();
    container.addedCapabilities().stream()
        .filter(NoAddedCapabilities::isWide)
        .forEach(name -> edits.add(new Take(container.name(), Take.Kind.CAPABILITY, name)));
    container.securityOptions().stream()
        .filter(NoAddedCapabilities::undoesIsolation)
        .forEach(
            option -> edits.add(new Take(container.name(), Take.Kind.SECURITY_OPTION, option)));
    return edits;
  }

  private static List<TaskEdit> mounts(TaskSecurity task) {
    List<TaskEdit> edits = new ArrayList<>();
    for (ContainerSecurity container : task.containers()) {
      for (MountPoint mount : container.mounts()) {
        String path = hostPath(task, mount.volume());
        if (path.isEmpty()) {
          continue;
        }
        HostPath host = HostPath.of(path);
        if (host.isEngineSocket()) {
          edits.add(new Take(container.name(), Take.Kind.MOUNT, mount.path()));
        } else if (HOST_PATHS.isSensitive(host) && !mount.readOnly()) {
          edits.add(new MountReadOnly(container.name(), mount.path()));
        }
      }
    }
    return edits;
  }

  private static String hostPath(TaskSecurity task, String volume) {
    for (VolumeSecurity one : task.volumes()) {
      if (one.name().equals(volume)) {
        return one.hostPath();
      }
    }
    return "";
  }

  private static List<TaskEdit> ports(ContainerSecurity container) {
    return container.ports().stream()
        .filter(port -> port.hostPort() != 0)
        .<TaskEdit>map(port -> new FreeHostPort(container.name(), port.containerPort()))
        .toList();
  }

  private static Remedy limits(String limit) {
    return new Remedy(
        "Set " + limit + " of each container.",
        failed ->
            failed.onTask(
                task -> {
                  List<TaskEdit> edits = new ArrayList<>();
                  boolean isMemory = limit.equals("memory");
                  Integer ofTask = isMemory ? task.memoryMiB() : task.cpuUnits();
                  Integer value = task.containers().size() == 1 ? ofTask : null;
                  for (ContainerSecurity container : task.containers()) {
                    boolean isSet =
                        isMemory ? container.memoryMiB() != null : container.cpuUnits() > 0;
                    if (!isSet) {
                      edits.add(new SetLimit(container.name(), limit, value));
                    }
                  }
                  return edits;
                }));
  }

  private static List<TaskEdit> ulimits(ContainerSecurity container) {
    List<TaskEdit> edits = new ArrayList<>();
    for (Ulimit ulimit : container.ulimits()) {
      if (BoundedUlimits.isUnbounded(ulimit)) {
        Integer bound = ulimit.name().equals("nofile") ? OPEN_FILES : null;
        edits.add(new SetUlimit(container.name(), ulimit.name(), bound));
      }
    }
    return edits;
  }
}
