package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.security.AuditSecurity.Coverage;
import ecsadvisor.models.fact.security.AuditSecurity.Detector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** GuardDuty's detectors, and the coverage of clusters that one of them reports. */
final class SecurityDetectors {
  private final Map<String, List<Detector>> byPlace = new HashMap<>();
  private final Map<InventoryPlace, InventoryBodies.Body> coverage = new HashMap<>();

  SecurityDetectors(InventoryBodies bodies) {
    bodies
        .newest("guardduty-detector", SecurityDetectors::key)
        .values()
        .forEach(
            body ->
                byPlace
                    .computeIfAbsent(
                        body.item().accountId() + "/" + body.item().region(),
                        place -> new ArrayList<>())
                    .add(detector(body)));
    for (InventoryBodies.Body body : bodies.of("guardduty-coverage")) {
      String cluster =
          text(field(field(body.json(), "resourceDetails"), "ecsClusterDetails"), "clusterName");
      String account = text(body.json(), "accountId");
      if (!cluster.isEmpty()) {
        coverage.merge(
            new InventoryPlace(
                account.isEmpty() ? body.item().accountId() : account,
                body.item().region(),
                cluster),
            body,
            InventoryBodies::newer);
      }
    }
  }

  /** The detectors of a region, ordered by id. */
  List<Detector> of(String accountId, String region) {
    return byPlace.getOrDefault(accountId + "/" + region, List.of());
  }

  /** What is said of a service's cluster, or null where nothing is. */
  @Nullable Coverage coverage(ServiceKey key) {
    InventoryBodies.Body body = coverage.get(InventoryPlace.ofCluster(key));
    return body == null
        ? null
        : new Coverage(
            body.item().collectedAt(),
            text(body.json(), "coverageStatus"),
            text(body.json(), "issue"));
  }

  private static String key(InventoryBodies.Body body) {
    return body.item().accountId() + "/" + body.item().region() + "/" + id(body);
  }

  private static String id(InventoryBodies.Body body) {
    String id = text(body.json(), "detectorId");
    return id.isEmpty() ? InventoryBodies.shortName(body.item().arn()) : id;
  }

  private static Detector detector(InventoryBodies.Body body) {
    JsonNode features = field(body.json(), "features");
    List<String> on = new ArrayList<>();
    for (JsonNode feature : features) {
      if (isOn(feature)) {
        String name = text(feature, "name");
        on.add(name);
        for (JsonNode part : field(feature, "additionalConfiguration")) {
          if (isOn(part)) {
            on.add(name + "/" + text(part, "name"));
          }
        }
      }
    }
    // AWS Config writes a flag in place of the status.
    boolean enabled = isOn(body.json()) || field(body.json(), "enable").asBoolean(false);
    return new Detector(id(body), body.item().collectedAt(), enabled, !features.isEmpty(), on);
  }

  private static boolean isOn(JsonNode setting) {
    return text(setting, "status").equals("ENABLED");
  }
}
