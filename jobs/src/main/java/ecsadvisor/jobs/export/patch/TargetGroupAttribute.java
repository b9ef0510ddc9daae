package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ecsadvisor.models.finding.Step.SetTargetGroupAttribute;
import java.util.Map;
import java.util.regex.Pattern;

/** Changes an attribute of a target group. */
final class TargetGroupAttribute {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");

  /** Attributes that Terraform has an argument for. */
  private static final Map<String, String> ARGUMENTS =
      Map.of(
          "deregistration_delay.timeout_seconds", "deregistration_delay",
          "slow_start.duration_seconds", "slow_start",
          "load_balancing.algorithm.type", "load_balancing_algorithm_type",
          "load_balancing.cross_zone.enabled", "load_balancing_cross_zone_enabled");

  private static final String FIND = ".Attributes | map(select(.Key == $key)) | .[0].Value";

  private TargetGroupAttribute() {}

  static void write(StepDraft step, SetTargetGroupAttribute change) {
    ObjectNode group = JsonText.object().put("TargetGroupArn", change.targetGroupArn());
    String present = step.privately("attributes.json");
    String describe =
        step.aws(
                "elbv2 describe-target-group-attributes",
                step.document("describe-target-group-attributes", group))
            + " >"
            + present;
    String program =
        "--argjson key "
            + ShellWord.of(JsonText.line(TextNode.valueOf(change.key())))
            + " '"
            + FIND;
    String found = "\"$(jq -c " + program + "' " + present + ")\"";
    String before = ShellWord.of(JsonText.line(TextNode.valueOf(change.before())));
    String after = ShellWord.of(JsonText.line(TextNode.valueOf(change.after())));
    String what = "'The attribute of the target group' ";
    step.check(describe, "expect " + what + before + " " + found);
    step.undoCheck(describe, "accept " + what + before + " " + after + " " + found);
    step.change(modify(step, "modify-target-group-attributes", change, change.after()));
    step.undo(modify(step, "restore-target-group-attributes", change, change.before()));
    fragments(step, change);
    step.say(
        "Sets %s of %s from %s to %s."
            .formatted(
                MarkdownText.of(change.key()),
                MarkdownText.of(change.targetGroupArn()),
                MarkdownText.of(change.before()),
                MarkdownText.of(change.after())));
  }

  private static String modify(
      StepDraft step, String name, SetTargetGroupAttribute change, String value) {
    ObjectNode input = JsonText.object().put("TargetGroupArn", change.targetGroupArn());
    input.putArray("Attributes").addObject().put("Key", change.key()).put("Value", value);
    return step.aws("elbv2 modify-target-group-attributes", step.document(name, input))
        + " >/dev/null";
  }

  private static void fragments(StepDraft step, SetTargetGroupAttribute change) {
    TerraformBlock block =
        step.terraform()
            .resource("aws_lb_target_group", step.numbered("target_group_"))
            .remark("The target group " + change.targetGroupArn());
    String argument = ARGUMENTS.get(change.key());
    if (argument == null) {
      block.remark("No argument for " + change.key() + " = " + change.after());
    } else if (WHOLE_NUMBER.matcher(change.after()).matches()) {
      block.number(argument, Integer.parseInt(change.after()));
    } else {
      block.text(argument, change.after());
    }
    step.cloudFormation()
        .properties(step.numbered("TargetGroup"), "AWS::ElasticLoadBalancingV2::TargetGroup")
        .putArray("TargetGroupAttributes")
        .addObject()
        .put("Key", change.key())
        .put("Value", change.after());
  }
}
