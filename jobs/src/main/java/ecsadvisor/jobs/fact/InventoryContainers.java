package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.ContainerRuntime;
import ecsadvisor.models.fact.JvmSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The containers of a task definition. */
final class InventoryContainers {
  private static final int LAST_PORT = 65_535;

  private InventoryContainers() {}

  /** The containers of a body, in order. */
  static List<Container> of(JsonNode body, String networkMode) {
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
              new ContainerRuntime(
                  InventoryNumbers.whole(definition, "stopTimeout"),
                  !field(definition, "healthCheck").isEmpty(),
                  hostPorts(definition, networkMode),
                  gpus(definition),
                  field(definition, "privileged").asBoolean(false))));
    }
    return containers;
  }

  /**
   * The host's ports that a container insists on. With {@code host} they are its own ports; with
   * {@code awsvpc} the task has an interface of its own and takes none of the host's; with {@code
   * bridge} (the default on Linux) those that are named and not 0, the others being dynamic.
   */
  private static List<Integer> hostPorts(JsonNode definition, String networkMode) {
    if (networkMode.equals("awsvpc") || networkMode.equals("none")) {
      return List.of();
    }
    String name = networkMode.equals("host") ? "containerPort" : "hostPort";
    List<Integer> ports = new ArrayList<>();
    for (JsonNode mapping : field(definition, "portMappings")) {
      int port = InventoryNumbers.count(mapping, name, 0);
      if (port > 0 && port <= LAST_PORT) {
        ports.add(port);
      }
    }
    return ports.stream().distinct().sorted().toList();
  }

  private static int gpus(JsonNode definition) {
    for (JsonNode requirement : field(definition, "resourceRequirements")) {
      if (text(requirement, "type").equals("GPU")) {
        return InventoryNumbers.count(requirement, "value", 0);
      }
    }
    return 0;
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
