package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.models.cost.CostControl;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Usage;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.ledger.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What is said of one service: every control asked in order, each seeing the service as the earlier
 * ones would leave it.
 */
public final class ServiceJudge {
  private final Function<ServiceFacts, List<CostControl>> controls;
  private final TagSettings tagSettings;
  private final Window window;
  private final String priceCurrency;

  /**
   * A judge.
   *
   * @param controls the controls of a service in their order, with the settings that hold for it
   * @param priceCurrency currency of the price file, which counts where no bill does
   */
  public ServiceJudge(
      Function<ServiceFacts, List<CostControl>> controls,
      TagSettings tagSettings,
      Window window,
      String priceCurrency) {
    this.controls = controls;
    this.tagSettings = tagSettings;
    this.window = window;
    this.priceCurrency = priceCurrency;
  }

  /** Judges one service. */
  public ServiceFinding judge(ServiceInput input) {
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
            input.usage() == null ? Usage.NONE : input.usage(),
            input.requests() == null ? List.of() : input.requests());
    ServiceView view = new ServiceView(facts);

    List<LeverAdvice> advice = new ArrayList<>();
    Map<String, List<ControlOutcome>> outcomes = new LinkedHashMap<>();
    SortedSet<String> withheld = new TreeSet<>();
    SortedMap<Lever, Answer> answers = new TreeMap<>();
    ServiceFacts current = facts;
    for (CostControl control : controls.apply(facts)) {
      Advice alone = control.advise(facts);
      Advice inOrder = current.equals(facts) ? alone : control.advise(current);
      if (control.decides(alone)) {
        outcomes
            .computeIfAbsent(control.id(), id -> new ArrayList<>())
            .add(ControlOutcome.of(control.id(), alone));
      }
      if (control.decides(alone) && alone instanceof Advice.NoData noData) {
        noData.reasons().forEach(reason -> withheld.add(reason.code()));
      }
      answers.put(control.lever(), answer(alone));
      if (inOrder instanceof Advice.Change change) {
        advice.add(leverAdvice(view, control.lever(), alone, change));
        current = change.after();
      }
    }
    Outcome outcome =
        !advice.isEmpty()
            ? Outcome.ADVISED
            : withheld.isEmpty() ? Outcome.OPTIMAL : Outcome.WITHHELD;
    return new ServiceFinding(
        serviceRow(view, outcome, withheld),
        advice,
        outcomes.values().stream().map(ControlOutcome::worst).toList(),
        view.dailyCosts(),
        view.utilization().daily(key),
        answers,
        ServiceDays.of(facts),
        FleetServiceOf.of(view, new ServiceView(current), kept(advice)),
        ServiceBill.of(view, tags));
  }

  /**
   * The advice as it is to be followed, after what comes before it. Advice that the changes before
   * it make pointless (another size for a service that is to be stopped) does not come here.
   */
  private LeverAdvice leverAdvice(
      ServiceView view, Lever lever, Advice alone, Advice.Change inOrder) {
    Saving saving = inOrder.saving();
    Saving standalone = alone instanceof Advice.Change change ? change.saving() : Saving.NONE;
    double rate =
        saving.monthlyCostNow() <= 0
            ? 0
            : Math.min(1, Math.max(0, saving.monthly() / saving.monthlyCostNow()));
    return new LeverAdvice(
        lever,
        RecommendationRows.row(view, lever.controlId(), inOrder, standalone, priceCurrency),
        inOrder.proposal(),
        Math.max(standalone.monthlyCostNow(), saving.monthlyCostNow()),
        standalone.monthly(),
        rate,
        saving.spread().relativeTo(saving.monthly()));
  }

  /**
   * What the control says of advice that it does not give; other advice in its place counts too.
   */
  private static Answer answer(Advice advice) {
    if (advice instanceof Advice.NoData) {
      return Answer.WITHHELD;
    }
    return advice instanceof Advice.AsIs ? Answer.NOTHING_TO_GAIN : Answer.NOT_APPLICABLE;
  }

  private static double kept(List<LeverAdvice> advice) {
    double kept = 1;
    for (LeverAdvice lever : advice) {
      kept *= 1 - lever.rate();
    }
    return kept;
  }

  /** The row; verdicts and savings are counted when all services are judged. */
  private ServiceRow serviceRow(ServiceView view, Outcome outcome, SortedSet<String> withheld) {
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
        0,
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
