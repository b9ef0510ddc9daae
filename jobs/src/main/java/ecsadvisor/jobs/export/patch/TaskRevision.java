package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Registers an edited copy of the running revision, for a deployment that {@link ServiceRevision}
 * makes.
 *
 * <p>The proposal does not hold the whole task definition, and what the definition holds besides
 * (the values of its environment) must not lie in a file. So the scripts read it, edit it with jq
 * in a private folder that they remove, and register the result.
 */
final class TaskRevision {
  private static final String RUNS = ".services[0].taskDefinition";

  private final StepDraft step;
  private final String arn;
  private final String changeFile;
  private final String describeRecorded;

  TaskRevision(StepDraft step, String arn, ObjectNode change) {
    this.step = step;
    this.arn = arn;
    step.program(TaskProgram.FILE, TaskProgram.TEXT);
    changeFile = step.document("task-change", change);
    ObjectNode input = includeTags().put("taskDefinition", arn);
    describeRecorded =
        step.aws("ecs describe-task-definition", step.document("describe-task-definition", input));
  }

  /** A line that stops apply.sh unless the service runs the revision. */
  String expectRunning(String present) {
    return Aws.expect("The running revision", TextNode.valueOf(arn), RUNS, present);
  }

  /** Adds the lines that register the copy; its ARN is in {@code $revision}. */
  void change() {
    String recorded = step.privately("recorded.json");
    String edited = step.privately("task-definition.json");
    step.change(
        describeRecorded + " >" + recorded,
        edit("--slurpfile change " + changeFile, recorded, edited),
        registered("revision", edited));
  }

  /** Adds the lines that stop rollback.sh where neither the one nor the other runs. */
  void undoCheck(String present) {
    String recorded = step.privately("recorded.json");
    String running = step.privately("running.json");
    String expected = step.privately("expected.json");
    String before = step.privately("before.json");
    String now = step.privately("now.json");
    step.undoCheck(
        describeRecorded + " >" + recorded,
        "running=$(jq -r '" + RUNS + "' " + present + ")",
        step.aws("ecs describe-task-definition", step.document("include-tags", includeTags()))
            + " --task-definition \"$running\" >"
            + running,
        edit("--slurpfile change " + changeFile, recorded, expected),
        edit("--argjson change '[{}]'", recorded, before),
        edit("--argjson change '[{}]'", running, now),
        "same "
            + now
            + " "
            + before
            + " || same "
            + now
            + " "
            + expected
            + " || doubt 'Another revision was deployed since'");
  }

  /** Adds the lines that make sure of a revision to return to, whose ARN is in {@code $back}. */
  void undo() {
    step.undo(
        "back=" + ShellWord.of(arn),
        "if jq -e '.taskDefinition.status == \"INACTIVE\"' "
            + step.privately("recorded.json")
            + " >/dev/null; then",
        "  " + registered("back", step.privately("before.json")),
        "fi");
  }

  private static ObjectNode includeTags() {
    ObjectNode input = JsonText.object();
    input.putArray("include").add("TAGS");
    return input;
  }

  private String edit(String change, String from, String into) {
    return "jq -f "
        + TaskProgram.FILE
        + " "
        + change
        + " "
        + step.choices()
        + " "
        + from
        + " >"
        + into;
  }

  /** A line that registers a definition of the private folder and keeps its ARN in a variable. */
  private String registered(String variable, String file) {
    return variable
        + "=$(aws ecs register-task-definition --region "
        + step.subject().region()
        + " --cli-input-json file://"
        + file
        + " --query taskDefinition.taskDefinitionArn --output text)";
  }
}
