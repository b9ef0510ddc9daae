package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ecsadvisor.models.finding.Step.Delete;

/** Deletes what nothing uses, after recording what is needed to make it again. */
final class Deletion {
  private Deletion() {}

  static void write(StepDraft step, Delete delete) {
    switch (delete.kind()) {
      case "EBS_VOLUME" -> volume(step, delete);
      case "LOAD_BALANCER" -> loadBalancer(step, delete);
      case "TARGET_GROUP" -> targetGroup(step, delete);
      case "TASK_DEFINITION" -> taskDefinition(step, delete);
      case "ECS_SERVICE" -> service(step, delete);
      default ->
          step.say("By hand: delete " + MarkdownText.of(delete.kind() + " " + delete.arnOrId()));
    }
  }

  private static void volume(StepDraft step, Delete delete) {
    String present = step.privately("volume.json");
    ObjectNode ids = JsonText.object();
    ids.putArray("VolumeIds").add(delete.arnOrId());
    step.check(
        step.aws("ec2 describe-volumes", step.document("describe-volumes", ids)) + " >" + present,
        Aws.expect(
            "The state of the volume", TextNode.valueOf("available"), ".Volumes[0].State", present),
        "jq '.Volumes[0]' " + present + " >" + step.recorded("volume.json"));
    ObjectNode snapshot =
        JsonText.object()
            .put("VolumeId", delete.arnOrId())
            .put("Description", "Before deletion, " + step.subject().recommendationId());
    step.change(
        "snapshot=$("
            + step.aws("ec2 create-snapshot", step.document("create-snapshot", snapshot))
            + " --query SnapshotId --output text)",
        "printf '%s\\n' \"$snapshot\" >" + step.recorded("snapshot"),
        "aws ec2 wait snapshot-completed --region "
            + step.subject().region()
            + " --snapshot-ids \"$snapshot\"",
        step.awsQuietly(
            "ec2 delete-volume",
            step.document("delete-volume", JsonText.object().put("VolumeId", delete.arnOrId()))));
    String program =
        "{SnapshotId: $snapshot, AvailabilityZone, VolumeType, Size}"
            + " + (if .Iops and (.VolumeType | IN(\"gp3\", \"io1\", \"io2\"))"
            + " then {Iops} else {} end)"
            + " + (if .Throughput then {Throughput} else {} end)"
            + " + (if (.Tags // []) != [] then {TagSpecifications:"
            + " [{ResourceType: \"volume\", Tags: (.Tags | map(select(.Key"
            + " | startswith(\"aws:\") | not)))}]} else {} end)";
    String taken = step.recorded("snapshot");
    step.undo(
        "if [ -f "
            + taken
            + " ] && ! "
            + step.aws("ec2 describe-volumes", step.document("describe-volumes", ids))
            + " >/dev/null 2>&1; then",
        "  jq --arg snapshot \"$(cat "
            + taken
            + ")\" '"
            + program
            + "' "
            + step.recorded("volume.json")
            + " >"
            + step.privately("create.json"),
        "  " + step.aws("ec2 create-volume", step.privately("create.json")),
        "  mv -- " + taken + " " + taken + "-used",
        "fi");
    policy(step, "aws.ebs", "VolumeId", delete.arnOrId(), "snapshot", "delete");
    step.say(
        "Takes a snapshot of "
            + MarkdownText.of(delete.arnOrId())
            + ", then deletes the volume. Undone, the volume comes back from the snapshot under"
            + " another id. The snapshot itself costs storage until you delete it.");
  }

  private static void loadBalancer(StepDraft step, Delete delete) {
    ObjectNode balancer = JsonText.object().put("LoadBalancerArn", delete.arnOrId());
    LoadBalancerRecord.write(step, "balancer", delete.arnOrId());
    step.check(
        Aws.expect(
            "Deletion protection",
            TextNode.valueOf("false"),
            ".Attributes | map(select(.Key == \"deletion_protection.enabled\")) | .[0].Value",
            step.recorded("balancer-attributes.json")));
    step.change(
        step.awsQuietly(
            "elbv2 delete-load-balancer", step.document("delete-load-balancer", balancer)));
    cannotComeBack(
        step,
        "A load balancer does not come back under its DNS name: make a new one from the files of"
            + " recorded/ and point its names at it.");
    policy(step, "aws.app-elb", "LoadBalancerArn", delete.arnOrId(), "delete");
    step.say(
        "Records and deletes the load balancer "
            + MarkdownText.of(delete.name())
            + ". This cannot be undone: its DNS name is gone.");
  }

  private static void targetGroup(StepDraft step, Delete delete) {
    ObjectNode arns = JsonText.object();
    arns.putArray("TargetGroupArns").add(delete.arnOrId());
    ObjectNode group = JsonText.object().put("TargetGroupArn", delete.arnOrId());
    String present = step.privately("target-group.json");
    String attributes = step.privately("target-group-attributes.json");
    step.check(
        step.aws("elbv2 describe-target-groups", step.document("describe-target-groups", arns))
            + " >"
            + present,
        Aws.expect(
            "What uses the target group",
            JsonText.object().arrayNode(),
            ".TargetGroups[0].LoadBalancerArns",
            present),
        step.aws("elbv2 describe-target-group-attributes", step.document("target-group", group))
            + " >"
            + attributes,
        "cp -- " + present + " " + attributes + " recorded/");
    step.change(step.awsQuietly("elbv2 delete-target-group", step.document("target-group", group)));
    cannotComeBack(
        step,
        "A target group comes back under another ARN only: make it from the files of recorded/.");
    policy(step, "aws.app-elb-target-group", "TargetGroupArn", delete.arnOrId(), "delete");
    step.say("Records and deletes the target group " + MarkdownText.of(delete.name()) + ".");
  }

  private static void taskDefinition(StepDraft step, Delete delete) {
    ObjectNode input = JsonText.object().put("taskDefinition", delete.arnOrId());
    String file = step.document("task-definition", input);
    String present = step.privately("definition.json");
    step.check(
        step.aws("ecs describe-task-definition", file) + " >" + present,
        Aws.expect(
            "The status of the task definition",
            TextNode.valueOf("ACTIVE"),
            ".taskDefinition.status",
            present));
    step.change(step.aws("ecs deregister-task-definition", file) + " >/dev/null");
    cannotComeBack(
        step,
        "A revision that was deregistered stays readable and keeps running where it runs: to use it"
            + " again, register a copy of it.");
    policy(step, "aws.ecs-task-definition", "taskDefinitionArn", delete.arnOrId(), "delete");
    step.say("Deregisters the task definition " + MarkdownText.of(delete.arnOrId()) + ".");
  }

  private static void service(StepDraft step, Delete delete) {
    ServiceCalls service = new ServiceCalls(step);
    String present = step.privately("service.json");
    step.check(
        service.describe() + " >" + present,
        Aws.expect(
            "The status of the service",
            TextNode.valueOf("ACTIVE"),
            ".services[0].status",
            present),
        "cp -- " + present + " recorded/");
    step.change(
        step.aws(
                "ecs delete-service",
                step.document("delete-service", service.update().put("force", true)))
            + " >/dev/null");
    cannotComeBack(
        step,
        "A deleted service is made again with aws ecs create-service from recorded/"
            + step.number()
            + "-service.json; its task definition is still there.");
    policy(step, "aws.ecs-service", "serviceArn", delete.arnOrId(), "delete");
    step.say("Records the service and deletes it with its tasks.");
  }

  private static void cannotComeBack(StepDraft step, String text) {
    step.undo("printf '%s\\n' " + ShellWord.of(text));
  }

  private static void policy(
      StepDraft step, String resource, String key, String value, String... actions) {
    if (!Custodian.isPlain(value)) {
      return;
    }
    ObjectNode policy = Custodian.resourceIs(step.subject(), "delete", resource, key, value);
    ArrayNode list = policy.putArray("actions");
    for (String action : actions) {
      list.addObject().put("type", action);
    }
    step.policy(policy);
  }
}
