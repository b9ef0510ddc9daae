package ecsadvisor.models.security.storage;

import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.fact.Volume;
import ecsadvisor.models.fact.VolumeKind;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.fact.security.VolumeSecurity;
import ecsadvisor.models.finding.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * A volume of a revision that holds data for longer than a container lives. Directories of the host
 * count only where a container may write them and they hold files, not sockets or the kernel's
 * tables.
 */
record KeptVolume(VolumeSecurity volume, VolumeKind kind) {
  private static final List<String> NOT_FILES =
      List.of("/proc", "/sys", "/dev", "/run", "/var/run");

  /** All such volumes of a revision, in its order. */
  static List<KeptVolume> of(TaskSecurity task, SecurityFacts service) {
    List<KeptVolume> kept = new ArrayList<>();
    for (VolumeSecurity volume : task.volumes()) {
      VolumeKind kind = kind(volume, task, service);
      boolean written = kind != VolumeKind.HOST_PATH || holdsWrittenFiles(volume, task);
      if (kind != VolumeKind.SCRATCH && written) {
        kept.add(new KeptVolume(volume, kind));
      }
    }
    return kept;
  }

  /** The volume, as a fact to show. */
  Evidence evidence() {
    return new Evidence("volume", volume.name());
  }

  private static VolumeKind kind(VolumeSecurity volume, TaskSecurity task, SecurityFacts service) {
    if (!volume.fileSystemId().isEmpty()) {
      return VolumeKind.EFS;
    }
    if (volume.configuredAtLaunch()
        || service.security().storage().managedVolume(volume.name()) != null) {
      return VolumeKind.EBS;
    }
    if (volume.dockerScope().equals("shared")) {
      return VolumeKind.DOCKER;
    }
    if (!volume.hostPath().isEmpty()) {
      return VolumeKind.HOST_PATH;
    }
    TaskDefinition definition = service.config().taskDefinition(task.arn());
    for (Volume other : definition == null ? List.<Volume>of() : definition.volumes()) {
      boolean elsewhere = other.kind() == VolumeKind.EFS || other.kind() == VolumeKind.FSX;
      if (other.name().equals(volume.name()) && elsewhere) {
        return other.kind();
      }
    }
    return VolumeKind.SCRATCH;
  }

  private static boolean holdsWrittenFiles(VolumeSecurity volume, TaskSecurity task) {
    String path = volume.hostPath();
    boolean files =
        !path.endsWith(".sock")
            && NOT_FILES.stream().noneMatch(one -> path.equals(one) || path.startsWith(one + "/"));
    return files
        && task.containers().stream()
            .flatMap(container -> container.mounts().stream())
            .filter(mount -> mount.volume().equals(volume.name()))
            .anyMatch(mount -> !mount.readOnly());
  }
}
