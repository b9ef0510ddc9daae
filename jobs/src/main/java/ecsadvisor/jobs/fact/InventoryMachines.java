package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.file.JsonFields;
import ecsadvisor.models.fact.EbsVolume;
import ecsadvisor.models.fact.InstanceTypeFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What EC2 says of volumes and instance types. */
final class InventoryMachines {
  private static final Set<String> GONE = Set.of("deleting", "deleted");

  private InventoryMachines() {}

  /** The EBS volumes, ordered by account, region and id. */
  static List<EbsVolume> volumes(InventoryBodies bodies) {
    List<EbsVolume> volumes = new ArrayList<>();
    bodies
        .newest("ec2-volume", body -> text(body.json(), "volumeId"))
        .forEach(
            (id, body) -> {
              if (!GONE.contains(text(body.json(), "state"))) {
                volumes.add(volume(id, body));
              }
            });
    volumes.sort(
        Comparator.comparing(EbsVolume::accountId)
            .thenComparing(EbsVolume::region)
            .thenComparing(EbsVolume::volumeId));
    return volumes;
  }

  private static EbsVolume volume(String id, InventoryBodies.Body body) {
    JsonNode json = body.json();
    String zone = text(json, "availabilityZone");
    String region = body.item().region();
    return new EbsVolume(
        body.item().accountId(),
        region.isEmpty() && zone.length() > 1 ? zone.substring(0, zone.length() - 1) : region,
        id,
        InventoryNumbers.count(json, "size", 0),
        text(json, "volumeType"),
        text(json, "state").equals("in-use") || !field(json, "attachments").isEmpty(),
        JsonFields.time(field(json, "createTime")),
        InventoryBodies.tags(json));
  }

  /** The instance types, ordered by name. */
  static List<InstanceTypeFacts> types(InventoryBodies bodies) {
    List<InstanceTypeFacts> types = new ArrayList<>();
    bodies
        .newest("ec2-instance-type", body -> text(body.json(), "instanceType"))
        .forEach((name, body) -> types.add(type(name, body.json())));
    return types;
  }

  private static InstanceTypeFacts type(String name, JsonNode body) {
    int gpus = 0;
    for (JsonNode gpu : field(field(body, "gpuInfo"), "gpus")) {
      gpus += InventoryNumbers.count(gpu, "count", 0);
    }
    return new InstanceTypeFacts(
        name,
        InventoryNumbers.count(field(body, "vCpuInfo"), "defaultVCpus", 0),
        InventoryNumbers.count(field(body, "memoryInfo"), "sizeInMiB", 0),
        gpus,
        InventoryNumbers.count(field(body, "networkInfo"), "maximumNetworkInterfaces", 0),
        InventoryBodies.texts(field(field(body, "processorInfo"), "supportedArchitectures")),
        field(body, "currentGeneration").asBoolean(true));
  }
}
