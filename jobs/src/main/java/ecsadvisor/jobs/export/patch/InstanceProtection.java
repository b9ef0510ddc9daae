package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.finding.SecurityStep.ProtectInstances;

/** Has a capacity provider keep instances that run tasks when it scales in. */
final class InstanceProtection {
  private static final String PROVIDER = ".capacityProviders[0].autoScalingGroupProvider";

  private InstanceProtection() {}

  static void write(StepDraft step, ProtectInstances protect) {
    ObjectNode names = JsonText.object();
    names.putArray("capacityProviders").add(protect.capacityProvider());
    RecordedSetting setting =
        new RecordedSetting(
            step,
            "Managed scaling and termination protection",
            "protection",
            "-S '"
                + PROVIDER
                + " | {scaling: (.managedScaling.status // \"DISABLED\"),"
                + " protection: (.managedTerminationProtection // \"DISABLED\")}'",
            "-S '{scaling: \"ENABLED\", protection: \"ENABLED\"}'");
    String group = step.privately("group.json");
    setting.read(
        step.aws(
                "ecs describe-capacity-providers",
                step.document("describe-capacity-providers", names))
            + " >"
            + setting.present(),
        "jq '"
            + PROVIDER
            + ".autoScalingGroupArn | split(\":autoScalingGroupName/\")[1]"
            + " | {AutoScalingGroupName: .}' "
            + setting.present()
            + " >"
            + group);
    String keptGroup = step.recorded("new-instances.json");
    step.check(
        "jq '{AutoScalingGroupNames: [.AutoScalingGroupName]}' "
            + group
            + " >"
            + step.privately("groups.json"),
        step.aws("autoscaling describe-auto-scaling-groups", step.privately("groups.json"))
            + " >"
            + step.privately("described.json"),
        "jq '.AutoScalingGroups[0] | {AutoScalingGroupName, NewInstancesProtectedFromScaleIn}' "
            + step.privately("described.json")
            + " >"
            + keptGroup);
    String name =
        step.document(
            "capacity-provider", JsonText.object().put("name", protect.capacityProvider()));
    String input = step.privately("update-provider.json");
    step.change(
        "jq '. + {NewInstancesProtectedFromScaleIn: true}' "
            + group
            + " >"
            + step.privately("update-group.json"),
        step.aws("autoscaling update-auto-scaling-group", step.privately("update-group.json")),
        update(step, setting, name, "{scaling: \"ENABLED\", protection: \"ENABLED\"}"),
        step.awsQuietly("ecs update-capacity-provider", input));
    setting.undo(
        update(step, setting, name, "$recorded[0]"),
        step.awsQuietly("ecs update-capacity-provider", input),
        step.aws("autoscaling update-auto-scaling-group", keptGroup));
    step.needRecord("new-instances.json");
    fragments(step, protect);
    step.say(
        "Has %s keep instances that run tasks. Instances that run now are protected by hand: `aws autoscaling set-instance-protection`. Undone, instances that were started since stay protected."
            .formatted(MarkdownText.of(protect.capacityProvider())));
  }

  /** Keeps the rest of managed scaling as it is. */
  private static String update(
      StepDraft step, RecordedSetting setting, String name, String wanted) {
    return "jq --slurpfile recorded "
        + setting.recorded()
        + " --slurpfile present "
        + setting.present()
        + " '"
        + wanted
        + " as $wanted | . + {autoScalingGroupProvider: {managedScaling:"
        + " (($present[0]"
        + PROVIDER
        + ".managedScaling // {}) + {status: $wanted.scaling}),"
        + " managedTerminationProtection: $wanted.protection}}' "
        + name
        + " >"
        + step.privately("update-provider.json");
  }

  private static void fragments(StepDraft step, ProtectInstances protect) {
    TerraformBlock provider =
        step.terraform()
            .resource("aws_ecs_capacity_provider", step.numbered("provider_"))
            .text("name", protect.capacityProvider())
            .block("auto_scaling_group_provider")
            .text("managed_termination_protection", "ENABLED");
    provider.block("managed_scaling").text("status", "ENABLED");
    ObjectNode properties =
        step.cloudFormation()
            .properties(step.numbered("CapacityProvider"), "AWS::ECS::CapacityProvider")
            .put("Name", protect.capacityProvider())
            .putObject("AutoScalingGroupProvider")
            .put("ManagedTerminationProtection", "ENABLED");
    properties.putObject("ManagedScaling").put("Status", "ENABLED");
  }
}
