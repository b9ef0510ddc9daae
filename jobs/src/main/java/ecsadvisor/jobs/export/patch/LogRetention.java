package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.finding.SecurityStep.PutRetention;

/** Has a log group forget what is old. */
final class LogRetention {
  private static final String DAYS = "($choices[0].LOG_RETENTION_DAYS | tonumber)";

  private LogRetention() {}

  static void write(StepDraft step, PutRetention put) {
    step.choose(Choice.LOG_RETENTION_DAYS);
    boolean isNamed = !put.logGroup().isEmpty();
    String name = isNamed ? put.logGroup() : "";
    if (!isNamed) {
      step.choose(Choice.LOG_GROUP);
    }
    String group = step.document("log-group", JsonText.object().put("logGroupName", name));
    String named = isNamed ? "." : ".logGroupName = $choices[0].LOG_GROUP";
    RecordedSetting setting =
        new RecordedSetting(
            step,
            "The retention",
            "retention",
            "--slurpfile named "
                + step.privately("named.json")
                + " '.logGroups | map(select(.logGroupName == $named[0].logGroupName))"
                + " | if . == [] then error(\"no such log group\") else .[0].retentionInDays end'",
            step.choices() + " '" + DAYS + "'");
    setting.read(
        "jq " + step.choices() + " '" + named + "' " + group + " >" + step.privately("named.json"),
        "jq '{logGroupNamePrefix: .logGroupName}' "
            + step.privately("named.json")
            + " >"
            + step.privately("prefix.json"),
        step.aws("logs describe-log-groups", step.privately("prefix.json"))
            + " >"
            + setting.present());
    String input = step.privately("put-retention.json");
    step.change(
        setting.fill(
            step.privately("named.json"),
            ". + {retentionInDays: " + DAYS + "}",
            "put-retention.json"),
        step.aws("logs put-retention-policy", input));
    setting.undo(
        "if [ \"$(cat " + setting.recorded() + ")\" = null ]; then",
        "  " + step.aws("logs delete-retention-policy", step.privately("named.json")),
        "else",
        "  "
            + setting.fill(
                step.privately("named.json"),
                ". + {retentionInDays: $recorded[0]}",
                "put-retention.json"),
        "  " + step.aws("logs put-retention-policy", input),
        "fi");
    step.undo("printf '%s\\n' 'Events that the retention has deleted do not come back.'");
    step.terraform().variable("log_retention_days");
    TerraformBlock block =
        step.terraform()
            .resource("aws_cloudwatch_log_group", step.numbered("group_"))
            .reference("retention_in_days", "var.log_retention_days");
    ObjectNode properties =
        step.cloudFormation().properties(step.numbered("LogGroup"), "AWS::Logs::LogGroup");
    if (isNamed) {
      block.text("name", put.logGroup());
      properties.put("LogGroupName", put.logGroup());
    }
    step.parameter(properties, "RetentionInDays", "LogRetentionDays");
    step.say(
        "Keeps the events of the log group %s for LOG\\_RETENTION\\_DAYS. Older ones are deleted and do not come back."
            .formatted(isNamed ? MarkdownText.of(put.logGroup()) : "that LOG\\_GROUP names"));
  }
}
