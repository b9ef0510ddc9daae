package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.file.JsonFields;
import ecsadvisor.models.fact.security.BackupSelection;
import ecsadvisor.models.fact.security.BackupSelection.Condition;
import ecsadvisor.models.fact.security.RecoveryPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What AWS Backup selects and has backed up. */
final class SecurityBackups {
  private static final String TAG_PREFIX = "aws:ResourceTag/";
  private static final List<String> OPERATORS =
      List.of("StringEquals", "StringLike", "StringNotEquals", "StringNotLike");

  private final Map<String, RecoveryPoint> newest = new HashMap<>();
  private final Map<InventoryPlace, List<BackupSelection>> selections = new HashMap<>();

  SecurityBackups(InventoryBodies bodies) {
    bodies
        .newest("backup-protected-resource", body -> body.arn("resourceArn"))
        .forEach(
            (arn, body) -> {
              Instant at = JsonFields.time(field(body.json(), "lastBackupTime"));
              if (at != null) {
                newest.put(arn, new RecoveryPoint(at, body.item().collectedAt()));
              }
            });
    Map<InventoryPlace, String> plans = new HashMap<>();
    for (InventoryBodies.Body plan : bodies.of("backup-plan")) {
      String name = text(field(plan.json(), "backupPlan"), "backupPlanName");
      plans.put(
          InventoryPlace.of(plan, text(plan.json(), "backupPlanId")),
          name.isEmpty() ? text(plan.json(), "backupPlanName") : name);
    }
    bodies
        .newest("backup-selection", SecurityBackups::id)
        .values()
        .forEach(
            body ->
                selections
                    .computeIfAbsent(InventoryPlace.of(body, ""), place -> new ArrayList<>())
                    .add(selection(body, plans)));
  }

  private static String id(InventoryBodies.Body body) {
    return String.join(
        "/",
        body.item().accountId(),
        body.item().region(),
        text(body.json(), "backupPlanId"),
        text(body.json(), "selectionId"));
  }

  /** The newest recovery point of a resource, or null where none is listed. */
  @Nullable RecoveryPoint newest(String arn) {
    return newest.get(arn);
  }

  /** What the plans of an account and region select, ordered by plan and selection. */
  List<BackupSelection> selections(String accountId, String region) {
    return selections.getOrDefault(new InventoryPlace(accountId, region, ""), List.of());
  }

  private static BackupSelection selection(
      InventoryBodies.Body body, Map<InventoryPlace, String> plans) {
    String planId = text(body.json(), "backupPlanId");
    String name = plans.getOrDefault(InventoryPlace.of(body, planId), "");
    JsonNode selection = field(body.json(), "backupSelection");
    List<Condition> any = new ArrayList<>();
    for (JsonNode tag : field(selection, "listOfTags")) {
      any.add(condition(text(tag, "conditionType"), tag));
    }
    List<Condition> all = new ArrayList<>();
    for (String operator : OPERATORS) {
      for (JsonNode tag : field(field(selection, "conditions"), operator)) {
        all.add(condition(operator, tag));
      }
    }
    return new BackupSelection(
        name.isEmpty() ? planId : name,
        selection.isObject(),
        InventoryBodies.texts(field(selection, "resources")),
        InventoryBodies.texts(field(selection, "notResources")),
        any,
        all);
  }

  private static Condition condition(String operator, JsonNode tag) {
    String key = text(tag, "conditionKey");
    return new Condition(
        operator,
        key.startsWith(TAG_PREFIX) ? key.substring(TAG_PREFIX.length()) : key,
        text(tag, "conditionValue"));
  }
}
