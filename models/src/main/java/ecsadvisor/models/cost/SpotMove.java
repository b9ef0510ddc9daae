package ecsadvisor.models.cost;

import ecsadvisor.models.cost.spot.InterruptionRisk;
import ecsadvisor.models.cost.spot.SpotBlocker;
import ecsadvisor.models.cost.spot.SpotDiscount;
import ecsadvisor.models.cost.spot.SpotEligibility;
import ecsadvisor.models.cost.spot.SpotMix;
import ecsadvisor.models.cost.spot.SpotShare;
import ecsadvisor.models.cost.spot.TaskHours;
import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.BacktestResult;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.PerformanceRisk;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.price.Rates;
import java.util.ArrayList;
import java.util.List;

/** The move of a service's tasks to Spot: what it is worth, and the advice in words and figures. */
final class SpotMove {
  private static final String FARGATE = "FARGATE";
  private static final String ECS_CONTROLLER = "ECS";
  private static final int MOST_SPARES = 200;

  private final RunningService running;
  private final TaskHours hours;
  private final SpotMix.Terms terms;
  private final SpotDiscount discount;
  private final InterruptionRisk risk;
  private final double onDemandHour;

  /** A mix with the saving that it brings a month. */
  record Choice(SpotMix mix, Spread spread) {}

  SpotMove(
      RunningService running,
      TaskHours hours,
      SpotMix.Terms terms,
      SpotDiscount discount,
      InterruptionRisk risk,
      double onDemandHour) {
    this.running = running;
    this.hours = hours;
    this.terms = terms;
    this.discount = discount;
    this.risk = risk;
    this.onDemandHour = onDemandHour;
  }

  /**
   * The mix to propose: without further tasks where that is worth it, else with as few further ones
   * as save most. Only a fixed number of tasks is raised.
   */
  Choice best(double spareShare, double minimumSaving) {
    Choice best = choice(0);
    boolean fixed = running.config().scaling() == null && running.config().scalingKnown();
    if (best.spread.p50() >= minimumSaving || !fixed) {
      return best;
    }
    int most = (int) Math.min(MOST_SPARES, Math.ceil(hours.most() * spareShare));
    for (int spares = 1; spares <= most; spares++) {
      Choice next = choice(spares);
      if (next.spread.p50() > best.spread.p50()) {
        best = next;
      }
    }
    return best;
  }

  private Choice choice(int spares) {
    SpotMix mix = SpotMix.of(hours, terms, spares);
    double spareTasks = spares * perHour(mix);
    double spotTasks = spotTasks(mix);
    double monthlyHour = Rates.HOURS_PER_MONTH * onDemandHour;
    return new Choice(
        mix,
        risk.saving(
            monthlyHour * (spotTasks - spareTasks), spotTasks, monthlyHour * spareTasks, discount));
  }

  /** Share of all hours in which the service runs, so that empty hours cost nothing. */
  private double perHour(SpotMix mix) {
    double inRunningHours = mix.meanTasks() - mix.spareTasks();
    return inRunningHours > 0 ? running.tasks() / inRunningHours : 0;
  }

  private double spotTasks(SpotMix mix) {
    return mix.spotTasks() * perHour(mix);
  }

  static ReasonCode reasonToStay(SpotMix mix, SpotEligibility eligibility) {
    if (mix.spotTasks() > 0) {
      return ReasonCode.SAVING_TOO_SMALL;
    }
    return eligibility.zones() == 1 ? ReasonCode.FIX_SINGLE_ZONE : ReasonCode.NO_SPARE_TASK;
  }

  List<Evidence> evidence(Choice choice) {
    SpotMix mix = choice.mix;
    String currency = running.rates().currency();
    List<Evidence> because = new ArrayList<>();
    because.add(Figure.number("mean_tasks", running.tasks()));
    because.add(
        Double.isNaN(hours.peakCpuShare())
            ? Figure.text("cpu_of_busiest_hour", "not known; a set share of the tasks is needed")
            : Figure.share("cpu_of_busiest_hour", hours.peakCpuShare()));
    because.add(Figure.count("tasks_in_deciding_hour", mix.tasks()));
    because.add(Figure.count("tasks_needed_in_it", mix.needed()));
    because.add(Figure.count("spot_pools", mix.pools()));
    because.add(Figure.count("base_on_demand", mix.base()));
    because.add(Figure.count("tasks_left_without_largest_pool", mix.survivors()));
    because.add(Figure.count("tasks_added_on_spot", mix.spareTasks()));
    because.add(Figure.number("mean_tasks_on_spot", spotTasks(mix)));
    because.add(Figure.share("spot_discount", discount.expected()));
    because.add(Figure.text("spot_discount_source", discount.words()));
    because.add(Figure.number("interruptions_a_month", risk.perMonth(spotTasks(mix))));
    because.add(Figure.money("task_hour_on_demand", onDemandHour, currency));
    because.addAll(running.rates().because());
    return because;
  }

  /** The advice to move to Fargate Spot. */
  Advice toFargateSpot(Choice choice, SpotEligibility eligibility, List<Evidence> because) {
    List<CapacityProviderItem> after = strategy(choice.mix, FARGATE, SpotShare.FARGATE_SPOT);
    return change(choice, eligibility, because, after, FARGATE, "MigrateToFargateSpot");
  }

  /** The strategy that fills the base first and sends the rest to Spot. */
  static List<CapacityProviderItem> strategy(SpotMix mix, String onDemand, String spot) {
    CapacityProviderItem rest = new CapacityProviderItem(spot, 0, 1);
    return mix.base() == 0
        ? List.of(rest)
        : List.of(new CapacityProviderItem(onDemand, mix.base(), 0), rest);
  }

  /**
   * The advice.
   *
   * @param after the strategy proposed
   * @param launchTypeNow the launch type that holds where no strategy is set
   */
  Advice change(
      Choice choice,
      SpotEligibility eligibility,
      List<Evidence> because,
      List<CapacityProviderItem> after,
      String launchTypeNow,
      String actionType) {
    ServiceConfig config = running.config();
    SpotMix mix = choice.mix;
    int wanted = Math.max(config.desiredCount(), hours.most());
    ServiceFacts changed = running.service();
    if (mix.spareTasks() > 0) {
      changed = TaskCountChange.raised(changed, config, wanted, wanted + mix.spareTasks());
    }
    ServiceConfig counted = changed.config();
    changed = changed.withConfig((counted == null ? config : counted).withCapacityProviders(after));
    return new Advice.Change(
        changed,
        proposal(choice, eligibility, after, launchTypeNow, actionType, wanted),
        saving(choice),
        running.confidence(),
        BacktestResult.NONE,
        because);
  }

  private Proposal proposal(
      Choice choice,
      SpotEligibility eligibility,
      List<CapacityProviderItem> after,
      String launchTypeNow,
      String actionType,
      int wanted) {
    SpotMix mix = choice.mix;
    ServiceConfig config = running.config();
    List<ReasonCode> reasons = new ArrayList<>();
    reasons.add(ReasonCode.ELIGIBLE);
    if (keepsForContinuity(mix)) {
      reasons.add(ReasonCode.CONTINUITY);
    }
    List<Step> steps = new ArrayList<>();
    for (SpotBlocker blocker : eligibility.blockers()) {
      reasons.add(blocker.reason());
      steps.addAll(blocker.steps());
    }
    // CodeDeploy and external controllers set the strategy themselves; UpdateService may not.
    if (config.layout().deploymentController().equals(ECS_CONTROLLER)) {
      steps.add(
          new Step.SetCapacityProviders(
              config.capacityProviders(),
              config.capacityProviders().isEmpty() ? launchTypeNow : "",
              after));
    }
    Integer desired = null;
    if (mix.spareTasks() > 0) {
      desired = wanted + mix.spareTasks();
      steps.add(new Step.SetDesiredCount(config.desiredCount(), desired));
    }
    return new Proposal(
        "",
        actionType,
        "",
        reasons,
        performanceRisk(mix),
        words(config.capacityProviders(), launchTypeNow),
        words(after, launchTypeNow) + (desired == null ? "" : ", " + desired + " tasks"),
        null,
        null,
        desired,
        List.of(),
        steps,
        eligibility.blockers().isEmpty() ? "Low" : "Medium",
        true,
        true);
  }

  /** Whether the fewest tasks on demand, and nothing else, keep a task off Spot. */
  private boolean keepsForContinuity(SpotMix mix) {
    SpotMix.Terms free =
        new SpotMix.Terms(
            terms.pools(),
            terms.cpuShareDuringLoss(),
            terms.neededShareUnknown(),
            0,
            terms.committedShare(),
            terms.mayWait());
    return SpotMix.of(hours, free, mix.spareTasks()).base() < mix.base();
  }

  private PerformanceRisk performanceRisk(SpotMix mix) {
    if (hours.daysWithCpu() == 0 && !terms.mayWait()) {
      return PerformanceRisk.MEDIUM;
    }
    return mix.survivors() > mix.needed() ? PerformanceRisk.VERY_LOW : PerformanceRisk.LOW;
  }

  private static String words(List<CapacityProviderItem> strategy, String launchType) {
    if (strategy.isEmpty()) {
      return launchType;
    }
    return String.join(
        ", ",
        strategy.stream()
            .map(
                item ->
                    "%s base %d weight %d"
                        .formatted(item.capacityProvider(), item.base(), item.weight()))
            .toList());
  }

  private Saving saving(Choice choice) {
    double now = running.monthlyCost();
    double listNow = running.monthlyList();
    double listFactor = now > 0 ? listNow / now : 1;
    double monthly = choice.spread.p50();
    RateSource source =
        discount.source().compareTo(running.rates().source()) > 0
            ? discount.source()
            : running.rates().source();
    return new Saving(
        now, now - monthly, listNow, listNow - monthly * listFactor, source, choice.spread);
  }
}
