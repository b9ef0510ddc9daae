package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a change of a task definition is in Terraform, in CloudFormation and in words. */
final class TaskFragments {
  private final StepDraft step;
  private final ObjectNode change;
  private final TerraformBlock task;
  private final ObjectNode properties;

  private TaskFragments(StepDraft step, ObjectNode change) {
    this.step = step;
    this.change = change;
    task = step.terraform().resource("aws_ecs_task_definition", "task");
    properties = step.cloudFormation().properties("TaskDefinition", "AWS::ECS::TaskDefinition");
  }

  static void write(StepDraft step, String arn, ObjectNode change) {
    step.say(
        "Registers a copy of "
            + MarkdownText.of(arn)
            + " with the changes below and deploys it. The definition passes through a private"
            + " folder that is removed: it may hold values that must not be kept.");
    TaskFragments fragments = new TaskFragments(step, change);
    fragments.sizes();
    fragments.settings();
    fragments.volumes();
    fragments.containers();
  }

  private void sizes() {
    for (String size : new String[] {"cpu", "memory"}) {
      if (change.has(size)) {
        task.text(size, change.get(size).textValue());
        properties.set(capital(size), change.get(size));
        step.say(size + ": " + change.get(size).textValue());
      }
    }
    if (change.has("cpuArchitecture")) {
      String architecture = change.get("cpuArchitecture").textValue();
      task.block("runtime_platform")
          .text("operating_system_family", "LINUX")
          .text("cpu_architecture", architecture);
      properties
          .putObject("RuntimePlatform")
          .put("OperatingSystemFamily", "LINUX")
          .put("CpuArchitecture", architecture);
      step.say(
          "The images must exist for "
              + architecture
              + ": look with `docker manifest inspect` before.");
    }
  }

  private void settings() {
    if (change.has("networkMode")) {
      task.text("network_mode", "awsvpc");
      properties.put("NetworkMode", "awsvpc");
      step.say(
          "Gives each task a network interface of its own: host ports and links go, and an instance"
              + " holds as many tasks as it has interfaces for.");
    }
    if (change.has("taskRoleArn")) {
      step.terraform().variable("task_role_arn");
      task.reference("task_role_arn", "var.task_role_arn");
      step.parameter(properties, "TaskRoleArn", "TaskRoleArn");
      step.say("Gives the containers the role that TASK\\_ROLE\\_ARN names.");
    }
    if (change.has("tag")) {
      step.terraform().variable("tag_key");
      step.terraform().variable("tag_value");
      task.reference("tags", "zipmap([var.tag_key], [var.tag_value])");
      ObjectNode tag = properties.putArray("Tags").addObject();
      step.parameter(tag, "Key", "TagKey");
      step.parameter(tag, "Value", "TagValue");
      step.say("Tags the revision with TAG\\_KEY and TAG\\_VALUE.");
    }
    for (JsonNode setting : change.path("drop")) {
      task.remark("Remove " + (setting.textValue().equals("pidMode") ? "pid_mode" : "ipc_mode"));
      step.cloudFormation().remark("Remove " + capital(setting.textValue()));
      step.say("Leaves out " + setting.textValue() + ".");
    }
  }

  private void volumes() {
    if (!change.has("volumes")) {
      return;
    }
    ArrayNode list = properties.putArray("Volumes");
    for (Map.Entry<String, JsonNode> volume : change.get("volumes").properties()) {
      TerraformBlock block = task.block("volume").text("name", volume.getKey());
      TerraformBlock efs =
          block.block("efs_volume_configuration").text("transit_encryption", "ENABLED");
      ObjectNode configuration =
          list.addObject()
              .put("Name", volume.getKey())
              .putObject("EFSVolumeConfiguration")
              .put("TransitEncryption", "ENABLED");
      String words = "Encrypts the way to the volume " + MarkdownText.of(volume.getKey());
      if (volume.getValue().has("authorizationConfig")) {
        efs.block("authorization_config").text("iam", "ENABLED");
        configuration.putObject("AuthorizationConfig").put("IAM", "ENABLED");
        words += " and asks the task's role, which needs elasticfilesystem:ClientMount";
      }
      step.say(words + ".");
    }
  }

  private void containers() {
    Map<String, ObjectNode> merged = new LinkedHashMap<>();
    for (String part : new String[] {"containers", "edits"}) {
      for (Map.Entry<String, JsonNode> container : change.path(part).properties()) {
        merged
            .computeIfAbsent(container.getKey(), name -> JsonText.object().put("name", name))
            .setAll((ObjectNode) container.getValue());
      }
    }
    if (merged.isEmpty()) {
      return;
    }
    task.remark("In container_definitions, merged by name:");
    ArrayNode definitions = properties.putArray("ContainerDefinitions");
    merged.forEach(
        (name, settings) -> {
          task.remark(JsonText.line(settings));
          new ContainerFragment(step, name, definitions.addObject()).write(settings);
        });
  }

  /** {@code pidMode} as {@code PidMode}. */
  static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
