package ecsadvisor.jobs.export.patch;

import ecsadvisor.models.finding.Step.SetBounds;

/** Sets the fewest and most tasks of a service's scalable target. */
final class CountBounds {
  private CountBounds() {}

  static void write(StepDraft step, SetBounds bounds) {
    ServiceCalls service = new ServiceCalls(step);
    int minimum = bounds.after().minimum();
    int maximum = bounds.after().maximum();
    new TargetBounds(step, service)
        .check(
            TargetBounds.of(bounds.before().minimum(), bounds.before().maximum()),
            TargetBounds.of(minimum, maximum));
    step.change(service.register("register-scalable-target", minimum, maximum));
    step.undo(
        service.register(
            "restore-scalable-target", bounds.before().minimum(), bounds.before().maximum()));
    service.terraformTarget(minimum, maximum);
    service.cloudFormationTarget(minimum, maximum);
    step.say(
        "Lets Application Auto Scaling run from %d to %d tasks, instead of %d to %d."
            .formatted(minimum, maximum, bounds.before().minimum(), bounds.before().maximum()));
  }
}
