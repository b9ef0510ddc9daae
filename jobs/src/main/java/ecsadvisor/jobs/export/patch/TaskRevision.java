package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.finding.ContainerProposal;
import ecsadvisor.models.finding.Step.ReviseTask;
import org.jspecify.annotations.Nullable;

/**
 * Registers an edited copy of the running revision and deploys it.
 *
 * <p>The proposal does not hold the whole task definition, and what the definition holds besides
 * (the values of its environment) must not lie in a file. So the scripts read it, edit it with jq
 * in a private folder that they remove, and register the result.
 */
final class TaskRevision {
  private static final String PROGRAM_FILE = "task-definition.jq";

  /** From an answer of describe-task-definition to an input of register-task-definition. */
  private static final String PROGRAM =
      """
      # Turns a described task definition into one to register, with the changes of $change[0].
      . as $described
      | .taskDefinition
      | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
            .registeredAt, .registeredBy, .deregisteredAt)
      | if ($described.tags // []) == [] then . else .tags = $described.tags end
      | if $change[0].cpu then .cpu = $change[0].cpu else . end
      | if $change[0].memory then .memory = $change[0].memory else . end
      | if $change[0].cpuArchitecture
        then .runtimePlatform =
          {operatingSystemFamily: "LINUX"} + (.runtimePlatform // {})
          + {cpuArchitecture: $change[0].cpuArchitecture}
        else . end
      | .containerDefinitions |= map(. + ($change[0].containers[.name] // {}))
      """;

  private static final String RUNS = ".services[0].taskDefinition";

  private TaskRevision() {}

  static void write(StepDraft step, ReviseTask revise) {
    ServiceCalls service = new ServiceCalls(step);
    ObjectNode change = change(revise);
    step.program(PROGRAM_FILE, PROGRAM);
    String changeFile = step.document("task-change", change);
    String describeRecorded = step.aws("ecs describe-task-definition", recordedFile(step, revise));
    String present = step.privately("service.json");
    TextNode recordedArn = TextNode.valueOf(revise.taskDefinitionArn());

    step.check(
        service.describe() + " >" + present,
        Aws.expect("The running revision", recordedArn, RUNS, present),
        Aws.expect(
            "The deployment controller",
            TextNode.valueOf("ECS"),
            ".services[0].deploymentController.type // \"ECS\"",
            present));
    String edited = step.privately("task-definition.json");
    step.change(
        describeRecorded + " >" + step.privately("recorded.json"),
        edit(changeFile, step.privately("recorded.json"), edited),
        registered("revision", step, edited),
        step.aws("ecs update-service", step.document("update-service", service.update()))
            + " --task-definition \"$revision\" >/dev/null",
        service.waitForStability());

    step.undoCheck(
        service.describe() + " >" + present,
        describeRecorded + " >" + step.privately("recorded.json"),
        "running=$(jq -r '" + RUNS + "' " + present + ")",
        step.aws("ecs describe-task-definition", step.document("include-tags", includeTags()))
            + " --task-definition \"$running\" >"
            + step.privately("running.json"),
        edit(changeFile, step.privately("recorded.json"), step.privately("expected.json")),
        unedited(step.privately("recorded.json"), step.privately("before.json")),
        unedited(step.privately("running.json"), step.privately("now.json")),
        "same "
            + step.privately("now.json")
            + " "
            + step.privately("before.json")
            + " || same "
            + step.privately("now.json")
            + " "
            + step.privately("expected.json")
            + " || doubt 'Another revision was deployed since'");
    step.undo(
        "back=" + ShellWord.of(revise.taskDefinitionArn()),
        "if jq -e '.taskDefinition.status == \"INACTIVE\"' "
            + step.privately("recorded.json")
            + " >/dev/null; then",
        "  " + registered("back", step, step.privately("before.json")),
        "fi",
        step.aws("ecs update-service", step.document("update-service", service.update()))
            + " --task-definition \"$back\" >/dev/null",
        service.waitForStability());
    fragments(step, revise);
    sentences(step, revise);
  }

  private static ObjectNode change(ReviseTask revise) {
    ObjectNode change = JsonText.object();
    putText(change, "cpu", revise.cpuUnits());
    putText(change, "memory", revise.memoryMiB());
    String architecture = architecture(revise.platform());
    if (architecture != null) {
      change.put("cpuArchitecture", architecture);
    }
    ObjectNode containers = change.putObject("containers");
    for (ContainerProposal container : revise.containers()) {
      ObjectNode limits = containers.putObject(container.container());
      putNumber(limits, "cpu", container.cpuUnits());
      putNumber(limits, "memory", container.memoryMiB());
      putNumber(limits, "memoryReservation", container.memoryReservationMiB());
    }
    return change;
  }

  private static String recordedFile(StepDraft step, ReviseTask revise) {
    ObjectNode input = includeTags().put("taskDefinition", revise.taskDefinitionArn());
    return step.document("describe-task-definition", input);
  }

  private static ObjectNode includeTags() {
    ObjectNode input = JsonText.object();
    input.putArray("include").add("TAGS");
    return input;
  }

  private static String edit(String changeFile, String from, String into) {
    return "jq -f " + PROGRAM_FILE + " --slurpfile change " + changeFile + " " + from + " >" + into;
  }

  private static String unedited(String from, String into) {
    return "jq -f " + PROGRAM_FILE + " --argjson change '[{}]' " + from + " >" + into;
  }

  /** A line that registers a definition of the private folder and keeps its ARN in a variable. */
  private static String registered(String variable, StepDraft step, String file) {
    return variable
        + "=$(aws ecs register-task-definition --region "
        + step.subject().region()
        + " --cli-input-json file://"
        + file
        + " --query taskDefinition.taskDefinitionArn --output text)";
  }

  private static void fragments(StepDraft step, ReviseTask revise) {
    TerraformBlock task = step.terraform().resource("aws_ecs_task_definition", "task");
    ObjectNode properties =
        step.cloudFormation().properties("TaskDefinition", "AWS::ECS::TaskDefinition");
    if (revise.cpuUnits() != null) {
      task.text("cpu", Integer.toString(revise.cpuUnits()));
    }
    if (revise.memoryMiB() != null) {
      task.text("memory", Integer.toString(revise.memoryMiB()));
    }
    putText(properties, "Cpu", revise.cpuUnits());
    putText(properties, "Memory", revise.memoryMiB());
    String architecture = architecture(revise.platform());
    if (architecture != null) {
      task.block("runtime_platform")
          .text("operating_system_family", "LINUX")
          .text("cpu_architecture", architecture);
      properties
          .putObject("RuntimePlatform")
          .put("OperatingSystemFamily", "LINUX")
          .put("CpuArchitecture", architecture);
    }
    if (revise.containers().isEmpty()) {
      return;
    }
    task.remark("In container_definitions, merged by name:");
    ArrayNode definitions = properties.putArray("ContainerDefinitions");
    for (ContainerProposal container : revise.containers()) {
      ObjectNode limits = JsonText.object().put("name", container.container());
      putNumber(limits, "cpu", container.cpuUnits());
      putNumber(limits, "memory", container.memoryMiB());
      putNumber(limits, "memoryReservation", container.memoryReservationMiB());
      task.remark(JsonText.line(limits));
      ObjectNode definition = definitions.addObject().put("Name", container.container());
      putNumber(definition, "Cpu", container.cpuUnits());
      putNumber(definition, "Memory", container.memoryMiB());
      putNumber(definition, "MemoryReservation", container.memoryReservationMiB());
    }
  }

  private static void sentences(StepDraft step, ReviseTask revise) {
    step.say(
        "Registers a copy of "
            + MarkdownText.of(revise.taskDefinitionArn())
            + " with the new limits and deploys it. The definition passes through a private folder"
            + " that is removed: it may hold values that must not be kept.");
    if (architecture(revise.platform()) != null) {
      step.say(
          "The images must exist for "
              + architecture(revise.platform())
              + ": look with `docker manifest inspect` before.");
    }
  }

  private static @Nullable String architecture(@Nullable Platform platform) {
    if (platform == null) {
      return null;
    }
    return switch (platform) {
      case ARM -> "ARM64";
      case X86 -> "X86_64";
      case WINDOWS, UNKNOWN -> null;
    };
  }

  private static void putText(ObjectNode node, String name, @Nullable Integer value) {
    if (value != null) {
      node.put(name, Integer.toString(value));
    }
  }

  private static void putNumber(ObjectNode node, String name, @Nullable Integer value) {
    if (value != null) {
      node.put(name, value);
    }
  }
}
