package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.security.AuditSecurity.Recorder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** AWS Config's recorders; what a recorder takes and whether it runs are two calls' answers. */
final class SecurityRecorders {
  private static final List<String> TYPES =
      List.of("AWS::ECS::Cluster", "AWS::ECS::Service", "AWS::ECS::TaskDefinition");

  private final Map<String, List<Recorder>> byPlace = new HashMap<>();

  SecurityRecorders(InventoryBodies bodies) {
    SortedMap<String, InventoryBodies.Body> groups =
        bodies.newest("config-recorder", body -> key(body, "recordingGroup"));
    SortedMap<String, InventoryBodies.Body> status =
        bodies.newest("config-recorder", body -> key(body, "recording"));
    SortedMap<String, InventoryBodies.Body> all = new TreeMap<>(groups);
    all.putAll(status);
    all.forEach(
        (key, body) ->
            byPlace
                .computeIfAbsent(
                    body.item().accountId() + "/" + body.item().region(),
                    place -> new ArrayList<>())
                .add(recorder(body, groups.get(key), status.get(key))));
  }

  /** The recorders of a region, ordered by name. */
  List<Recorder> of(String accountId, String region) {
    return byPlace.getOrDefault(accountId + "/" + region, List.of());
  }

  private static String key(InventoryBodies.Body body, String needed) {
    return field(body.json(), needed).isMissingNode()
        ? ""
        : InventoryManifests.key(
            body.item().accountId(), body.item().region(), text(body.json(), "name"));
  }

  private static Recorder recorder(
      InventoryBodies.Body any,
      InventoryBodies.@Nullable Body group,
      InventoryBodies.@Nullable Body status) {
    Instant readAt = any.item().collectedAt();
    if (group != null && group.item().collectedAt().isBefore(readAt)) {
      readAt = group.item().collectedAt();
    }
    return new Recorder(
        text(any.json(), "name"),
        readAt,
        status == null ? null : field(status.json(), "recording").asBoolean(false),
        status == null ? "" : text(status.json(), "lastStatus").toUpperCase(Locale.ROOT),
        group == null ? null : leftOut(field(group.json(), "recordingGroup")));
  }

  private static @Nullable List<String> leftOut(JsonNode group) {
    if (group.isEmpty()) {
      return null;
    }
    if (field(group, "allSupported").asBoolean(false)) {
      return List.of();
    }
    List<String> excluded =
        InventoryBodies.texts(field(field(group, "exclusionByResourceTypes"), "resourceTypes"));
    String strategy = text(field(group, "recordingStrategy"), "useOnly");
    if (strategy.equals("EXCLUSION_BY_RESOURCE_TYPES") || !excluded.isEmpty()) {
      return TYPES.stream().filter(excluded::contains).toList();
    }
    List<String> taken = InventoryBodies.texts(field(group, "resourceTypes"));
    return TYPES.stream().filter(type -> !taken.contains(type)).toList();
  }
}
