package ecsadvisor.jobs;

import ecsadvisor.jobs.export.patch.SecurityPatches;
import ecsadvisor.jobs.finding.LeverAdvice;
import ecsadvisor.jobs.finding.SecurityFinding;
import ecsadvisor.jobs.finding.SecurityReview;
import ecsadvisor.jobs.finding.ServiceFinding;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The patches of a review's failing checks, with the right-sizing that goes along. */
final class SecurityPatchesOf {
  private SecurityPatchesOf() {}

  static SecurityPatches patches(List<ServiceFinding> services, SecurityReview review) {
    Map<ServiceKey, Step.ReviseTask> sizes = new HashMap<>();
    for (ServiceFinding service : services) {
      for (LeverAdvice advice : service.advice()) {
        for (Step step : advice.proposal().steps()) {
          if (advice.lever() == Lever.RIGHT_SIZE && step instanceof Step.ReviseTask revise) {
            sizes.put(service.fleet().key(), revise);
          }
        }
      }
    }
    SecurityPatches patches = new SecurityPatches(review.checks());
    for (SecurityFinding finding : review.findings().values()) {
      if (finding.facts() != null) {
        patches.add(finding.facts(), finding.verdicts(), sizes.get(finding.verdicts().key()));
      }
    }
    return patches;
  }
}
