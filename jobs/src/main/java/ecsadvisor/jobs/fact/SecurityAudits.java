package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.security.AuditSecurity;
import ecsadvisor.models.fact.security.AuditSecurity.Detector;
import ecsadvisor.models.fact.security.AuditSecurity.LogGroup;
import ecsadvisor.models.fact.security.AuditSecurity.Recorder;
import ecsadvisor.models.fact.security.AuditSecurity.Standard;
import ecsadvisor.models.fact.security.AuditSecurity.Trail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The inventory's view of a service for {@link AuditSecurity}. */
final class SecurityAudits {
  private final InventoryManifests manifests;
  private final SecurityTrails trails;
  private final SecurityDetectors detectors;
  private final SecurityAlarms alarms;
  private final SecurityRecorders recorders;
  private final Map<String, Map<String, LogGroup>> logGroups = new HashMap<>();
  private final Map<String, List<Standard>> standards = new HashMap<>();
  private final Map<String, Region> regions = new HashMap<>();

  SecurityAudits(InventoryBodies bodies, InventoryManifests manifests) {
    this.manifests = manifests;
    this.trails = new SecurityTrails(bodies);
    this.detectors = new SecurityDetectors(bodies);
    this.alarms = new SecurityAlarms(bodies);
    this.recorders = new SecurityRecorders(bodies);
    for (InventoryBodies.Body body :
        bodies.newest("logs-log-group", body -> key(body, "logGroupName")).values()) {
      String name = text(body.json(), "logGroupName");
      Integer days = InventoryNumbers.whole(body.json(), "retentionInDays");
      if (days != null || field(body.json(), "retentionInDays").isMissingNode()) {
        logGroups
            .computeIfAbsent(place(body), place -> new HashMap<>())
            .put(name, new LogGroup(name, body.item().collectedAt(), days));
      }
    }
    for (InventoryBodies.Body body :
        bodies.newest("securityhub-standard", body -> key(body, "standardsArn")).values()) {
      standards
          .computeIfAbsent(place(body), place -> new ArrayList<>())
          .add(
              new Standard(
                  text(body.json(), "standardsArn"),
                  body.item().collectedAt(),
                  text(body.json(), "standardsStatus")));
    }
  }

  AuditSecurity of(SecuritySource source) {
    String account = source.key().accountId();
    String name = source.key().region();
    Region region =
        regions.computeIfAbsent(account + "/" + name, place -> region(place, account, name));
    return new AuditSecurity(
        region.trails,
        region.detectors,
        detectors.coverage(source.key()),
        region.logGroups,
        alarms.of(source),
        region.queryAlarms,
        deploymentAlarms(source),
        region.recorders,
        region.standards);
  }

  /** Names of alarms that are on; where all alarms were read, of those that exist. */
  private List<String> deploymentAlarms(SecuritySource source) {
    JsonNode settings = field(field(source.body(), "deploymentConfiguration"), "alarms");
    if (!field(settings, "enable").asBoolean(false)) {
      return List.of();
    }
    String account = source.key().accountId();
    String region = source.key().region();
    boolean allRead = manifests.complete(account, region, "cloudwatch-alarm");
    return InventoryBodies.texts(field(settings, "alarmNames")).stream()
        .filter(name -> !allRead || alarms.exists(account, region, name))
        .toList();
  }

  private Region region(String place, String account, String region) {
    return new Region(
        trails.of(account, region),
        List.copyOf(detectors.of(account, region)),
        Map.copyOf(logGroups.getOrDefault(place, Map.of())),
        alarms.onQueries(account, region),
        List.copyOf(recorders.of(account, region)),
        List.copyOf(standards.getOrDefault(place, List.of())));
  }

  private static String place(InventoryBodies.Body body) {
    return body.item().accountId() + "/" + body.item().region();
  }

  private static String key(InventoryBodies.Body body, String name) {
    String own = text(body.json(), name);
    return own.isEmpty() ? "" : place(body) + "/" + own;
  }

  /** What all services of a region have in common. */
  private record Region(
      List<Trail> trails,
      List<Detector> detectors,
      Map<String, LogGroup> logGroups,
      List<String> queryAlarms,
      List<Recorder> recorders,
      List<Standard> standards) {}
}
