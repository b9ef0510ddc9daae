package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ecsadvisor.models.finding.Step.WatchCost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Sets up a budget, an anomaly monitor or a cost-allocation tag. Who is told comes from the
 * environment variable {@code ALERT_EMAIL} of whoever applies it.
 */
final class CostWatch {
  private static final String WHO =
      ": \"${ALERT_EMAIL:?Set ALERT_EMAIL to the address that is to be told}\"";

  private CostWatch() {}

  static void write(StepDraft step, WatchCost watch) {
    switch (watch.kind()) {
      case "BUDGET" -> budget(step, watch);
      case "ANOMALY_MONITOR" -> monitor(step, watch);
      case "COST_ALLOCATION_TAG" -> tag(step, watch);
      default -> step.say("By hand: " + MarkdownText.of(watch.kind() + " " + watch.name()));
    }
  }

  private static void budget(StepDraft step, WatchCost watch) {
    String limit =
        BigDecimal.valueOf(watch.monthlyLimit())
            .setScale(2, RoundingMode.HALF_EVEN)
            .toPlainString();
    ObjectNode name =
        JsonText.object().put("AccountId", watch.accountId()).put("BudgetName", watch.name());
    ObjectNode input = JsonText.object().put("AccountId", watch.accountId());
    ObjectNode budget =
        input
            .putObject("Budget")
            .put("BudgetName", watch.name())
            .put("TimeUnit", "MONTHLY")
            .put("BudgetType", "COST");
    budget.putObject("BudgetLimit").put("Amount", limit).put("Unit", watch.currency());
    ObjectNode told = input.putArray("NotificationsWithSubscribers").addObject();
    told.putObject("Notification")
        .put("NotificationType", "FORECASTED")
        .put("ComparisonOperator", "GREATER_THAN")
        .put("Threshold", 100)
        .put("ThresholdType", "PERCENTAGE");
    String present = step.privately("budgets.json");
    String[] describe = {
      "{ "
          + global(step, "budgets describe-budget", step.document("budget", name))
          + " || true; } >"
          + present
          + " 2>"
          + step.privately("error"),
      "[ -s " + present + " ] || grep -q NotFoundException " + step.privately("error") + " ||",
      "  stop \"$(cat " + step.privately("error") + ")\""
    };
    step.check(WHO);
    step.check(describe);
    step.check("[ ! -s " + present + " ] || stop 'A budget of that name is there already.'");
    String create = step.privately("create-budget.json");
    step.change(
        "jq --arg email \"$ALERT_EMAIL\" '.NotificationsWithSubscribers[0].Subscribers ="
            + " [{SubscriptionType: \"EMAIL\", Address: $email}]' "
            + step.document("create-budget", input)
            + " >"
            + create,
        global(step, "budgets create-budget", create) + " >/dev/null");
    step.undoCheck(describe);
    step.undo(
        "if [ -s " + present + " ]; then",
        "  " + global(step, "budgets delete-budget", step.document("budget", name)) + " >/dev/null",
        "fi");

    TerraformBlock block =
        step.terraform()
            .resource("aws_budgets_budget", step.numbered("budget_"))
            .text("name", watch.name())
            .text("budget_type", "COST")
            .text("limit_amount", limit)
            .text("limit_unit", watch.currency())
            .text("time_unit", "MONTHLY");
    block
        .block("notification")
        .text("comparison_operator", "GREATER_THAN")
        .number("threshold", 100)
        .text("threshold_type", "PERCENTAGE")
        .text("notification_type", "FORECASTED")
        .reference("subscriber_email_addresses", "[var.alert_email]");
    ObjectNode properties =
        step.cloudFormation().properties(step.numbered("Budget"), "AWS::Budgets::Budget");
    ObjectNode definition =
        properties
            .putObject("Budget")
            .put("BudgetName", watch.name())
            .put("BudgetType", "COST")
            .put("TimeUnit", "MONTHLY");
    definition
        .putObject("BudgetLimit")
        .put("Amount", Double.parseDouble(limit))
        .put("Unit", watch.currency());
    ObjectNode notification = properties.putArray("NotificationsWithSubscribers").addObject();
    notification
        .putObject("Notification")
        .put("NotificationType", "FORECASTED")
        .put("ComparisonOperator", "GREATER_THAN")
        .put("Threshold", 100)
        .put("ThresholdType", "PERCENTAGE");
    subscriber(step, notification, "SubscriptionType");
    step.say(
        "Makes a monthly budget of %s %s that tells ALERT\\_EMAIL when the forecast passes it."
            .formatted(limit, MarkdownText.of(watch.currency())));
  }

  private static void monitor(StepDraft step, WatchCost watch) {
    ObjectNode input = JsonText.object();
    input
        .putObject("AnomalyMonitor")
        .put("MonitorName", watch.name())
        .put("MonitorType", "DIMENSIONAL")
        .put("MonitorDimension", "SERVICE");
    ObjectNode subscription = JsonText.object();
    subscription
        .putObject("AnomalySubscription")
        .put("SubscriptionName", watch.name())
        .put("Frequency", "DAILY")
        .putObject("ThresholdExpression")
        .putObject("Dimensions")
        .put("Key", "ANOMALY_TOTAL_IMPACT_PERCENTAGE")
        .putArray("Values")
        .add("20");
    ((ObjectNode)
            subscription.get("AnomalySubscription").get("ThresholdExpression").get("Dimensions"))
        .putArray("MatchOptions")
        .add("GREATER_THAN_OR_EQUAL");
    String monitors = step.privately("monitors.json");
    step.check(
        WHO,
        "aws ce get-anomaly-monitors --region "
            + GlobalRegion.of(step.subject().region())
            + " >"
            + monitors,
        "jq -e '.AnomalyMonitors | map(select(.MonitorDimension == \"SERVICE\")) == []' "
            + monitors
            + " >/dev/null || stop 'The account has a monitor of its services already.'");
    String create = step.privately("create-anomaly-subscription.json");
    step.change(
        "monitor=$("
            + global(
                step, "ce create-anomaly-monitor", step.document("create-anomaly-monitor", input))
            + " --query MonitorArn --output text)",
        "printf '%s\\n' \"$monitor\" >" + step.recorded("monitor"),
        "jq --arg monitor \"$monitor\" --arg email \"$ALERT_EMAIL\" '.AnomalySubscription +="
            + " {MonitorArnList: [$monitor], Subscribers: [{Type: \"EMAIL\", Address: $email}]}' "
            + step.document("create-anomaly-subscription", subscription)
            + " >"
            + create,
        global(step, "ce create-anomaly-subscription", create)
            + " --query SubscriptionArn --output text >"
            + step.recorded("subscription"));
    String region = GlobalRegion.of(step.subject().region());
    step.undo(
        "if [ -s " + step.recorded("subscription") + " ]; then",
        "  aws ce delete-anomaly-subscription --region "
            + region
            + " --subscription-arn \"$(cat "
            + step.recorded("subscription")
            + ")\"",
        "fi",
        "if [ -s " + step.recorded("monitor") + " ]; then",
        "  aws ce delete-anomaly-monitor --region "
            + region
            + " --monitor-arn \"$(cat "
            + step.recorded("monitor")
            + ")\"",
        "fi");
    step.terraform()
        .resource("aws_ce_anomaly_monitor", step.numbered("monitor_"))
        .text("name", watch.name())
        .text("monitor_type", "DIMENSIONAL")
        .text("monitor_dimension", "SERVICE");
    step.cloudFormation()
        .properties(step.numbered("Monitor"), "AWS::CE::AnomalyMonitor")
        .put("MonitorName", watch.name())
        .put("MonitorType", "DIMENSIONAL")
        .put("MonitorDimension", "SERVICE");
    TerraformBlock told =
        step.terraform()
            .resource("aws_ce_anomaly_subscription", step.numbered("subscription_"))
            .text("name", watch.name())
            .text("frequency", "DAILY")
            .reference(
                "monitor_arn_list",
                "[aws_ce_anomaly_monitor." + step.numbered("monitor_") + ".arn]");
    told.block("subscriber").text("type", "EMAIL").reference("address", "var.alert_email");
    told.block("threshold_expression")
        .block("dimension")
        .text("key", "ANOMALY_TOTAL_IMPACT_PERCENTAGE")
        .texts("match_options", List.of("GREATER_THAN_OR_EQUAL"))
        .texts("values", List.of("20"));
    ObjectNode properties =
        step.cloudFormation()
            .properties(step.numbered("Subscription"), "AWS::CE::AnomalySubscription")
            .put("SubscriptionName", watch.name())
            .put("Frequency", "DAILY")
            .put(
                "ThresholdExpression",
                JsonText.line(subscription.get("AnomalySubscription").get("ThresholdExpression")));
    properties.putArray("MonitorArnList").addObject().put("Ref", step.numbered("Monitor"));
    subscriber(step, properties, "Type");
    step.say("Makes an anomaly monitor of the account's services that tells ALERT\\_EMAIL daily.");
  }

  /** Adds the subscriber, a parameter of the fragments. */
  private static void subscriber(StepDraft step, ObjectNode properties, String typeName) {
    step.terraform().variable("alert_email");
    step.cloudFormation().parameter("AlertEmail");
    properties
        .putArray("Subscribers")
        .addObject()
        .put(typeName, "EMAIL")
        .putObject("Address")
        .put("Ref", "AlertEmail");
  }

  private static void tag(StepDraft step, WatchCost watch) {
    ObjectNode keys = JsonText.object();
    keys.putArray("TagKeys").add(watch.name());
    String present = step.privately("tags.json");
    String describe =
        global(step, "ce list-cost-allocation-tags", step.document("list-tags", keys))
            + " >"
            + present;
    String program = ".CostAllocationTags[0].Status";
    String what = "The status of the tag";
    TextNode before = TextNode.valueOf("Inactive");
    step.check(describe, Aws.expect(what, before, program, present));
    step.undoCheck(
        describe, Aws.accept(what, before, TextNode.valueOf("Active"), program, present));
    step.change(setTag(step, "activate-tag", watch, "Active"));
    step.undo(setTag(step, "deactivate-tag", watch, "Inactive"));
    step.terraform()
        .resource("aws_ce_cost_allocation_tag", step.numbered("tag_"))
        .text("tag_key", watch.name())
        .text("status", "Active");
    step.say(
        "Activates the cost-allocation tag "
            + MarkdownText.of(watch.name())
            + ". Run it in the account that pays; it counts from then on.");
  }

  private static String setTag(StepDraft step, String name, WatchCost watch, String status) {
    ObjectNode input = JsonText.object();
    input
        .putArray("CostAllocationTagsStatus")
        .addObject()
        .put("TagKey", watch.name())
        .put("Status", status);
    return global(step, "ce update-cost-allocation-tags-status", step.document(name, input))
        + " >"
        + step.privately("errors.json")
        + "\njq -e '(.Errors // []) == []' "
        + step.privately("errors.json")
        + " >/dev/null || stop \"$(cat "
        + step.privately("errors.json")
        + ")\"";
  }

  private static String global(StepDraft step, String operation, String file) {
    return Aws.command(operation, GlobalRegion.of(step.subject().region()), file);
  }
}
