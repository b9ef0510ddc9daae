package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.finding.SecurityStep.AssociateWebAcl;

/** Puts a web ACL before a load balancer. */
final class WebAclAssociation {
  private WebAclAssociation() {}

  static void write(StepDraft step, AssociateWebAcl associate) {
    step.choose(Choice.WEB_ACL_ARN);
    String balancer = associate.loadBalancerArn();
    if (balancer.isEmpty()) {
      step.choose(Choice.LOAD_BALANCER_ARN);
    }
    String named = step.privately("named.json");
    String document = step.document("resource", JsonText.object().put("ResourceArn", balancer));
    RecordedSetting setting =
        new RecordedSetting(
            step,
            "The web ACL",
            "web-acl",
            "'.WebACL.ARN'",
            step.choices() + " '$choices[0].WEB_ACL_ARN'");
    setting.read(
        "jq "
            + step.choices()
            + " 'if .ResourceArn == \"\" then .ResourceArn = $choices[0].LOAD_BALANCER_ARN"
            + " else . end' "
            + document
            + " >"
            + named,
        step.aws("wafv2 get-web-acl-for-resource", named) + " >" + setting.present());
    step.change(
        setting.fill(named, ". + {WebACLArn: $choices[0].WEB_ACL_ARN}", "associate.json"),
        step.aws("wafv2 associate-web-acl", step.privately("associate.json")));
    setting.undo(
        "if [ \"$(cat " + setting.recorded() + ")\" = null ]; then",
        "  " + step.aws("wafv2 disassociate-web-acl", named),
        "else",
        "  " + setting.fill(named, ". + {WebACLArn: $recorded[0]}", "associate.json"),
        "  " + step.aws("wafv2 associate-web-acl", step.privately("associate.json")),
        "fi");
    step.terraform().variable("web_acl_arn");
    TerraformBlock block =
        step.terraform()
            .resource("aws_wafv2_web_acl_association", "association")
            .reference("web_acl_arn", "var.web_acl_arn");
    ObjectNode properties =
        step.cloudFormation().properties("WebAclAssociation", "AWS::WAFv2::WebACLAssociation");
    step.parameter(properties, "WebACLArn", "WebAclArn");
    if (balancer.isEmpty()) {
      step.terraform().variable("load_balancer_arn");
      block.reference("resource_arn", "var.load_balancer_arn");
      step.parameter(properties, "ResourceArn", "LoadBalancerArn");
    } else {
      block.text("resource_arn", balancer);
      properties.put("ResourceArn", balancer);
    }
    step.say(
        "Puts the web ACL that WEB\\_ACL\\_ARN names before %s. Have its rules count first, and block when the counts are as meant."
            .formatted(
                balancer.isEmpty()
                    ? "the load balancer that LOAD\\_BALANCER\\_ARN names"
                    : MarkdownText.of(balancer)));
  }
}
