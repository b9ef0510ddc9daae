package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.finding.Step.Bounds;
import ecsadvisor.models.finding.Step.TrackTarget;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Has Application Auto Scaling follow a metric. A policy that exists is edited, so that what the
 * proposal does not know of it (a resource label, whether it scales in) stays; apply.sh records it.
 */
final class TrackedTarget {
  private static final String NEEDS_LABEL = "ALBRequestCountPerTarget";
  private static final String TYPE = "TargetTrackingScaling";
  private static final String CONFIGURATION = "TargetTrackingScalingPolicyConfiguration";
  private static final String PROGRAM =
      ".ScalingPolicies[0] | if . then [.PolicyType, (."
          + CONFIGURATION
          + " | .PredefinedMetricSpecification.PredefinedMetricType, .TargetValue)] else null end";

  private TrackedTarget() {}

  static void write(StepDraft step, TrackTarget track) {
    if (track.metric().equals(NEEDS_LABEL) && track.targetBefore() == null) {
      step.say("By hand: a new policy on " + NEEDS_LABEL + " needs the target group's label.");
      return;
    }
    ServiceCalls service = new ServiceCalls(step);
    TargetBounds bounds = new TargetBounds(step, service);
    bounds.check(state(track.before()), state(track.after()));
    checkPolicy(step, service, track);
    step.change(
        service.register(
            "register-scalable-target", track.after().minimum(), track.after().maximum()));
    putPolicy(step, service, track);
    undo(step, service, bounds, track);
    fragments(service, step, track);
    step.say(
        "Follows "
            + MarkdownText.of(track.metric())
            + " at "
            + number(track.targetAfter())
            + " between "
            + track.after().minimum()
            + " and "
            + track.after().maximum()
            + " tasks.");
  }

  private static void checkPolicy(StepDraft step, ServiceCalls service, TrackTarget track) {
    String policies = step.privately("policies.json");
    String describe =
        step.aws(
                "application-autoscaling describe-scaling-policies",
                step.document("describe-scaling-policies", named(service, track)))
            + " >"
            + policies;
    JsonNode before = policy(track, track.targetBefore());
    step.check(describe, Aws.expect("The scaling policy", before, PROGRAM, policies));
    step.undoCheck(
        describe,
        Aws.accept(
            "The scaling policy", before, policy(track, track.targetAfter()), PROGRAM, policies));
    if (track.targetBefore() != null) {
      step.check(
          "jq '.ScalingPolicies[0] | {PolicyName, ServiceNamespace, ResourceId, ScalableDimension,"
              + " PolicyType, "
              + CONFIGURATION
              + "}' "
              + policies
              + " >"
              + step.recorded("scaling-policy.json"));
    }
    if (track.before() == null) {
      String present = step.privately("service.json");
      step.check(
          service.describe() + " >" + present,
          "jq '.services[0].desiredCount' " + present + " >" + step.recorded("desired-count"));
    }
  }

  private static void putPolicy(StepDraft step, ServiceCalls service, TrackTarget track) {
    ObjectNode change =
        JsonText.object()
            .put("TargetValue", track.targetAfter())
            .put("ScaleOutCooldown", track.scaleOutCooldownSeconds())
            .put("ScaleInCooldown", track.scaleInCooldownSeconds());
    if (track.targetBefore() == null) {
      change.putObject("PredefinedMetricSpecification").put("PredefinedMetricType", track.metric());
      ObjectNode input =
          service.target().put("PolicyName", track.policyName()).put("PolicyType", TYPE);
      input.set(CONFIGURATION, change);
      step.change(put(step, step.document("put-scaling-policy", input)));
      return;
    }
    String edited = step.privately("scaling-policy.json");
    step.change(
        "jq --slurpfile change "
            + step.document("policy-change", change)
            + " '."
            + CONFIGURATION
            + " += $change[0]' "
            + step.recorded("scaling-policy.json")
            + " >"
            + edited,
        put(step, edited));
  }

  private static void undo(
      StepDraft step, ServiceCalls service, TargetBounds bounds, TrackTarget track) {
    if (track.targetBefore() != null) {
      step.needRecord("scaling-policy.json");
      step.undo(put(step, step.recorded("scaling-policy.json")));
    } else {
      step.undo(
          "if jq -e '.ScalingPolicies != []' "
              + step.privately("policies.json")
              + " >/dev/null; then",
          "  "
              + step.awsQuietly(
                  "application-autoscaling delete-scaling-policy",
                  step.document(
                      "delete-scaling-policy",
                      service.target().put("PolicyName", track.policyName()))),
          "fi");
    }
    Bounds before = track.before();
    if (before != null) {
      step.undo(service.register("restore-scalable-target", before.minimum(), before.maximum()));
      return;
    }
    step.needRecord("desired-count");
    step.undo(service.deregister(bounds.file()));
    step.undo(
        step.aws("ecs update-service", step.document("restore-service", service.update()))
            + " --desired-count \"$(cat "
            + step.recorded("desired-count")
            + ")\" >/dev/null");
  }

  private static String put(StepDraft step, String file) {
    return step.aws("application-autoscaling put-scaling-policy", file) + " >/dev/null";
  }

  private static ObjectNode named(ServiceCalls service, TrackTarget track) {
    ObjectNode input = service.target();
    ArrayNode names = input.putArray("PolicyNames");
    names.add(track.policyName());
    return input;
  }

  private static JsonNode state(@Nullable Bounds bounds) {
    return bounds == null ? NullNode.instance : TargetBounds.of(bounds.minimum(), bounds.maximum());
  }

  private static JsonNode policy(TrackTarget track, @Nullable Double target) {
    if (target == null) {
      return NullNode.instance;
    }
    return JsonText.object().arrayNode().add(TYPE).add(track.metric()).add(target);
  }

  private static void fragments(ServiceCalls service, StepDraft step, TrackTarget track) {
    service.terraformTarget(track.after().minimum(), track.after().maximum());
    TerraformBlock tracking =
        service
            .terraformScaling("aws_appautoscaling_policy", "service")
            .text("name", track.policyName())
            .text("policy_type", TYPE)
            .block("target_tracking_scaling_policy_configuration")
            .number("target_value", track.targetAfter())
            .number("scale_out_cooldown", track.scaleOutCooldownSeconds())
            .number("scale_in_cooldown", track.scaleInCooldownSeconds());
    tracking
        .block("predefined_metric_specification")
        .text("predefined_metric_type", track.metric());
    service.cloudFormationTarget(track.after().minimum(), track.after().maximum());
    ObjectNode policy =
        step.cloudFormation()
            .properties("ScalingPolicy", "AWS::ApplicationAutoScaling::ScalingPolicy")
            .put("PolicyName", track.policyName())
            .put("PolicyType", TYPE);
    policy.putObject("ScalingTargetId").put("Ref", "ScalableTarget");
    policy
        .putObject(CONFIGURATION)
        .put("TargetValue", track.targetAfter())
        .put("ScaleOutCooldown", track.scaleOutCooldownSeconds())
        .put("ScaleInCooldown", track.scaleInCooldownSeconds())
        .putObject("PredefinedMetricSpecification")
        .put("PredefinedMetricType", track.metric());
  }

  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
