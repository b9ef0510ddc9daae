package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ScalingPolicy;
import ecsadvisor.models.fact.ServiceKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How Application Auto Scaling sets the number of tasks of services. */
final class InventoryScaling {
  private static final String DESIRED_COUNT = "ecs:service:DesiredCount";

  private final InventoryBodies bodies;

  InventoryScaling(InventoryBodies bodies) {
    this.bodies = bodies;
  }

  /**
   * The scaling of a service; null where no scalable target names it.
   *
   * @param onlyOfItsName whether no other account or region has a cluster and service of these
   *     names, so that targets without an account belong to it
   */
  @Nullable Scaling of(ServiceKey key, boolean onlyOfItsName) {
    List<ScalingPolicy> policies = new ArrayList<>();
    for (InventoryBodies.Body policy : bodies.of("autoscaling-policy")) {
      if (concerns(policy, key, onlyOfItsName)) {
        policies.add(policy(policy.json()));
      }
    }
    policies.sort(
        Comparator.comparing(ScalingPolicy::policyType)
            .thenComparing(ScalingPolicy::predefinedMetric)
            .thenComparing(ScalingPolicy::targetValue, Comparator.nullsFirst(Double::compare))
            .thenComparing(ScalingPolicy::scaleInDisabled));
    for (InventoryBodies.Body target : bodies.of("autoscaling-target")) {
      if (concerns(target, key, onlyOfItsName)) {
        return new Scaling(
            InventoryNumbers.count(target.json(), "minCapacity", 0),
            InventoryNumbers.count(target.json(), "maxCapacity", 0),
            policies,
            List.of());
      }
    }
    return null;
  }

  private static boolean concerns(
      InventoryBodies.Body body, ServiceKey key, boolean onlyOfItsName) {
    String account = body.item().accountId();
    String region = body.item().region();
    String dimension = text(body.json(), "scalableDimension");
    return text(body.json(), "resourceId")
            .equals("service/" + key.clusterName() + "/" + key.serviceName())
        && (dimension.isEmpty() || dimension.equals(DESIRED_COUNT))
        && (account.equals(key.accountId()) || (account.isEmpty() && onlyOfItsName))
        && (region.equals(key.region()) || (region.isEmpty() && onlyOfItsName));
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
        InventoryNumbers.size(tracking, "scaleOutCooldown"),
        InventoryNumbers.size(tracking, "scaleInCooldown"));
  }
}
