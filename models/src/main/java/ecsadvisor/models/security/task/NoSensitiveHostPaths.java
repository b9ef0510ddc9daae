package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.ContainerSecurity.MountPoint;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.fact.security.VolumeSecurity;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import ecsadvisor.models.security.Unresolved;
import ecsadvisor.models.setting.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Do containers stay away from directories that govern their host? A volume's {@code
 * host.sourcePath}, or the device of a bind volume of Docker, must not be, lie in or hold one of
 * these directories if a container mounts it writable. The socket of a container engine must not be
 * mounted at all: read-only stops no command.
 */
public final class NoSensitiveHostPaths implements TaskCheck {
  /** What can be set. */
  public record Settings(
      @Setting("directories of the host that no container may write to") List<String> paths) {
    public Settings {
      paths = List.copyOf(paths);
      if (paths.stream().anyMatch(String::isBlank)) {
        throw new IllegalArgumentException("paths must not be blank");
      }
    }

    /** Configuration, devices, kernel, container engines and the ECS agent. */
    public static Settings defaults() {
      return new Settings(
          List.of(
              "/boot",
              "/dev",
              "/etc",
              "/proc",
              "/root",
              "/run/containerd",
              "/run/docker.sock",
              "/sys",
              "/var/lib/containerd",
              "/var/lib/docker",
              "/var/lib/ecs",
              "/var/run/docker.sock",
              "C:\\ProgramData",
              "C:\\Windows"));
    }
  }

  private static final List<String> UNREADABLE =
      List.of(
          "volumes",
          "volumes.host",
          "volumes.dockerVolumeConfiguration",
          "volumes.dockerVolumeConfiguration.driverOpts");

  private final List<HostPath> sensitive;

  public NoSensitiveHostPaths(Settings settings) {
    this.sensitive = settings.paths().stream().map(HostPath::of).toList();
  }

  @Override
  public String statement() {
    return "No container can write to a directory that governs its host";
  }

  @Override
  public String remedy() {
    return "Remove the volume, mount it read-only, or keep the data on a volume of its own.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    Map<String, String> paths = new HashMap<>();
    for (VolumeSecurity volume : task.volumes()) {
      if (!volume.hostPath().isEmpty()) {
        paths.put(volume.name(), volume.hostPath());
      }
    }
    boolean unread = UNREADABLE.stream().anyMatch(task.open().paths()::contains);
    return Containers.judge(
        task,
        CheckReason.SENSITIVE_HOST_PATH,
        "mountPoints",
        container -> wrong(container, paths),
        container -> unread || open(container, paths));
  }

  private List<String> wrong(ContainerSecurity container, Map<String, String> paths) {
    List<String> wrong = new ArrayList<>();
    for (MountPoint mount : container.mounts()) {
      String path = paths.getOrDefault(mount.volume(), "");
      if (path.isEmpty() || Unresolved.in(path)) {
        continue;
      }
      HostPath host = HostPath.of(path);
      boolean writable = !mount.readOnly() && !container.open().touch("mountPoints.readOnly");
      if (host.isEngineSocket() || (writable && isSensitive(host))) {
        wrong.add(path + (mount.readOnly() ? " read-only" : ""));
      }
    }
    return wrong;
  }

  /** Whether a directory of the host governs it. */
  public boolean isSensitive(HostPath host) {
    return sensitive.stream().anyMatch(host::touches);
  }

  /** A mount of a host's directory of which something is open. */
  private boolean open(ContainerSecurity container, Map<String, String> paths) {
    if (paths.isEmpty()) {
      return false;
    }
    if (container.open().touch("mountPoints.sourceVolume")) {
      return true;
    }
    for (MountPoint mount : container.mounts()) {
      String path = paths.getOrDefault(mount.volume(), "");
      boolean named = !path.isEmpty() && !Unresolved.in(path);
      boolean maySay = container.open().touch("mountPoints.readOnly");
      if ((named && maySay && isSensitive(HostPath.of(path)))
          || (!path.isEmpty() && !named && !mount.readOnly())) {
        return true;
      }
    }
    return false;
  }
}
