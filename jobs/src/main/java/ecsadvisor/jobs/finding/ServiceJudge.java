package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.models.cost.CostControl;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Usage;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is said of one service: every control asked in order, each seeing the service as the earlier
 * ones would leave it.
 */
final class ServiceJudge {
  private final List<CostControl> controls;
  private final TagSettings tagSettings;
  private final Window window;
  private final String priceCurrency;

  /**
   * @param priceCurrency currency of the price file, which counts where no bill does
   */
  ServiceJudge(
      List<CostControl> controls, TagSettings tagSettings, Window window, String priceCurrency) {
    this.controls = List.copyOf(controls);
    this.tagSettings = tagSettings;
    this.window = window;
    this.priceCurrency = priceCurrency;
  }

  /** Judges one service. */
  ServiceFinding judge(ServiceInput input) {
    ServiceKey key =
        new ServiceKey(input.accountId(), input.region(), input.clusterName(), input.serviceName());
    Tags tags = new Tags(tagSettings, input.config(), input.spend());
    ServiceFacts facts =
        new ServiceFacts(
            key,
            window,
            tags.profile(),
            tags.owner(),
            tags.environment(),
            input.config(),
            input.spend(),
            input.usage() == null ? Usage.NONE : input.usage());
    ServiceView view = new ServiceView(facts);

    List<RecommendationRow> recommendations = new ArrayList<>();
    List<ControlOutcome> outcomes = new ArrayList<>();
    SortedSet<String> withheld = new TreeSet<>();
    double savings = 0;
    ServiceFacts current = facts;
    for (CostControl control : controls) {
      Advice alone = control.advise(facts);
      Advice inOrder = current.equals(facts) ? alone : control.advise(current);
      outcomes.add(outcome(control.id(), alone));
      if (alone instanceof Advice.NoData noData) {
        noData.reasons().forEach(reason -> withheld.add(reason.code()));
      }
      if (alone instanceof Advice.Change change) {
        double waterfall = inOrder instanceof Advice.Change next ? next.saving().monthly() : 0;
        recommendations.add(
            RecommendationRows.row(view, control.id(), change, waterfall, priceCurrency));
        savings += Math.max(0, waterfall);
      }
      if (inOrder instanceof Advice.Change next) {
        current = next.after();
      }
    }
    Outcome outcome =
        !recommendations.isEmpty()
            ? Outcome.ADVISED
            : withheld.isEmpty() ? Outcome.OPTIMAL : Outcome.WITHHELD;
    return new ServiceFinding(
        serviceRow(view, outcome, withheld, savings),
        recommendations,
        outcomes,
        view.dailyCosts(),
        view.utilization().daily(key));
  }

  private static ControlOutcome outcome(String controlId, Advice advice) {
    if (advice instanceof Advice.Change change) {
      return new ControlOutcome(
          controlId,
          Verdict.FAIL,
          codes(change.proposal().reasonCodes()),
          Texts.evidence(change.because()),
          "",
          "Change the task from %s to %s"
              .formatted(
                  change.proposal().currentSummary(), change.proposal().recommendedSummary()),
          change.saving().monthly());
    }
    if (advice instanceof Advice.AsIs asIs) {
      return new ControlOutcome(
          controlId,
          Verdict.PASS,
          asIs.reason().code(),
          Texts.evidence(asIs.because()),
          "",
          "",
          null);
    }
    if (advice instanceof Advice.NotApplicable notApplicable) {
      return new ControlOutcome(
          controlId,
          Verdict.NOT_APPLICABLE,
          notApplicable.reason().code(),
          Texts.evidence(notApplicable.because()),
          "",
          "",
          null);
    }
    Advice.NoData noData = (Advice.NoData) advice;
    return new ControlOutcome(
        controlId,
        Verdict.NO_DATA,
        codes(noData.reasons()),
        Texts.evidence(noData.because()),
        noData.missing().stream().map(ServiceJudge::text).collect(Collectors.joining("; ")),
        "",
        null);
  }

  private static String text(Missing missing) {
    return missing.input() + ": " + missing.remedy();
  }

  private static String codes(List<ReasonCode> reasons) {
    return reasons.stream().map(ReasonCode::code).collect(Collectors.joining(";"));
  }

  /** The row; its verdicts are counted when the catalogue is at hand. */
  private ServiceRow serviceRow(
      ServiceView view, Outcome outcome, SortedSet<String> withheld, double savings) {
    ServiceFacts facts = view.facts();
    ServiceKey key = facts.key();
    ServiceConfig config = facts.config();
    ServiceCost cost = view.cost();
    ServiceUtilization.Shares cpu = view.utilization().cpu();
    ServiceUtilization.Shares memory = view.utilization().memory();
    return new ServiceRow(
        key.accountId(),
        key.region(),
        key.clusterName(),
        key.serviceName(),
        view.arn(),
        view.launchType().name(),
        view.capacityProviders(),
        facts.owner(),
        facts.environment(),
        config == null ? null : config.desiredCount(),
        view.runningTasks(),
        view.cpuUnits(),
        view.memoryMiB(),
        view.architecture(),
        cost == null ? "" : cost.currency(),
        cost == null ? null : cost.billed(),
        cost == null ? null : cost.effective(),
        cost == null ? null : cost.netEffective(),
        cost == null ? null : cost.list(),
        view.costPerTaskHour(),
        cost == null ? null : cost.spotShare(),
        cpu == null ? null : cpu.p50(),
        cpu == null ? null : cpu.p95(),
        cpu == null ? null : cpu.p99(),
        cpu == null ? null : cpu.max(),
        memory == null ? null : memory.p50(),
        memory == null ? null : memory.p95(),
        memory == null ? null : memory.p99(),
        memory == null ? null : memory.max(),
        view.utilization().daysObserved(),
        view.utilization().coverage(),
        outcome.name(),
        outcome == Outcome.WITHHELD ? String.join(";", withheld) : "",
        savings,
        0,
        0,
        0,
        cost == null ? null : cost.unused(),
        cost == null ? null : cost.monthly(),
        cost == null ? "" : cost.attribution(),
        window.firstDay(),
        window.asOf(),
        facts.profile().name(),
        0);
  }
}
