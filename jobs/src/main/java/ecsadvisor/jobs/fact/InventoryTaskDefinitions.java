package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.PlacementRule;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.TaskDefinition;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The task definitions of the inventory, by ARN. */
final class InventoryTaskDefinitions {
  private static final int INCLUDED_STORAGE_GIB = 20;

  private final Map<String, TaskDefinition> byArn = new HashMap<>();
  private final Map<String, List<PlacementRule>> constraints = new HashMap<>();

  InventoryTaskDefinitions(InventoryBodies bodies) {
    bodies
        .newest("ecs-task-definition", body -> body.arn("taskDefinitionArn"))
        .forEach(
            (arn, body) -> {
              byArn.put(arn, of(arn, body.json(), body.item().origin()));
              constraints.put(arn, InventoryPlacement.constraints(body.json()));
            });
  }

  /** The revision with that ARN, or null where the inventory lacks it. */
  @Nullable TaskDefinition find(String arn) {
    return byArn.get(arn);
  }

  /** All revisions of the inventory. */
  Collection<TaskDefinition> all() {
    return byArn.values();
  }

  /** The placement constraints of a revision. */
  List<PlacementRule> constraints(String arn) {
    return constraints.getOrDefault(arn, List.of());
  }

  /**
   * The revision that a body describes.
   *
   * <p>Without a runtime platform the definition means Linux on x86, but AWS Config does not record
   * runtime platforms; and without Fargate among its compatibilities the instances decide.
   */
  private static TaskDefinition of(String arn, JsonNode body, InventoryItem.Origin origin) {
    String familyAndRevision = arn.substring(arn.lastIndexOf('/') + 1);
    int colon = familyAndRevision.lastIndexOf(':');
    String family = text(body, "family");
    JsonNode storage = field(body, "ephemeralStorage");
    return new TaskDefinition(
        arn,
        family.isEmpty() && colon > 0 ? familyAndRevision.substring(0, colon) : family,
        InventoryNumbers.count(body, "revision", revision(familyAndRevision, colon)),
        InventoryNumbers.size(body, "cpu"),
        InventoryNumbers.size(body, "memory"),
        platform(body, origin),
        InventoryNumbers.count(storage, "sizeInGiB", INCLUDED_STORAGE_GIB),
        InventoryContainers.of(body, text(body, "networkMode")),
        text(body, "networkMode"),
        InventoryVolumes.of(body));
  }

  private static int revision(String familyAndRevision, int colon) {
    String digits = familyAndRevision.substring(colon + 1);
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }

  private static Platform platform(JsonNode body, InventoryItem.Origin origin) {
    JsonNode runtime = field(body, "runtimePlatform");
    String system = text(runtime, "operatingSystemFamily").toUpperCase(Locale.ROOT);
    String architecture = text(runtime, "cpuArchitecture").toUpperCase(Locale.ROOT);
    if (system.startsWith("WINDOWS")) {
      return Platform.WINDOWS;
    }
    if (architecture.equals("ARM64")) {
      return Platform.ARM;
    }
    if (architecture.equals("X86_64")) {
      return Platform.X86;
    }
    boolean fargate = false;
    for (JsonNode compatibility : field(body, "requiresCompatibilities")) {
      fargate |= compatibility.asText().equals("FARGATE");
    }
    return fargate && origin == InventoryItem.Origin.API && architecture.isEmpty()
        ? Platform.X86
        : Platform.UNKNOWN;
  }
}
