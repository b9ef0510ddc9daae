package ecsadvisor.models.cost;

import static ecsadvisor.models.finding.ReasonCode.COVERED_BY_COMMITMENT;
import static ecsadvisor.models.finding.ReasonCode.SAVING_TOO_SMALL;
import static ecsadvisor.models.finding.ReasonCode.VETO_WINDOWS;

import ecsadvisor.models.cost.spot.SpotEligibility;
import ecsadvisor.models.cost.spot.SpotRules;
import ecsadvisor.models.cost.spot.TaskHours;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.ReasonCode;
import java.util.List;
import java.util.function.Function;

/**
 * Whether a service that runs on demand may be asked about Spot at all: not on Windows, with tasks,
 * not covered by commitments, without a veto. The same on Fargate and on instances.
 *
 * @param running the service
 * @param hours its tasks hour by hour
 * @param eligibility what speaks for and against Spot; without a veto
 */
record SpotAdmission(RunningService running, TaskHours hours, SpotEligibility eligibility) {

  /**
   * The advice for a service: why it is not asked, else what is judged of it.
   *
   * @param onInstances whether its tasks run on instances
   * @param coveredName what its covered share is called in evidence
   * @param covered share of its usage that commitments cover, 0..1
   * @param coveredShare share from which it counts as covered
   */
  static Advice judge(
      RunningService running,
      boolean onInstances,
      String coveredName,
      double covered,
      double coveredShare,
      SpotRules rules,
      Function<SpotAdmission, Advice> judgement) {
    if (running.platform() == Platform.WINDOWS) {
      return new Advice.AsIs(VETO_WINDOWS, running.confidence(), List.of());
    }
    TaskHours hours = TaskHours.of(running.service(), running.config(), running.size());
    if (!(running.tasks() > 0) || hours.most() == 0) {
      return new Advice.AsIs(
          SAVING_TOO_SMALL,
          running.confidence(),
          List.of(Figure.number("mean_tasks", running.tasks())));
    }
    if (covered >= coveredShare) {
      return new Advice.AsIs(
          COVERED_BY_COMMITMENT, running.confidence(), List.of(Figure.share(coveredName, covered)));
    }
    SpotEligibility eligibility =
        SpotEligibility.of(
            running.service(),
            running.config(),
            running.definition(),
            hours.most(),
            onInstances,
            rules);
    ReasonCode veto = eligibility.veto();
    if (veto != null) {
      return new Advice.AsIs(veto, running.confidence(), eligibility.because());
    }
    return judgement.apply(new SpotAdmission(running, hours, eligibility));
  }
}
