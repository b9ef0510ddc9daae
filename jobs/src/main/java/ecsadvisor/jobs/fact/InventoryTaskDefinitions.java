package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.ContainerRuntime;
import ecsadvisor.models.fact.JvmSettings;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.TaskDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Task definitions from the bodies of inventory items. */
final class InventoryTaskDefinitions {
  private static final int INCLUDED_STORAGE_GIB = 20;

  private InventoryTaskDefinitions() {}

  /**
   * The revision that a body describes.
   *
   * <p>Without a runtime platform the definition means Linux on x86, but AWS Config does not record
   * runtime platforms; and without Fargate among its compatibilities the instances decide.
   */
  static TaskDefinition of(String arn, JsonNode body, InventoryItem.Origin origin) {
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
        containers(body),
        text(body, "networkMode"),
        List.of());
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

  private static List<Container> containers(JsonNode body) {
    List<Container> containers = new ArrayList<>();
    for (JsonNode definition : field(body, "containerDefinitions")) {
      Integer cpuUnits = InventoryNumbers.size(definition, "cpu");
      containers.add(
          new Container(
              text(definition, "name"),
              text(definition, "image"),
              cpuUnits == null ? 0 : cpuUnits,
              InventoryNumbers.size(definition, "memory"),
              InventoryNumbers.size(definition, "memoryReservation"),
              field(definition, "essential").asBoolean(true),
              jvm(field(definition, "jvm")),
              ContainerRuntime.DEFAULT));
    }
    return containers;
  }

  private static @Nullable JvmSettings jvm(JsonNode figures) {
    if (!figures.isObject()) {
      return null;
    }
    return new JvmSettings(
        number(figures.path("maxHeapMiB")), number(figures.path("maxRamPercentage")));
  }

  private static @Nullable Double number(JsonNode value) {
    return value.isNumber() ? value.asDouble() : null;
  }
}
