package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.finding.SecurityStep.SecureListener;

/**
 * Has an HTTPS or TLS listener use TLS 1.2 or later, and an HTTP listener redirect, its rules
 * included. Where the load balancer has no HTTPS listener yet, one that does what the HTTP listener
 * did is made first, with a certificate that people name.
 */
final class ListenerProtection {
  private static final String POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

  private static final String REDIRECT =
      "[{Type: \"redirect\", RedirectConfig: {Protocol: \"HTTPS\", Port: \"443\","
          + " StatusCode: \"HTTP_301\"}}]";

  private static final String IS_PLAIN =
      "if jq -e '.Listeners[0].Protocol == \"HTTP\"' %s >/dev/null; then";

  private final StepDraft step;
  private final String named;
  private final String listener;
  private final String rules;

  private ListenerProtection(StepDraft step) {
    this.step = step;
    named = step.privately("named.json");
    listener = step.recorded("listener.json");
    rules = step.recorded("rules.json");
  }

  static void write(StepDraft step, SecureListener secure) {
    if (secure.listenerArn().isEmpty()) {
      step.choose(Choice.LISTENER_ARN);
    }
    ListenerProtection protection = new ListenerProtection(step);
    protection.check(secure.listenerArn());
    protection.change();
    protection.undo();
    protection.describe(secure.listenerArn());
  }

  private void check(String arn) {
    String document = step.document("listener", JsonText.object().put("ListenerArn", arn));
    String name =
        "jq "
            + step.choices()
            + " 'if .ListenerArn == \"\" then .ListenerArn = $choices[0].LISTENER_ARN else . end' "
            + document
            + " >"
            + named;
    String present = step.privately("listener.json");
    step.check(
        name,
        "jq '{ListenerArns: [.ListenerArn]}' " + named + " >" + step.privately("listeners.json"),
        step.aws("elbv2 describe-listeners", step.privately("listeners.json")) + " >" + present,
        "jq -e '.Listeners[0].Protocol | IN(\"HTTP\", \"HTTPS\", \"TLS\")' "
            + present
            + " >/dev/null || stop 'A listener for TCP or UDP passes on what it gets: have the"
            + " container serve TLS.'",
        step.aws("elbv2 describe-rules", named) + " >" + step.privately("rules.json"),
        "jq '{LoadBalancerArn: .Listeners[0].LoadBalancerArn}' "
            + present
            + " >"
            + step.privately("balancer.json"),
        step.aws("elbv2 describe-listeners", step.privately("balancer.json"))
            + " >"
            + step.privately("all.json"),
        "if jq -e '.Listeners[0].Protocol == \"HTTP\"' "
            + present
            + " >/dev/null && jq -e '.Listeners | map(select(.Protocol == \"HTTPS\" and .Port =="
            + " 443)) == []' "
            + step.privately("all.json")
            + " >/dev/null; then",
        "  : \"${CERTIFICATE_ARN:?Set CERTIFICATE_ARN to the ARN of the certificate of a new HTTPS"
            + " listener}\"",
        "  form CERTIFICATE_ARN '^arn:[a-z-]+:(acm|iam):.+$'",
        "fi",
        "jq -n --slurpfile listener "
            + present
            + " --slurpfile rules "
            + step.privately("rules.json")
            + " -e '$listener[0].Listeners[0] | if .Protocol == \"HTTP\""
            + " then any((.DefaultActions, ($rules[0].Rules[] | .Actions)); .[-1].Type !="
            + " \"redirect\") else .SslPolicy != \""
            + POLICY
            + "\" end' >/dev/null || stop 'The listener is secured already. Nothing was changed.'",
        "jq '.Listeners[0]' " + present + " >" + listener,
        "jq '.Rules | map(select(.IsDefault | not))' "
            + step.privately("rules.json")
            + " >"
            + rules);
    step.needRecord("listener.json");
    step.undoCheck(name);
  }

  private void change() {
    String input = step.privately("input.json");
    step.change(
        IS_PLAIN.formatted(step.privately("listener.json")),
        "  if jq -e '.Listeners | map(select(.Protocol == \"HTTPS\" and .Port == 443)) == []' "
            + step.privately("all.json")
            + " >/dev/null; then",
        "    jq --arg certificate \"$CERTIFICATE_ARN\" '{LoadBalancerArn, DefaultActions,"
            + " Protocol: \"HTTPS\", Port: 443, SslPolicy: \""
            + POLICY
            + "\", Certificates: [{CertificateArn: $certificate}]}' "
            + listener
            + " >"
            + input,
        "    created=$("
            + step.aws("elbv2 create-listener", input)
            + " --query 'Listeners[0].ListenerArn' --output text)",
        "    printf '%s\\n' \"$created\" >" + step.recorded("created"),
        "    jq -c '.[]' " + rules + " | while IFS= read -r rule; do",
        "      jq -n --arg listener \"$created\" --argjson rule \"$rule\" '{ListenerArn: $listener,"
            + " Priority: ($rule.Priority | tonumber), Actions: $rule.Actions, Conditions:"
            + " ($rule.Conditions | map(if keys | any(endswith(\"Config\")) then del(.Values) else"
            + " . end))}' >"
            + input,
        "      " + step.aws("elbv2 create-rule", input) + " >/dev/null </dev/null",
        "    done",
        "  fi",
        "  jq '. + {DefaultActions: " + REDIRECT + "}' " + named + " >" + input,
        "  " + step.awsQuietly("elbv2 modify-listener", input),
        "  jq -c '.[] | {RuleArn, Actions: "
            + REDIRECT
            + "}' "
            + rules
            + " | while IFS= read -r rule; do",
        "    printf '%s' \"$rule\" >" + input,
        "    " + step.aws("elbv2 modify-rule", input) + " >/dev/null </dev/null",
        "  done",
        "else",
        "  jq '. + {SslPolicy: \"" + POLICY + "\"}' " + named + " >" + input,
        "  " + step.awsQuietly("elbv2 modify-listener", input),
        "fi");
  }

  private void undo() {
    String input = step.privately("input.json");
    step.undo(
        "if jq -e '.Protocol == \"HTTP\"' " + listener + " >/dev/null; then",
        "  jq '{ListenerArn, DefaultActions}' " + listener + " >" + input,
        "else",
        "  jq '{ListenerArn, SslPolicy}' " + listener + " >" + input,
        "fi",
        step.awsQuietly("elbv2 modify-listener", input),
        "jq -c '.[] | {RuleArn, Actions}' " + rules + " | while IFS= read -r rule; do",
        "  printf '%s' \"$rule\" >" + input,
        "  if jq -e '.Protocol == \"HTTP\"' " + listener + " >/dev/null; then",
        "    " + step.aws("elbv2 modify-rule", input) + " >/dev/null </dev/null",
        "  fi",
        "done",
        "if [ -s " + step.recorded("created") + " ]; then",
        "  aws elbv2 delete-listener --region "
            + step.subject().region()
            + " --listener-arn \"$(cat "
            + step.recorded("created")
            + ")\"",
        "  rm -- " + step.recorded("created"),
        "fi");
  }

  private void describe(String arn) {
    step.terraform()
        .resource("aws_lb_listener", step.numbered("listener_"))
        .remark("The listener " + arn)
        .remark("For HTTPS or TLS: ssl_policy = \"" + POLICY + "\"")
        .block("default_action")
        .text("type", "redirect")
        .block("redirect")
        .text("protocol", "HTTPS")
        .text("port", "443")
        .text("status_code", "HTTP_301");
    step.cloudFormation().remark("For an HTTPS or TLS listener: SslPolicy: " + POLICY);
    ObjectNode action =
        step.cloudFormation()
            .properties(step.numbered("Listener"), "AWS::ElasticLoadBalancingV2::Listener")
            .putArray("DefaultActions")
            .addObject()
            .put("Type", "redirect");
    action
        .putObject("RedirectConfig")
        .put("Protocol", "HTTPS")
        .put("Port", "443")
        .put("StatusCode", "HTTP_301");
    step.say(
        "Secures "
            + (arn.isEmpty() ? "the listener that LISTENER\\_ARN names" : MarkdownText.of(arn))
            + ".");
    step.say(
        "An HTTPS or TLS listener gets the policy "
            + POLICY
            + ": clients need TLS 1.2. An HTTP listener and its rules redirect to port 443; where"
            + " nothing listens there, set CERTIFICATE\\_ARN and a listener that does the same is"
            + " made first. The load balancer's security group must open 443.");
  }
}
