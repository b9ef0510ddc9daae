package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ecsadvisor.models.finding.Step.ResizeGroup;

/**
 * Sets size and instance types of an Auto Scaling group. The launch template stays as it is, so the
 * scripts read the group, edit it and record it; instances are replaced by an instance refresh.
 */
final class GroupSize {
  private static final String PROGRAM_FILE = "auto-scaling-group.jq";

  private static final String PROGRAM =
      """
      # Turns a described Auto Scaling group into an update, with the changes of $change[0].
      .AutoScalingGroups[0]
      | (.MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification // .LaunchTemplate)
        as $template
      | {AutoScalingGroupName,
         MinSize: ([.MinSize, $change[0].instances] | min),
         MaxSize: ([.MaxSize, $change[0].instances] | max),
         MixedInstancesPolicy: {
           LaunchTemplate: {
             LaunchTemplateSpecification: ($template | del(.LaunchTemplateName)),
             Overrides: ($change[0].types | map({InstanceType: .}))
           },
           InstancesDistribution:
             ((.MixedInstancesPolicy.InstancesDistribution // {}) + $change[0].distribution)
         }}
      | if $change[0].managed then . else .DesiredCapacity = $change[0].instances end
      """;

  private static final String RECORD =
      ".AutoScalingGroups[0] | {AutoScalingGroupName, MinSize, MaxSize, DesiredCapacity}"
          + " + (if .MixedInstancesPolicy then {MixedInstancesPolicy:"
          + " (.MixedInstancesPolicy | del(.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateName))}"
          + " else {LaunchTemplate: (.LaunchTemplate | del(.LaunchTemplateName))} end)"
          + " | if $managed then del(.DesiredCapacity) else . end";

  private GroupSize() {}

  static void write(StepDraft step, ResizeGroup resize) {
    String group = step.privately("group.json");
    String describe =
        step.aws(
                "autoscaling describe-auto-scaling-groups",
                step.document("describe-auto-scaling-groups", groupNames(resize)))
            + " >"
            + group;
    step.program(PROGRAM_FILE, PROGRAM);
    ArrayNode before = JsonText.object().arrayNode();
    resize.typesBefore().forEach(before::add);
    checkProvider(step, resize);
    step.check(
        describe,
        "managed=$(jq '.capacityProviders[0].autoScalingGroupProvider.managedScaling.status"
            + " == \"ENABLED\"' "
            + step.privately("provider.json")
            + ")",
        "# Where ECS scales the group, its size is what is needed now.",
        "[ \"$managed\" = true ] ||",
        "  "
            + Aws.expect(
                "The number of instances",
                IntNode.valueOf(resize.instancesBefore()),
                ".AutoScalingGroups[0].DesiredCapacity",
                group),
        Aws.expect(
            "Instance types besides the recorded ones",
            JsonText.object().arrayNode(),
            "[.AutoScalingGroups[0].Instances[].InstanceType] - $before | unique",
            "--argjson before " + ShellWord.of(JsonText.line(before)) + " " + group),
        "jq -e '.AutoScalingGroups[0] | .MixedInstancesPolicy or .LaunchTemplate' "
            + group
            + " >/dev/null ||",
        "  stop 'The group has a launch configuration: give it a launch template first.'",
        "jq --argjson managed \"$managed\" '"
            + RECORD
            + "' "
            + group
            + " >"
            + step.recorded("group.json"));
    step.needRecord("group.json");

    boolean isSameType = resize.typesBefore().equals(resize.typesAfter());
    String update = step.privately("update.json");
    step.change(
        "jq --argjson managed \"$managed\" '[. + {managed: $managed}]' "
            + step.document("group-change", change(resize))
            + " >"
            + step.privately("change.json"),
        "jq -f "
            + PROGRAM_FILE
            + " --argjson change \"$(cat "
            + step.privately("change.json")
            + ")\" "
            + group
            + " >"
            + update,
        step.awsQuietly("autoscaling update-auto-scaling-group", update));
    step.undo(
        step.awsQuietly("autoscaling update-auto-scaling-group", step.recorded("group.json")));
    if (!isSameType || resize.spotPercent() > 0) {
      String refresh =
          step.aws(
                  "autoscaling start-instance-refresh",
                  step.document("start-instance-refresh", refresh(resize)))
              + " >/dev/null";
      step.change(refresh);
      step.undo(refresh);
    }
    fragments(step, resize);
    step.say(
        "Sets the group %s to %d instances of %s (%d %% Spot). Instances are replaced one after"
                .formatted(
                    MarkdownText.of(resize.autoScalingGroup()),
                    resize.instancesAfter(),
                    MarkdownText.of(String.join(", ", resize.typesAfter())),
                    resize.spotPercent())
            + " another while ECS drains them; where ECS scales the group, it sets the count.");
  }

  /** Tasks must be moved off an instance before it goes. */
  private static void checkProvider(StepDraft step, ResizeGroup resize) {
    ObjectNode input = JsonText.object();
    input.putArray("capacityProviders").add(resize.capacityProvider());
    String provider = step.privately("provider.json");
    step.check(
        step.aws(
                "ecs describe-capacity-providers",
                step.document("describe-capacity-providers", input))
            + " >"
            + provider,
        Aws.expect(
            "Managed draining of the capacity provider",
            TextNode.valueOf("ENABLED"),
            ".capacityProviders[0].autoScalingGroupProvider.managedDraining",
            provider));
  }

  private static ObjectNode groupNames(ResizeGroup resize) {
    ObjectNode input = JsonText.object();
    input.putArray("AutoScalingGroupNames").add(resize.autoScalingGroup());
    return input;
  }

  private static ObjectNode change(ResizeGroup resize) {
    ObjectNode change = JsonText.object().put("instances", resize.instancesAfter());
    ArrayNode types = change.putArray("types");
    resize.typesAfter().forEach(types::add);
    ObjectNode distribution =
        change
            .putObject("distribution")
            .put("OnDemandPercentageAboveBaseCapacity", 100 - resize.spotPercent());
    if (resize.spotPercent() > 0) {
      distribution.put("SpotAllocationStrategy", "price-capacity-optimized");
    }
    return change;
  }

  private static ObjectNode refresh(ResizeGroup resize) {
    ObjectNode input = JsonText.object().put("AutoScalingGroupName", resize.autoScalingGroup());
    input
        .putObject("Preferences")
        .put("MinHealthyPercentage", 100)
        .put("MaxHealthyPercentage", 110)
        .put("SkipMatching", true)
        .put("ScaleInProtectedInstances", "Refresh");
    return input;
  }

  private static void fragments(StepDraft step, ResizeGroup resize) {
    TerraformBlock mixed =
        step.terraform()
            .resource("aws_autoscaling_group", step.numbered("group_"))
            .text("name", resize.autoScalingGroup())
            .number("desired_capacity", resize.instancesAfter())
            .block("mixed_instances_policy");
    TerraformBlock distribution =
        mixed
            .block("instances_distribution")
            .number("on_demand_percentage_above_base_capacity", 100.0 - resize.spotPercent());
    TerraformBlock template = mixed.block("launch_template");
    ObjectNode policy =
        step.cloudFormation()
            .properties(step.numbered("Group"), "AWS::AutoScaling::AutoScalingGroup")
            .put("AutoScalingGroupName", resize.autoScalingGroup())
            .put("DesiredCapacity", Integer.toString(resize.instancesAfter()))
            .putObject("MixedInstancesPolicy");
    ObjectNode distributed =
        policy
            .putObject("InstancesDistribution")
            .put("OnDemandPercentageAboveBaseCapacity", 100 - resize.spotPercent());
    if (resize.spotPercent() > 0) {
      distribution.text("spot_allocation_strategy", "price-capacity-optimized");
      distributed.put("SpotAllocationStrategy", "price-capacity-optimized");
    }
    ArrayNode overrides = policy.putObject("LaunchTemplate").putArray("Overrides");
    for (String type : resize.typesAfter()) {
      template.block("override").text("instance_type", type);
      overrides.addObject().put("InstanceType", type);
    }
  }
}
