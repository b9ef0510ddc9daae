package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.ServiceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The network interfaces of running tasks, by service. */
final class SecurityInterfaces {
  private final Map<ServiceKey, TreeSet<String>> byService = new HashMap<>();

  SecurityInterfaces(InventoryBodies bodies) {
    for (InventoryBodies.Body task : bodies.of("ecs-task")) {
      String service = InventoryTasks.service(task.json());
      if (!service.isEmpty() && InventoryTasks.runs(task.json())) {
        ServiceKey key =
            new ServiceKey(
                task.item().accountId(),
                task.item().region(),
                InventoryTasks.cluster(task),
                service);
        add(byService.computeIfAbsent(key, other -> new TreeSet<>()), task.json());
      }
    }
  }

  /** The interfaces of a service, sorted. */
  List<String> of(ServiceKey key) {
    return List.copyOf(byService.getOrDefault(key, new TreeSet<>()));
  }

  private static void add(Set<String> interfaces, JsonNode task) {
    for (JsonNode attachment : field(task, "attachments")) {
      for (JsonNode detail : field(attachment, "details")) {
        String value = text(detail, "value");
        if (text(detail, "name").equals("networkInterfaceId") && !value.isEmpty()) {
          interfaces.add(value);
        }
      }
    }
  }
}
