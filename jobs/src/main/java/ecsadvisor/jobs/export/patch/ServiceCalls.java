package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Commands about the service of a patch that several steps use. */
final class ServiceCalls {
  private static final String DIMENSION = "ecs:service:DesiredCount";

  private final StepDraft step;
  private final PatchSubject subject;

  ServiceCalls(StepDraft step) {
    this.step = step;
    this.subject = step.subject();
  }

  /** The command that prints the service. */
  String describe() {
    ObjectNode input = JsonText.object().put("cluster", subject.clusterName());
    input.putArray("services").add(subject.serviceName());
    return step.aws("ecs describe-services", step.document("describe-services", input));
  }

  /** The command that waits until the deployment is through. */
  String waitForStability() {
    ObjectNode input = JsonText.object().put("cluster", subject.clusterName());
    input.putArray("services").add(subject.serviceName());
    return step.aws("ecs wait services-stable", step.document("describe-services", input));
  }

  /** The input of an update, to be completed. */
  ObjectNode update() {
    return JsonText.object()
        .put("cluster", subject.clusterName())
        .put("service", subject.serviceName());
  }

  /** A command that updates the service; prints nothing. */
  String update(String name, ObjectNode input) {
    return step.aws("ecs update-service", step.document(name, input)) + " >/dev/null";
  }

  /** Which scalable target is meant, to be completed. */
  ObjectNode target() {
    return JsonText.object()
        .put("ServiceNamespace", "ecs")
        .put("ResourceId", resourceId())
        .put("ScalableDimension", DIMENSION);
  }

  /** The command that prints the service's scalable target, if it has one. */
  String describeTarget() {
    ObjectNode input = JsonText.object().put("ServiceNamespace", "ecs");
    input.putArray("ResourceIds").add(resourceId());
    input.put("ScalableDimension", DIMENSION);
    return step.aws(
        "application-autoscaling describe-scalable-targets",
        step.document("describe-scalable-targets", input));
  }

  /** A command that sets the bounds of the scalable target. */
  String register(String name, int minimum, int maximum) {
    ObjectNode input = target().put("MinCapacity", minimum).put("MaxCapacity", maximum);
    return step.aws("application-autoscaling register-scalable-target", step.document(name, input))
        + " >/dev/null";
  }

  /** Lines that remove the scalable target where there is one, with all that hangs on it. */
  String[] deregister(String targetFile) {
    return new String[] {
      "if jq -e '.ScalableTargets != []' " + targetFile + " >/dev/null; then",
      "  "
          + step.awsQuietly(
              "application-autoscaling deregister-scalable-target",
              step.document("deregister-scalable-target", target())),
      "fi"
    };
  }

  String resourceId() {
    return "service/" + subject.clusterName() + "/" + subject.serviceName();
  }

  /** The service's block of the Terraform fragment. */
  TerraformBlock terraform() {
    return step.terraform()
        .resource("aws_ecs_service", "service")
        .text("name", subject.serviceName());
  }

  /** The service's properties in the CloudFormation fragment. */
  ObjectNode cloudFormation() {
    return step.cloudFormation()
        .properties("Service", "AWS::ECS::Service")
        .put("ServiceName", subject.serviceName())
        .put("Cluster", subject.clusterName());
  }

  /** The scalable target's block of the Terraform fragment. */
  TerraformBlock terraformTarget(int minimum, int maximum) {
    return terraformScaling("aws_appautoscaling_target", "service")
        .number("min_capacity", minimum)
        .number("max_capacity", maximum);
  }

  /** A block of a scaling resource that names the target. */
  TerraformBlock terraformScaling(String type, String label) {
    return step.terraform()
        .resource(type, label)
        .text("service_namespace", "ecs")
        .text("resource_id", resourceId())
        .text("scalable_dimension", DIMENSION);
  }

  /** The scalable target's properties in the CloudFormation fragment. */
  ObjectNode cloudFormationTarget(int minimum, int maximum) {
    return step.cloudFormation()
        .properties("ScalableTarget", "AWS::ApplicationAutoScaling::ScalableTarget")
        .put("ServiceNamespace", "ecs")
        .put("ResourceId", resourceId())
        .put("ScalableDimension", DIMENSION)
        .put("MinCapacity", minimum)
        .put("MaxCapacity", maximum);
  }
}
