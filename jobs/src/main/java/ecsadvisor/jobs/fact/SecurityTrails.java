package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.security.AuditSecurity.ManagementEvents;
import ecsadvisor.models.fact.security.AuditSecurity.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * CloudTrail's trails, each with its status and selectors wherever those were read: a member
 * account sees an organization's trail, but the management account has its parts.
 */
final class SecurityTrails {
  private final SortedMap<String, Map<String, Trail>> ofAccount = new TreeMap<>();
  private final SortedMap<String, Map<String, Trail>> ofRegion = new TreeMap<>();

  SecurityTrails(InventoryBodies bodies) {
    Map<String, InventoryBodies.Body> status =
        bodies.newest("cloudtrail-status", body -> body.arn("trailARN"));
    Map<String, InventoryBodies.Body> selectors =
        bodies.newest("cloudtrail-event-selectors", body -> body.arn("trailARN"));
    bodies
        .newest("cloudtrail-trail", body -> body.item().accountId() + "/" + body.arn("trailARN"))
        .values()
        .forEach(
            body -> {
              String arn = body.arn("trailARN");
              Trail trail = trail(arn, body, status.get(arn), selectors.get(arn));
              String account = body.item().accountId();
              boolean everywhere = field(body.json(), "isMultiRegionTrail").asBoolean(false);
              String home = text(body.json(), "homeRegion");
              String region = home.isEmpty() ? body.item().region() : home;
              (everywhere ? ofAccount : ofRegion)
                  .computeIfAbsent(
                      everywhere ? account : account + "/" + region, key -> new TreeMap<>())
                  .put(arn, trail);
            });
  }

  /** The trails that record a region of an account, ordered by ARN. */
  List<Trail> of(String accountId, String region) {
    Map<String, Trail> trails = new TreeMap<>(ofAccount.getOrDefault(accountId, Map.of()));
    trails.putAll(ofRegion.getOrDefault(accountId + "/" + region, Map.of()));
    return List.copyOf(trails.values());
  }

  private static Trail trail(
      String arn,
      InventoryBodies.Body trail,
      InventoryBodies.@Nullable Body status,
      InventoryBodies.@Nullable Body selectors) {
    Instant readAt = trail.item().collectedAt();
    Boolean logging = null;
    String error = "";
    if (status != null) {
      readAt = earlier(readAt, status);
      JsonNode recording = field(status.json(), "isLogging");
      logging = recording.isBoolean() ? Boolean.valueOf(recording.booleanValue()) : null;
      error = text(status.json(), "latestDeliveryError");
    }
    ManagementEvents events = null;
    if (selectors != null) {
      readAt = earlier(readAt, selectors);
      events = events(selectors.json());
    }
    JsonNode custom = field(trail.json(), "hasCustomEventSelectors");
    if (events == null && custom.isBoolean() && !custom.booleanValue()) {
      events = ManagementEvents.ALL;
    }
    return new Trail(arn, readAt, logging, error, events);
  }

  private static Instant earlier(Instant time, InventoryBodies.Body other) {
    Instant read = other.item().collectedAt();
    return read.isBefore(time) ? read : time;
  }

  /** What selectors of either form take together, or null where there are none. */
  private static @Nullable ManagementEvents events(JsonNode body) {
    List<ManagementEvents> taken = new ArrayList<>();
    for (JsonNode selector : field(body, "eventSelectors")) {
      taken.add(basic(selector));
    }
    for (JsonNode selector : field(body, "advancedEventSelectors")) {
      taken.add(advanced(selector));
    }
    if (taken.isEmpty()) {
      return null;
    }
    boolean allReads = taken.stream().anyMatch(one -> one.reads() && one.leftOut().isEmpty());
    boolean allWrites = taken.stream().anyMatch(one -> one.writes() && one.leftOut().isEmpty());
    TreeSet<String> leftOut = new TreeSet<>();
    if (!allReads || !allWrites) {
      taken.stream()
          .filter(one -> one.reads() || one.writes())
          .forEach(one -> leftOut.addAll(one.leftOut()));
    }
    return new ManagementEvents(
        taken.stream().anyMatch(ManagementEvents::reads),
        taken.stream().anyMatch(ManagementEvents::writes),
        List.copyOf(leftOut));
  }

  private static ManagementEvents basic(JsonNode selector) {
    String type = text(selector, "readWriteType");
    boolean taken = field(selector, "includeManagementEvents").asBoolean(true);
    return new ManagementEvents(
        taken && !type.equals("WriteOnly"),
        taken && !type.equals("ReadOnly"),
        InventoryBodies.texts(field(selector, "excludeManagementEventSources")));
  }

  /** Any condition beside the category and the direction leaves something out. */
  private static ManagementEvents advanced(JsonNode selector) {
    boolean management = false;
    boolean reads = true;
    boolean writes = true;
    List<String> leftOut = new ArrayList<>();
    for (JsonNode condition : field(selector, "fieldSelectors")) {
      List<String> equal = InventoryBodies.texts(field(condition, "equals"));
      switch (text(condition, "field")) {
        case "eventCategory" -> management = equal.contains("Management");
        case "readOnly" -> {
          reads = equal.contains("true");
          writes = equal.contains("false");
        }
        default -> {
          List<String> without = InventoryBodies.texts(field(condition, "notEquals"));
          leftOut.addAll(
              without.isEmpty()
                  ? List.of("what " + text(condition, "field") + " does not match")
                  : without);
        }
      }
    }
    return new ManagementEvents(management && reads, management && writes, leftOut);
  }
}
