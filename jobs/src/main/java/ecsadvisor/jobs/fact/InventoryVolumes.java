package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.fact.Volume;
import ecsadvisor.models.fact.VolumeKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The volumes of a task definition. */
final class InventoryVolumes {
  private InventoryVolumes() {}

  /** The volumes of a body, in order. */
  static List<Volume> of(JsonNode body) {
    Set<String> written = new HashSet<>();
    for (JsonNode container : field(body, "containerDefinitions")) {
      for (JsonNode mount : field(container, "mountPoints")) {
        if (!field(mount, "readOnly").asBoolean(false)) {
          written.add(text(mount, "sourceVolume"));
        }
      }
    }
    List<Volume> volumes = new ArrayList<>();
    for (JsonNode volume : field(body, "volumes")) {
      String name = text(volume, "name");
      volumes.add(new Volume(name, kind(volume), written.contains(name)));
    }
    return volumes;
  }

  /** The revision as a service runs it, which says what stands behind volumes at launch. */
  static TaskDefinition configured(TaskDefinition definition, JsonNode service) {
    Set<String> managed = new HashSet<>();
    for (JsonNode volume : field(service, "volumeConfigurations")) {
      if (field(volume, "managedEBSVolume").isObject()) {
        managed.add(text(volume, "name"));
      }
    }
    if (definition.volumes().stream().noneMatch(volume -> managed.contains(volume.name()))) {
      return definition;
    }
    return new TaskDefinition(
        definition.arn(),
        definition.family(),
        definition.revision(),
        definition.cpuUnits(),
        definition.memoryMiB(),
        definition.platform(),
        definition.ephemeralStorageGiB(),
        definition.containers(),
        definition.networkMode(),
        definition.volumes().stream()
            .map(
                volume ->
                    managed.contains(volume.name())
                        ? new Volume(volume.name(), VolumeKind.EBS, volume.writable())
                        : volume)
            .toList());
  }

  private static VolumeKind kind(JsonNode volume) {
    if (!field(volume, "efsVolumeConfiguration", "EFSVolumeConfiguration").isMissingNode()) {
      return VolumeKind.EFS;
    }
    if (!field(
            volume,
            "fsxWindowsFileServerVolumeConfiguration",
            "FSxWindowsFileServerVolumeConfiguration")
        .isMissingNode()) {
      return VolumeKind.FSX;
    }
    if (field(volume, "configuredAtLaunch").asBoolean(false)) {
      return VolumeKind.EBS;
    }
    JsonNode docker = field(volume, "dockerVolumeConfiguration");
    if (docker.isObject()) {
      // A volume of scope "task", the default, goes with its task.
      return text(docker, "scope").equals("shared") ? VolumeKind.DOCKER : VolumeKind.SCRATCH;
    }
    return text(field(volume, "host"), "sourcePath").isEmpty()
        ? VolumeKind.SCRATCH
        : VolumeKind.HOST_PATH;
  }
}
