package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ScalingPolicy;
import ecsadvisor.models.fact.ScheduledAction;
import ecsadvisor.models.fact.ServiceKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How Application Auto Scaling sets the number of tasks of services. */
final class InventoryScaling {
  private static final String DESIRED_COUNT = "ecs:service:DesiredCount";
  private static final Comparator<ScalingPolicy> POLICIES =
      Comparator.comparing(ScalingPolicy::policyType)
          .thenComparing(ScalingPolicy::predefinedMetric)
          .thenComparing(ScalingPolicy::targetValue, Comparator.nullsFirst(Double::compare))
          .thenComparing(ScalingPolicy::scaleInDisabled)
          .thenComparing(ScalingPolicy::name);
  private static final Comparator<ScheduledAction> ACTIONS =
      Comparator.comparing(ScheduledAction::name)
          .thenComparing(ScheduledAction::schedule)
          .thenComparing(ScheduledAction::timezone)
          .thenComparing(ScheduledAction::minCapacity, Comparator.nullsFirst(Integer::compare))
          .thenComparing(ScheduledAction::maxCapacity, Comparator.nullsFirst(Integer::compare));

  private final Map<InventoryPlace, List<JsonNode>> targets;
  private final Map<InventoryPlace, List<JsonNode>> policies;
  private final Map<InventoryPlace, List<JsonNode>> actions;

  InventoryScaling(InventoryBodies bodies) {
    targets = byResource(bodies, "autoscaling-target");
    policies = byResource(bodies, "autoscaling-policy");
    actions = byResource(bodies, "autoscaling-scheduled-action");
  }

  private static Map<InventoryPlace, List<JsonNode>> byResource(
      InventoryBodies bodies, String kind) {
    Map<InventoryPlace, List<JsonNode>> byResource = new HashMap<>();
    for (InventoryBodies.Body body : bodies.of(kind)) {
      String dimension = text(body.json(), "scalableDimension");
      if (dimension.isEmpty() || dimension.equals(DESIRED_COUNT)) {
        byResource
            .computeIfAbsent(
                InventoryPlace.of(body, text(body.json(), "resourceId")),
                place -> new ArrayList<>())
            .add(body.json());
      }
    }
    return byResource;
  }

  /**
   * The scaling of a service; null where no scalable target names it.
   *
   * @param onlyOfItsName whether no other account or region has a cluster and service of these
   *     names, so that targets without an account belong to it
   */
  @Nullable Scaling of(ServiceKey key, boolean onlyOfItsName) {
    List<JsonNode> target = find(targets, key, onlyOfItsName);
    if (target.isEmpty()) {
      return null;
    }
    return new Scaling(
        InventoryNumbers.count(target.get(0), "minCapacity", 0),
        InventoryNumbers.count(target.get(0), "maxCapacity", 0),
        find(policies, key, onlyOfItsName).stream()
            .map(InventoryScaling::policy)
            .sorted(POLICIES)
            .toList(),
        find(actions, key, onlyOfItsName).stream()
            .map(InventoryScaling::action)
            .sorted(ACTIONS)
            .toList());
  }

  private static List<JsonNode> find(
      Map<InventoryPlace, List<JsonNode>> bodies, ServiceKey key, boolean onlyOfItsName) {
    String resource = "service/" + key.clusterName() + "/" + key.serviceName();
    List<JsonNode> found =
        new ArrayList<>(
            bodies.getOrDefault(
                new InventoryPlace(key.accountId(), key.region(), resource), List.of()));
    if (onlyOfItsName) {
      for (InventoryPlace place :
          List.of(
              new InventoryPlace("", key.region(), resource),
              new InventoryPlace(key.accountId(), "", resource),
              new InventoryPlace("", "", resource))) {
        found.addAll(bodies.getOrDefault(place, List.of()));
      }
    }
    return found;
  }

  private static ScalingPolicy policy(JsonNode body) {
    JsonNode tracking = field(body, "targetTrackingScalingPolicyConfiguration");
    JsonNode target = field(tracking, "targetValue");
    return new ScalingPolicy(
        text(body, "policyType"),
        text(field(tracking, "predefinedMetricSpecification"), "predefinedMetricType"),
        target.isNumber() ? target.asDouble() : null,
        field(tracking, "disableScaleIn").asBoolean(false),
        text(body, "policyName"),
        InventoryNumbers.whole(tracking, "scaleOutCooldown"),
        InventoryNumbers.whole(tracking, "scaleInCooldown"));
  }

  private static ScheduledAction action(JsonNode body) {
    JsonNode capacity = field(body, "scalableTargetAction");
    String timezone = text(body, "timezone");
    return new ScheduledAction(
        text(body, "scheduledActionName"),
        text(body, "schedule"),
        timezone.isEmpty() ? "UTC" : timezone,
        InventoryNumbers.whole(capacity, "minCapacity"),
        InventoryNumbers.whole(capacity, "maxCapacity"));
  }
}
