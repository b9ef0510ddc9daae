package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.finding.Step.PutLifecyclePolicy;

/** Gives a repository a lifecycle policy. What it expires is gone. */
final class LifecyclePolicy {
  private static final String PROGRAM =
      ".lifecyclePolicyText // null | if . then fromjson else . end";
  private static final String WHAT = "The lifecycle policy";

  private LifecyclePolicy() {}

  static void write(StepDraft step, PutLifecyclePolicy change) {
    JsonNode before =
        change.before().isEmpty() ? NullNode.instance : JsonText.parsed(change.before());
    JsonNode after = JsonText.parsed(change.after());
    String present = step.privately("policy.json");
    String[] describe = describe(step, change, present);
    step.check(describe);
    step.check(Aws.expect(WHAT, before, PROGRAM, present));
    step.undoCheck(describe);
    step.undoCheck(Aws.accept(WHAT, before, after, PROGRAM, present));
    step.change(put(step, "put-lifecycle-policy", change, change.after()));
    if (change.before().isEmpty()) {
      step.undo(
          "if jq -e '.lifecyclePolicyText' " + present + " >/dev/null; then",
          "  "
              + step.aws(
                  "ecr delete-lifecycle-policy",
                  step.document("delete-lifecycle-policy", repository(step, change)))
              + " >/dev/null",
          "fi");
    } else {
      step.undo(put(step, "restore-lifecycle-policy", change, change.before()));
    }
    step.undo(
        "printf '%s\\n' 'Images that the policy has expired do not come back: push them again.'");
    fragments(step, change);
    JsonNode rules = after.get("rules");
    String arn = step.subject().resourceArn();
    if (rules instanceof ArrayNode && Custodian.isPlainArn(arn)) {
      ObjectNode policy =
          Custodian.resourceIs(step.subject(), "lifecycle", "aws.ecr", "repositoryArn", arn);
      policy.putArray("actions").addObject().put("type", "set-lifecycle").set("rules", rules);
      step.policy(policy);
    }
    step.say(
        "Puts a lifecycle policy on "
            + MarkdownText.of(change.repositoryName())
            + ". Expired images do not come back; see first what would go:"
            + " `aws ecr start-lifecycle-policy-preview`, then `get-lifecycle-policy-preview`.");
  }

  private static String[] describe(StepDraft step, PutLifecyclePolicy change, String present) {
    String error = step.privately("error");
    return new String[] {
      step.aws(
              "ecr get-lifecycle-policy",
              step.document("get-lifecycle-policy", repository(step, change)))
          + " >"
          + present
          + " 2>"
          + error
          + " ||",
      "  { grep -q LifecyclePolicyNotFoundException "
          + error
          + " && printf '{}' >"
          + present
          + "; } || stop \"$(cat "
          + error
          + ")\""
    };
  }

  private static String put(StepDraft step, String name, PutLifecyclePolicy change, String text) {
    ObjectNode input = repository(step, change).put("lifecyclePolicyText", text);
    return step.aws("ecr put-lifecycle-policy", step.document(name, input)) + " >/dev/null";
  }

  private static ObjectNode repository(StepDraft step, PutLifecyclePolicy change) {
    return JsonText.object()
        .put("registryId", step.subject().accountId())
        .put("repositoryName", change.repositoryName());
  }

  private static void fragments(StepDraft step, PutLifecyclePolicy change) {
    step.terraform()
        .resource("aws_ecr_lifecycle_policy", step.numbered("policy_"))
        .text("repository", change.repositoryName())
        .text("policy", change.after());
    step.cloudFormation()
        .properties(step.numbered("Repository"), "AWS::ECR::Repository")
        .put("RepositoryName", change.repositoryName())
        .putObject("LifecyclePolicy")
        .put("LifecyclePolicyText", change.after());
  }
}
