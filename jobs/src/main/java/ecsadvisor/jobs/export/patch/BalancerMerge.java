package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.BooleanNode;
import ecsadvisor.models.finding.Step.MergeLoadBalancer;

/**
 * Records two load balancers that can be one. The move itself is for people: a target group has one
 * load balancer only and names have to be pointed elsewhere in between, which no script of ours
 * sees.
 */
final class BalancerMerge {
  private BalancerMerge() {}

  static void write(StepDraft step, MergeLoadBalancer merge) {
    LoadBalancerRecord.write(step, "from", merge.fromArn());
    LoadBalancerRecord.write(step, "into", merge.intoArn());
    String into = step.recorded("into.json");
    step.check(
        Aws.expect(
            "That both load balancers are in one VPC, of one scheme and type",
            BooleanNode.TRUE,
            "(.LoadBalancers[0] | {VpcId, Scheme, Type}) == ($from[0].LoadBalancers[0]"
                + " | {VpcId, Scheme, Type})",
            "--slurpfile from " + step.recorded("from.json") + " " + into));
    step.change(
        "printf '%s\\n' 'Both load balancers are recorded in recorded/. Nothing was changed:"
            + " README.md says how to move.'");
    step.undo("printf '%s\\n' 'Nothing was changed by apply.sh.'");
    step.say(
        "Moves %s onto %s. `apply.sh` checks that the two fit and records both; the move is by hand:"
            .formatted(MarkdownText.of(merge.fromArn()), MarkdownText.of(merge.intoArn())));
    step.say("Make a copy of each target group below; one group cannot have two load balancers.");
    for (String targetGroup : merge.targetGroupArns()) {
      step.say("Target group: " + MarkdownText.of(targetGroup));
    }
    step.say(
        "Add the copies to the ECS services beside the old groups (`aws ecs update-service"
            + " --load-balancers`), and wait until their targets are healthy.");
    step.say(
        "Make the rules of `recorded/` on the other load balancer's listener, with free priorities,"
            + " a host-header condition for each default rule, and its certificates.");
    step.say(
        "Point the names at the other load balancer; wait until the old one has no requests for a"
            + " day; then take the old groups off the services and delete the old load balancer.");
  }
}
