package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.finding.SecurityStep.CreateAlarm;
import java.util.Map;

/** Makes an alarm on a metric of the service. */
final class ServiceAlarm {
  private static final int PERIOD_SECONDS = 300;
  private static final int PERIODS = 3;

  private ServiceAlarm() {}

  static void write(StepDraft step, CreateAlarm alarm) {
    step.choose(Choice.ALARM_TOPIC_ARN);
    String present = step.privately("alarms.json");
    ObjectNode names = JsonText.object();
    names.putArray("AlarmNames").add(alarm.name());
    String describe =
        step.aws("cloudwatch describe-alarms", step.document("describe-alarms", names))
            + " >"
            + present;
    step.check(
        describe,
        "jq -e '.MetricAlarms == []' "
            + present
            + " >/dev/null || stop 'There is an alarm of that name already.'");
    String input = step.privately("put-alarm.json");
    step.change(
        "jq "
            + step.choices()
            + " '. + {AlarmActions: [$choices[0].ALARM_TOPIC_ARN]}' "
            + step.document("put-metric-alarm", input(step, alarm))
            + " >"
            + input,
        step.aws("cloudwatch put-metric-alarm", input));
    step.undoCheck(describe);
    step.undo(step.aws("cloudwatch delete-alarms", step.document("describe-alarms", names)));
    fragments(step, alarm);
    step.say(
        "Makes the alarm %s, which tells ALARM\\_TOPIC\\_ARN when %s is at %d percent or over for 15 minutes. Choose the threshold that fits: it is a beginning."
            .formatted(
                MarkdownText.of(alarm.name()), MarkdownText.of(alarm.metric()), alarm.threshold()));
  }

  private static ObjectNode input(StepDraft step, CreateAlarm alarm) {
    ObjectNode input =
        JsonText.object()
            .put("AlarmName", alarm.name())
            .put("Namespace", "AWS/ECS")
            .put("MetricName", alarm.metric())
            .put("Statistic", "Average")
            .put("Period", PERIOD_SECONDS)
            .put("EvaluationPeriods", PERIODS)
            .put("Threshold", alarm.threshold())
            .put("ComparisonOperator", "GreaterThanOrEqualToThreshold")
            .put("TreatMissingData", "breaching");
    ArrayNode dimensions = input.putArray("Dimensions");
    dimensions.addObject().put("Name", "ClusterName").put("Value", step.subject().clusterName());
    dimensions.addObject().put("Name", "ServiceName").put("Value", step.subject().serviceName());
    return input;
  }

  private static void fragments(StepDraft step, CreateAlarm alarm) {
    step.terraform().variable("alarm_topic_arn");
    step.terraform()
        .resource("aws_cloudwatch_metric_alarm", "service")
        .text("alarm_name", alarm.name())
        .text("namespace", "AWS/ECS")
        .text("metric_name", alarm.metric())
        .text("statistic", "Average")
        .number("period", PERIOD_SECONDS)
        .number("evaluation_periods", PERIODS)
        .number("threshold", alarm.threshold())
        .text("comparison_operator", "GreaterThanOrEqualToThreshold")
        .text("treat_missing_data", "breaching")
        .reference("alarm_actions", "[var.alarm_topic_arn]")
        .map(
            "dimensions",
            Map.of(
                "ClusterName", step.subject().clusterName(),
                "ServiceName", step.subject().serviceName()));
    ObjectNode properties = step.cloudFormation().properties("Alarm", "AWS::CloudWatch::Alarm");
    properties.setAll(input(step, alarm));
    step.cloudFormation().parameter("AlarmTopicArn");
    properties.putArray("AlarmActions").addObject().put("Ref", "AlarmTopicArn");
  }
}
