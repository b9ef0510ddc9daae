package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.fact.security.Disk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The EBS volumes: by id, by the instance that has them, and by the service that ECS made them for.
 */
final class SecurityDisks {
  private final Map<String, Disk> byId = new HashMap<>();
  private final Map<String, List<Disk>> byInstance = new HashMap<>();
  private final Map<ServiceKey, List<Disk>> byService = new HashMap<>();

  SecurityDisks(InventoryBodies bodies, SecurityBackups backups) {
    bodies
        .newest("ec2-volume", body -> text(body.json(), "volumeId"))
        .forEach((id, body) -> add(id, body, backups));
  }

  private void add(String id, InventoryBodies.Body body, SecurityBackups backups) {
    JsonNode encrypted = field(body.json(), "encrypted");
    String arn =
        "arn:aws:ec2:" + body.item().region() + ":" + body.item().accountId() + ":volume/" + id;
    Disk disk =
        new Disk(
            id,
            encrypted.isBoolean() ? encrypted.booleanValue() : null,
            backups.newest(body.item().arn().endsWith(id) ? body.item().arn() : arn));
    byId.put(id, disk);
    for (JsonNode attachment : field(body.json(), "attachments")) {
      put(byInstance, text(attachment, "instanceId"), disk);
    }
    Map<String, String> tags = new TreeMap<>();
    for (Tag tag : InventoryBodies.tags(body.json())) {
      tags.put(tag.key(), tag.value());
    }
    String cluster = tags.getOrDefault("aws:ecs:clusterName", "");
    String service = tags.getOrDefault("aws:ecs:serviceName", "");
    if (!cluster.isEmpty() && !service.isEmpty()) {
      put(
          byService,
          new ServiceKey(body.item().accountId(), body.item().region(), cluster, service),
          disk);
    }
  }

  private static <K> void put(Map<K, List<Disk>> disks, K key, Disk disk) {
    disks.computeIfAbsent(key, other -> new ArrayList<>()).add(disk);
  }

  /** The volume with that id, or null where the inventory lacks it. */
  @Nullable Disk find(String id) {
    return byId.get(id);
  }

  /** The volumes that say that an instance has them, ordered by id. */
  List<Disk> ofInstance(String instanceId) {
    return byInstance.getOrDefault(instanceId, List.of());
  }

  /** The volumes whose tags name a service, ordered by id. */
  List<Disk> ofService(ServiceKey key) {
    return byService.getOrDefault(key, List.of());
  }
}
