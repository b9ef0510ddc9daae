package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Records all of a load balancer, from its subnets to the rules of its listeners. */
final class LoadBalancerRecord {
  private LoadBalancerRecord() {}

  /** Adds the lines to apply.sh that record it under a word. */
  static void write(StepDraft step, String word, String arn) {
    ObjectNode arns = JsonText.object();
    arns.putArray("LoadBalancerArns").add(arn);
    ObjectNode one = JsonText.object().put("LoadBalancerArn", arn);
    String ofOne = step.document(word, one);
    String listeners = step.privately(word + "-listeners.json");
    // A describe that fails must not empty an earlier record, so files are copied when all are
    // there.
    step.check(
        step.aws("elbv2 describe-load-balancers", step.document(word + "s", arns))
            + " >"
            + step.privately(word + ".json"),
        step.aws("elbv2 describe-load-balancer-attributes", ofOne)
            + " >"
            + step.privately(word + "-attributes.json"),
        step.aws("elbv2 describe-listeners", ofOne) + " >" + listeners,
        step.aws("elbv2 describe-target-groups", ofOne)
            + " >"
            + step.privately(word + "-target-groups.json"),
        "jq -r '.Listeners[].ListenerArn' " + listeners + " | while IFS= read -r listener; do",
        "  aws elbv2 describe-rules --region "
            + step.subject().region()
            + " --listener-arn \"$listener\" </dev/null",
        "done >" + step.privately(word + "-rules.json"),
        "cp -- \"$work\"/" + step.number() + "-" + word + "*.json recorded/");
  }
}
