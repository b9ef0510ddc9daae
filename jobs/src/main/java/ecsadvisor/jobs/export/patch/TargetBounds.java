package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.JsonNode;

/** Checks of the bounds of a service's scalable target; null stands for no target. */
final class TargetBounds {
  private static final String PROGRAM =
      ".ScalableTargets[0] | if . then {MinCapacity, MaxCapacity} else null end";
  private static final String WHAT = "The scalable target";

  private final StepDraft step;
  private final ServiceCalls service;

  TargetBounds(StepDraft step, ServiceCalls service) {
    this.step = step;
    this.service = service;
  }

  static JsonNode of(int minimum, int maximum) {
    return JsonText.object().put("MinCapacity", minimum).put("MaxCapacity", maximum);
  }

  /** The file with the target as it was found. */
  String file() {
    return step.privately("target.json");
  }

  /** Checks in both scripts. */
  void check(JsonNode before, JsonNode after) {
    step.check(service.describeTarget() + " >" + file(), Aws.expect(WHAT, before, PROGRAM, file()));
    step.undoCheck(
        service.describeTarget() + " >" + file(), Aws.accept(WHAT, before, after, PROGRAM, file()));
  }
}
