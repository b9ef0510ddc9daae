package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.finding.Step.SetDesiredCount;

/**
 * Sets the number of tasks. Where Application Auto Scaling would put them back, its bounds make
 * room first.
 */
final class DesiredCount {
  private static final String COUNT = ".services[0].desiredCount";

  private DesiredCount() {}

  /**
   * Adds the step.
   *
   * @param hasBounds whether another step sets the scalable target's bounds
   */
  static void write(StepDraft step, SetDesiredCount count, boolean hasBounds) {
    ServiceCalls service = new ServiceCalls(step);
    String present = step.privately("service.json");
    IntNode before = IntNode.valueOf(count.before());
    IntNode after = IntNode.valueOf(count.after());
    step.check(
        service.describe() + " >" + present,
        Aws.expect("The desired count", before, COUNT, present));
    step.undoCheck(
        service.describe() + " >" + present,
        Aws.accept("The desired count", before, after, COUNT, present));
    String back =
        service.update("restore-service", service.update().put("desiredCount", count.before()));
    Scaling scaling = step.subject().config() == null ? null : step.subject().config().scaling();
    if (scaling != null
        && !hasBounds
        && (count.after() < scaling.minCapacity() || count.after() > scaling.maxCapacity())) {
      makeRoom(step, service, scaling, count);
    }
    step.change(
        service.update("update-service", service.update().put("desiredCount", count.after())));
    step.undo(back);
    service.terraform().number("desired_count", count.after());
    service.cloudFormation().put("DesiredCount", count.after());
    if (Custodian.isPlainArn(step.subject().serviceArn())) {
      ObjectNode policy = Custodian.serviceIs(step.subject(), "count");
      policy
          .putArray("actions")
          .addObject()
          .put("type", "modify")
          .putObject("update")
          .put("desiredCount", count.after());
      step.policy(policy);
    }
    step.say("Sets the desired count from " + count.before() + " to " + count.after() + ".");
  }

  private static void makeRoom(
      StepDraft step, ServiceCalls service, Scaling scaling, SetDesiredCount count) {
    int minimum = Math.min(scaling.minCapacity(), count.after());
    int maximum = Math.max(scaling.maxCapacity(), count.after());
    TargetBounds bounds = new TargetBounds(step, service);
    bounds.check(
        TargetBounds.of(scaling.minCapacity(), scaling.maxCapacity()),
        TargetBounds.of(minimum, maximum));
    step.change(service.register("register-scalable-target", minimum, maximum));
    step.undo(
        service.register("restore-scalable-target", scaling.minCapacity(), scaling.maxCapacity()));
    service.terraformTarget(minimum, maximum);
    service.cloudFormationTarget(minimum, maximum);
  }
}
