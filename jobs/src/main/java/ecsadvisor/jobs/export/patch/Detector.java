package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Turns on GuardDuty in a region, or its view into running tasks. */
final class Detector {
  /** Says that apply.sh made the detector, whichever step did. */
  private static final String MADE = "recorded/detector";

  private Detector() {}

  static void turnOn(StepDraft step) {
    ObjectNode enable = JsonText.object().put("Enable", true);
    look(step);
    step.check(
        "if [ -n \"$detector\" ]; then",
        "  " + get(step),
        "  jq -e '.Status == \"DISABLED\"' "
            + step.privately("detector.json")
            + " >/dev/null || stop 'GuardDuty is on already. Nothing was changed.'",
        "fi");
    ensure(step);
    String on = step.document("enable", enable);
    step.change(update(step, on));
    step.undo(
        "if [ -n \"$detector\" ] && [ ! -f " + MADE + " ]; then",
        "  " + update(step, step.document("disable", JsonText.object().put("Enable", false))),
        "fi");
    delete(step);
    fragment(step);
    step.say(
        "Turns GuardDuty on in the region; the first month is free. In an organization, its"
            + " delegated administrator does this for all accounts.");
  }

  static void watchRuntime(StepDraft step, String agent) {
    look(step);
    String before = step.recorded("runtime.json");
    ObjectNode wanted = JsonText.object().put("Name", agent).put("Status", "ENABLED");
    step.check(
        "printf '{}' >" + step.privately("detector.json"),
        "if [ -n \"$detector\" ]; then",
        "  " + get(step),
        "fi",
        "jq -e --slurpfile wanted "
            + step.document("agent", wanted)
            + " '[.Features // [] | .[] | select(.Name == \"RUNTIME_MONITORING\" and .Status =="
            + " \"ENABLED\") | .AdditionalConfiguration // [] | .[]"
            + " | select(.Name == $wanted[0].Name and .Status == \"ENABLED\")] == []' "
            + step.privately("detector.json")
            + " >/dev/null || stop 'Runtime monitoring is on already. Nothing was changed.'",
        "jq '{Features: [.Features // [] | .[] | select(.Name == \"RUNTIME_MONITORING\")"
            + " | {Name, Status, AdditionalConfiguration: (.AdditionalConfiguration // []"
            + " | map({Name, Status}))}]}' "
            + step.privately("detector.json")
            + " >"
            + before);
    ensure(step);
    ObjectNode input = JsonText.object();
    ObjectNode feature =
        input
            .putArray("Features")
            .addObject()
            .put("Name", "RUNTIME_MONITORING")
            .put("Status", "ENABLED");
    feature
        .putArray("AdditionalConfiguration")
        .addObject()
        .put("Name", agent)
        .put("Status", "ENABLED");
    step.change(update(step, step.document("runtime", input)));
    step.needRecord("runtime.json");
    step.undo(
        "if [ -n \"$detector\" ] && [ ! -f " + MADE + " ]; then",
        "  jq 'if .Features == [] then .Features = [{Name: \"RUNTIME_MONITORING\", Status:"
            + " \"DISABLED\"}] else . end' "
            + before
            + " >"
            + step.privately("restore.json"),
        "  " + update(step, step.privately("restore.json")),
        "fi");
    delete(step);
    TerraformBlock block =
        step.terraform()
            .resource("aws_guardduty_detector_feature", "runtime")
            .text("name", "RUNTIME_MONITORING")
            .text("status", "ENABLED")
            .remark("detector_id is that of your detector.");
    block.block("additional_configuration").text("name", agent).text("status", "ENABLED");
    ObjectNode properties = fragment(step).putArray("Features").addObject();
    properties.put("Name", "RUNTIME_MONITORING").put("Status", "ENABLED");
    properties
        .putArray("AdditionalConfiguration")
        .addObject()
        .put("Name", agent)
        .put("Status", "ENABLED");
    step.say(
        "Has GuardDuty watch running tasks ("
            + MarkdownText.of(agent)
            + "). It is billed per vCPU. Tasks that run now are watched from their next start;"
            + " on Fargate the agent takes some of the task's own CPU and memory, and the execution"
            + " role must be able to pull its image.");
  }

  private static void look(StepDraft step) {
    String find =
        "detector=$(aws guardduty list-detectors --region "
            + step.subject().region()
            + " | jq -r '.DetectorIds[0] // empty')";
    step.check(find);
    step.undoCheck(find);
  }

  private static String get(StepDraft step) {
    return "aws guardduty get-detector --region "
        + step.subject().region()
        + " --detector-id \"$detector\" >"
        + step.privately("detector.json");
  }

  /** Makes a detector unless a step before has. */
  private static void ensure(StepDraft step) {
    String create = step.document("create-detector", JsonText.object().put("Enable", true));
    step.change(
        "if [ -z \"$detector\" ]; then",
        "  detector=$("
            + step.aws("guardduty create-detector", create)
            + " --query DetectorId --output text)",
        "  printf '%s\\n' \"$detector\" >" + MADE,
        "fi");
  }

  private static void delete(StepDraft step) {
    step.undo(
        "if [ -n \"$detector\" ] && [ -f " + MADE + " ]; then",
        "  aws guardduty delete-detector --region "
            + step.subject().region()
            + " --detector-id \"$detector\"",
        "  rm -- " + MADE,
        "  detector=''",
        "fi");
  }

  private static String update(StepDraft step, String file) {
    return step.aws("guardduty update-detector", file) + " --detector-id \"$detector\"";
  }

  private static ObjectNode fragment(StepDraft step) {
    step.terraform().resource("aws_guardduty_detector", "detector").flag("enable", true);
    return step.cloudFormation()
        .properties("Detector", "AWS::GuardDuty::Detector")
        .put("Enable", true);
  }
}
