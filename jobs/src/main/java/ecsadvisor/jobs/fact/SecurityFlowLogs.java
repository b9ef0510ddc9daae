package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.security.FlowLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Flow logs by the VPC, subnet or interface that they record. */
final class SecurityFlowLogs {
  private final Map<String, List<FlowLog>> byResource = new HashMap<>();

  SecurityFlowLogs(InventoryBodies bodies) {
    bodies
        .newest("ec2-flow-log", SecurityFlowLogs::id)
        .forEach(
            (id, body) -> {
              String resource = text(body.json(), "resourceId");
              if (!resource.isEmpty()) {
                byResource
                    .computeIfAbsent(resource, key -> new ArrayList<>())
                    .add(log(id, resource, body));
              }
            });
  }

  /** The flow logs of these resources, ordered by id. */
  List<FlowLog> of(List<String> resourceIds) {
    List<FlowLog> logs = new ArrayList<>();
    resourceIds.forEach(id -> logs.addAll(byResource.getOrDefault(id, List.of())));
    logs.sort(Comparator.comparing(FlowLog::id));
    return logs;
  }

  private static String id(InventoryBodies.Body body) {
    String id = text(body.json(), "flowLogId", "id");
    return id.isEmpty() ? InventoryBodies.shortName(body.item().arn()) : id;
  }

  /** AWS Config records no status: a flow log that exists is active. */
  private static FlowLog log(String id, String resource, InventoryBodies.Body body) {
    JsonNode json = body.json();
    String status = text(json, "flowLogStatus");
    boolean active =
        (status.isEmpty() || status.equals("ACTIVE"))
            && !text(json, "deliverLogsStatus").equals("FAILED");
    return new FlowLog(id, resource, text(json, "trafficType"), active, body.item().collectedAt());
  }
}
