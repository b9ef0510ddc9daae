package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.finding.SecurityStep.CloseSecurityGroup;

/**
 * Takes from a security group the rules that let every address in, after opening the same ports to
 * one group that people name.
 */
final class SecurityGroupRules {
  private static final String OPEN =
      "(.SecurityGroupRules | map(select((.IsEgress | not)"
          + " and (.CidrIpv4 == \"0.0.0.0/0\" or .CidrIpv6 == \"::/0\"))))";

  /** From rules as they are described to such as a group can be given. */
  private static final String PERMISSIONS =
      "map({IpProtocol} + (if .FromPort then {FromPort, ToPort} else {} end)"
          + " + if .CidrIpv4 then {IpRanges: [{CidrIp: .CidrIpv4}"
          + " + (if .Description then {Description} else {} end)]}"
          + " else {Ipv6Ranges: [{CidrIpv6}"
          + " + (if .Description then {Description} else {} end)]} end)";

  private static final String FROM_SOURCE =
      "(map({IpProtocol} + (if .FromPort then {FromPort, ToPort} else {} end)) | unique"
          + " | map(. + {UserIdGroupPairs: [{GroupId: $choices[0].SOURCE_GROUP}]}))";

  private SecurityGroupRules() {}

  static void write(StepDraft step, CloseSecurityGroup close) {
    step.choose(Choice.SOURCE_GROUP);
    if (close.groupId().isEmpty()) {
      step.say(
          "By hand: find the security groups of the tasks, open them to the load balancer's or the"
              + " clients' group, and revoke the rules for 0.0.0.0/0 and ::/0.");
      return;
    }
    ObjectNode filter = JsonText.object();
    filter
        .putArray("Filters")
        .addObject()
        .put("Name", "group-id")
        .putArray("Values")
        .add(close.groupId());
    String present = step.privately("rules.json");
    String recorded = step.recorded("open-rules.json");
    String describe =
        step.aws(
                "ec2 describe-security-group-rules",
                step.document("describe-security-group-rules", filter))
            + " >"
            + present;
    step.check(
        describe,
        "jq -e '"
            + OPEN
            + " != []' "
            + present
            + " >/dev/null || stop 'The group lets no address in already. Nothing was changed.'",
        "jq '" + OPEN + "' " + present + " >" + recorded);
    String group = step.document("group", JsonText.object().put("GroupId", close.groupId()));
    step.change(
        input(step, group, recorded, "{IpPermissions: ($rules[0] | " + FROM_SOURCE + ")}"),
        tolerant(step, "ec2 authorize-security-group-ingress", "InvalidPermission.Duplicate"),
        input(
            step,
            group,
            recorded,
            "{SecurityGroupRuleIds: ($rules[0] | map(.SecurityGroupRuleId))}"),
        step.awsQuietly("ec2 revoke-security-group-ingress", step.privately("input.json")));
    step.needRecord("open-rules.json");
    step.undo(
        input(step, group, recorded, "{IpPermissions: ($rules[0] | " + PERMISSIONS + ")}"),
        tolerant(step, "ec2 authorize-security-group-ingress", "InvalidPermission.Duplicate"),
        "printf '%s\\n' 'The rules for SOURCE_GROUP stay: revoke them by hand where they were not"
            + " there before.'");
    step.terraform().variable("source_group");
    step.terraform()
        .resource("aws_vpc_security_group_ingress_rule", step.numbered("rule_"))
        .text("security_group_id", close.groupId())
        .reference("referenced_security_group_id", "var.source_group")
        .remark("Ports as in recorded/; remove the rules for 0.0.0.0/0 and ::/0.");
    ObjectNode properties =
        step.cloudFormation()
            .properties(step.numbered("Ingress"), "AWS::EC2::SecurityGroupIngress")
            .put("GroupId", close.groupId());
    step.parameter(properties, "SourceSecurityGroupId", "SourceGroup");
    step.cloudFormation().remark("Ports as in recorded/; remove the rules for 0.0.0.0/0 and ::/0.");
    step.say(
        "Opens the ports that %s opens to every address to SOURCE\\_GROUP, then revokes them for every address. Whoever uses the group is concerned, also what is no ECS service."
            .formatted(MarkdownText.of(close.groupId())));
  }

  private static String input(StepDraft step, String group, String recorded, String more) {
    return "jq "
        + step.choices()
        + " --slurpfile rules "
        + recorded
        + " '. + "
        + more
        + "' "
        + group
        + " >"
        + step.privately("input.json");
  }

  /** A command that may find its work done. */
  private static String tolerant(StepDraft step, String operation, String code) {
    String error = step.privately("error");
    return step.aws(operation, step.privately("input.json"))
        + " >/dev/null 2>"
        + error
        + " ||\n  grep -q "
        + code
        + " "
        + error
        + " || stop \"$(cat "
        + error
        + ")\"";
  }
}
