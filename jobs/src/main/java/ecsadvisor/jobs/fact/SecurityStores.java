package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.ContainerSecurity.LogSecurity;
import ecsadvisor.models.fact.security.FileSystemSecurity;
import ecsadvisor.models.fact.security.StorageSecurity;
import ecsadvisor.models.fact.security.StorageSecurity.ManagedVolume;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.fact.security.VolumeSecurity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The inventory's view of a service for {@link StorageSecurity}. */
final class SecurityStores {
  private final SecurityBackups backups;
  private final SecurityDisks disks;
  private final SecurityMachines machines;
  private final Map<String, FileSystemSecurity> fileSystems = new HashMap<>();
  private final Map<InventoryPlace, String> logGroupKeys = new HashMap<>();

  SecurityStores(
      InventoryBodies bodies,
      SecurityBackups backups,
      SecurityDisks disks,
      SecurityMachines machines) {
    this.backups = backups;
    this.disks = disks;
    this.machines = machines;
    SortedMap<String, InventoryBodies.Body> policies =
        bodies.newest("efs-backup-policy", SecurityStores::fileSystemId);
    bodies
        .newest("efs-file-system", SecurityStores::fileSystemId)
        .forEach((id, body) -> fileSystems.put(id, fileSystem(id, body, policies)));
    for (InventoryBodies.Body body : bodies.of("logs-log-group")) {
      logGroupKeys.put(
          InventoryPlace.of(body, text(body.json(), "logGroupName")),
          text(body.json(), "kmsKeyId"));
    }
  }

  StorageSecurity of(SecuritySource source) {
    SortedMap<String, FileSystemSecurity> mounted = new TreeMap<>();
    Map<String, String> keys = new HashMap<>();
    for (TaskSecurity task : source.tasks()) {
      for (VolumeSecurity volume : task.volumes()) {
        FileSystemSecurity found = fileSystems.get(volume.fileSystemId());
        if (found != null) {
          mounted.put(found.id(), found);
        }
      }
      for (ContainerSecurity container : task.containers()) {
        LogSecurity log = container.log();
        String group = log == null ? "" : log.group();
        String key =
            logGroupKeys.get(
                new InventoryPlace(source.key().accountId(), source.key().region(), group));
        if (key != null) {
          keys.put(group, key);
        }
      }
    }
    String account = source.key().accountId();
    String region = source.key().region();
    return new StorageSecurity(
        List.copyOf(mounted.values()),
        managed(source),
        machines.of(source),
        mounted.isEmpty() ? List.of() : backups.selections(account, region),
        keys);
  }

  private List<ManagedVolume> managed(SecuritySource source) {
    SortedMap<String, Boolean> encrypted = new TreeMap<>();
    List<JsonNode> owners = source.owners();
    field(source.body(), "deployments").forEach(owners::add);
    for (JsonNode owner : owners) {
      for (JsonNode volume : field(owner, "volumeConfigurations")) {
        JsonNode managed = field(volume, "managedEBSVolume", "managedEbsVolume");
        if (managed.isObject()) {
          encrypted.merge(
              text(volume, "name"),
              field(managed, "encrypted").asBoolean(false),
              Boolean::logicalAnd);
        }
      }
    }
    List<ManagedVolume> volumes = new ArrayList<>();
    encrypted.forEach(
        (name, asked) ->
            volumes.add(new ManagedVolume(name, asked, disks.ofService(source.key()))));
    return volumes;
  }

  private FileSystemSecurity fileSystem(
      String id, InventoryBodies.Body body, Map<String, InventoryBodies.Body> policies) {
    JsonNode json = body.json();
    JsonNode encrypted = field(json, "encrypted");
    JsonNode tags = field(json, "tags", "fileSystemTags");
    InventoryBodies.Body policy = policies.get(id);
    JsonNode said = field(policy == null ? json : policy.json(), "backupPolicy");
    String own = text(json, "fileSystemArn", "arn");
    String arn =
        own.isEmpty()
            ? "arn:aws:elasticfilesystem:%s:%s:file-system/%s"
                .formatted(body.item().region(), body.item().accountId(), id)
            : own;
    return new FileSystemSecurity(
        id,
        arn,
        encrypted.isBoolean() ? encrypted.booleanValue() : null,
        text(json, "kmsKeyId"),
        InventoryBodies.pairs(tags, "key"),
        tags.isArray(),
        text(said, "status"),
        backups.newest(arn));
  }

  /** The id from the body, or from the ARN of a call that answers without it. */
  private static String fileSystemId(InventoryBodies.Body body) {
    String own = text(body.json(), "fileSystemId");
    return own.isEmpty() ? InventoryBodies.shortName(body.item().arn()) : own;
  }
}
