package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.inventory.DefinitionGaps;
import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.fact.security.VolumeSecurity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the revisions of task definitions say of isolation, identity and logging, by ARN. */
final class SecurityTasks {
  private final Map<String, TaskSecurity> byArn = new HashMap<>();
  private final Map<String, TaskSecurity> newest = new HashMap<>();

  SecurityTasks(InventoryBodies bodies) {
    bodies
        .newest("ecs-task-definition", body -> body.arn("taskDefinitionArn"))
        .forEach(
            (arn, body) -> {
              TaskSecurity task = task(arn, body);
              byArn.put(arn, task);
              if (!text(body.json(), "status").equals("INACTIVE")) {
                newest.merge(
                    family(arn), task, (a, b) -> revision(a.arn()) >= revision(b.arn()) ? a : b);
              }
            });
  }

  /** The revision with that ARN, or null where the inventory lacks it. */
  @Nullable TaskSecurity find(String arn) {
    return byArn.get(arn);
  }

  /** The newest revision of an ARN's family that can be run, or null where there is none. */
  @Nullable TaskSecurity newestOfFamily(String arn) {
    return newest.get(family(arn));
  }

  private static String family(String arn) {
    int colon = arn.lastIndexOf(':');
    return colon > arn.lastIndexOf('/') ? arn.substring(0, colon) : arn;
  }

  private static int revision(String arn) {
    String digits = arn.substring(arn.lastIndexOf(':') + 1);
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }

  private static TaskSecurity task(String arn, InventoryBodies.Body item) {
    JsonNode body = item.json();
    SecurityFields fields = SecurityFields.of(body);
    List<ContainerSecurity> containers = new ArrayList<>();
    JsonNode definitions = field(body, "containerDefinitions");
    for (JsonNode definition : definitions) {
      if (definitions.isArray() && definition.isObject()) {
        containers.add(SecurityContainers.of(definition));
      } else {
        fields.leaveOpen("containerDefinitions");
      }
    }
    return new TaskSecurity(
        arn,
        item.item().collectedAt(),
        item.item().origin() == InventoryItem.Origin.CONFIG,
        fields.text("networkMode"),
        fields.text("pidMode"),
        fields.text("ipcMode"),
        fields.texts("requiresCompatibilities"),
        fields.part("runtimePlatform").text("operatingSystemFamily"),
        fields.size("cpu"),
        fields.size("memory"),
        fields.text("taskRoleArn"),
        fields.text("executionRoleArn"),
        containers,
        fields.parts("volumes").stream().map(SecurityTasks::volume).toList(),
        InventoryBodies.tags(body),
        field(body, "tags").isArray(),
        text(body, "registeredBy"),
        DefinitionGaps.placeholders(body),
        fields.open());
  }

  private static VolumeSecurity volume(SecurityFields volume) {
    SecurityFields efs = volume.part("efsVolumeConfiguration", "EFSVolumeConfiguration");
    SecurityFields authorization = efs.part("authorizationConfig");
    SecurityFields docker = volume.part("dockerVolumeConfiguration");
    String fileSystemId = efs.text("fileSystemId", "filesystemId");
    return new VolumeSecurity(
        volume.text("name"),
        hostPath(volume, docker),
        efs.exists() && fileSystemId.isEmpty() ? "${fileSystemId}" : fileSystemId,
        efs.text("transitEncryption"),
        authorization.text("iam", "IAM"),
        authorization.text("accessPointId"),
        docker.text("scope"),
        volume.flag("configuredAtLaunch"));
  }

  /** The host's directory, also that of a Docker volume which only binds one. */
  private static String hostPath(SecurityFields volume, SecurityFields docker) {
    String path = volume.part("host").text("sourcePath");
    SecurityFields options = docker.part("driverOpts");
    boolean binds = Arrays.asList(options.text("o").split(",", -1)).contains("bind");
    return path.isEmpty() && binds ? options.text("device") : path;
  }
}
