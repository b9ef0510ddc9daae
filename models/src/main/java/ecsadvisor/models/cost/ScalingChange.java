package ecsadvisor.models.cost;

import ecsadvisor.models.cost.scaling.RescaledUsage;
import ecsadvisor.models.cost.scaling.ScalingSearch;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ScalingPolicy;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.BacktestResult;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.PerformanceRisk;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.price.Rates;
import ecsadvisor.models.replay.ScalingOutcome;
import ecsadvisor.models.replay.TrackingRule;
import ecsadvisor.models.stats.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The advice to scale a service in another way, in words and figures. */
final class ScalingChange {
  private static final String METRIC = "ECSServiceAverageCPUUtilization";
  private static final String NAME = "ecs-cost-advisor-cpu";
  private static final int WEEK = 168;

  /** How far nine of ten replays of hourly figures are off, of the task-hours. */
  private static final double REPLAY_ERROR = 0.055;

  private final ScalingCase scaling;
  private final @Nullable CurrentPolicy current;
  private final ScalingOutcome before;
  private final ScalingSearch.Found found;

  /**
   * A change.
   *
   * @param current the policy now; null where the number of tasks is fixed
   * @param before how the load went with what is there now
   * @param found what is proposed
   */
  ScalingChange(
      ScalingCase scaling,
      @Nullable CurrentPolicy current,
      ScalingOutcome before,
      ScalingSearch.Found found) {
    this.scaling = scaling;
    this.current = current;
    this.before = before;
    this.found = found;
  }

  Advice advice(ReasonCode reason, BacktestResult backtest) {
    return new Advice.Change(
        after(),
        proposal(reason),
        saving(),
        scaling.load().confidence(),
        backtest,
        because(backtest));
  }

  List<Evidence> because(BacktestResult backtest) {
    TrackingRule rule = found.rule();
    ScalingOutcome then = found.outcome();
    ScalingEvidence evidence = new ScalingEvidence(scaling);
    List<Evidence> because = evidence.load();
    if (current != null) {
      evidence.add("tasks_now_replayed", "%.2f", before.meanTasks());
      evidence.saturated("saturated_minutes_now_replayed", before);
      evidence.add("minutes_held_back_by_maximum", "%.2f %%", 100 * before.cappedShare());
    }
    evidence.add("target", "%.0f %% of CPU", 100 * rule.target());
    evidence.add("bounds", "%d to %d tasks", rule.minimum(), rule.maximum());
    evidence.add("start_delay", "%d min", scaling.startMinutes());
    evidence.add("tasks_then", "%.2f", then.meanTasks());
    double monthlyHours = (before.meanTasks() - then.meanTasks()) * Rates.HOURS_PER_MONTH;
    evidence.add("task_hours_saved_monthly", "%.0f h", monthlyHours);
    evidence.saturated("saturated_minutes_then", then);
    ScalingOutcome fast = scaling.replay().withTracking(rule.highResolution());
    evidence.saturated("saturated_minutes_with_20_second_metrics", fast);
    if (backtest.days() > 0) {
      evidence.add("saturated_share_of_week_held_out", "%.3f %%", 100 * backtest.cpuOverShare());
    }
    because.addAll(scaling.load().rates().because());
    if (scaling.isOnEc2()) {
      double freed = before.meanTasks() - then.meanTasks();
      evidence.add(
          "capacity_freed",
          "%.2f vCPU / %.0f MiB",
          freed * scaling.load().size().vcpu(),
          freed * scaling.load().size().memoryMiB());
    }
    return because;
  }

  private ServiceFacts after() {
    TrackingRule rule = found.rule();
    ScalingPolicy policy =
        new ScalingPolicy(
            "TargetTrackingScaling",
            metric(),
            100 * rule.target(),
            !rule.scalesIn(),
            policyName(),
            scaleOutCooldownSeconds(),
            scaleInCooldownSeconds());
    Scaling now = scaling.load().config().scaling();
    List<ScalingPolicy> policies = new ArrayList<>();
    policies.add(policy);
    if (now != null) {
      now.policies().stream()
          .filter(other -> !other.name().equals(policyName()))
          .filter(other -> other.policyType().equals("PredictiveScaling"))
          .forEach(policies::add);
    }
    Scaling scaled = new Scaling(rule.minimum(), rule.maximum(), policies, List.of());
    RescaledUsage usage = new RescaledUsage(scaling.hours(), found.outcome().hourTasks());
    ServiceFacts service = scaling.load().service();
    return service
        .withConfig(scaling.load().config().withScaling(scaled))
        .withUsage(usage.usage(service.usage()));
  }

  private Proposal proposal(ReasonCode reason) {
    List<ReasonCode> reasons = new ArrayList<>(List.of(reason));
    if (scaling.censoredShare() > 0) {
      reasons.add(ReasonCode.CENSORED_CPU);
    }
    if (scaling.isKeptForContinuity() && found.rule().minimum() == scaling.floor()) {
      reasons.add(ReasonCode.CONTINUITY);
    }
    if (scaling.isOnEc2()) {
      reasons.add(ReasonCode.NO_INSTANCE_FREED);
    }
    boolean isLess = found.outcome().taskMinutes() < before.taskMinutes();
    return new Proposal(
        "ScaleIn",
        current == null ? "AutoScale" : "TuneScaling",
        isLess ? "Overprovisioned" : "Underprovisioned",
        reasons,
        risk(),
        summaryNow(),
        summary(found.rule()),
        null,
        null,
        null,
        List.of(),
        List.of(step()),
        "Low",
        false,
        true);
  }

  private PerformanceRisk risk() {
    if (found.outcome().saturatedMinutes() <= before.saturatedMinutes()) {
      return PerformanceRisk.LOW;
    }
    return found.outcome().saturatedShare() <= 0.001
        ? PerformanceRisk.MEDIUM
        : PerformanceRisk.HIGH;
  }

  private Step step() {
    TrackingRule rule = found.rule();
    return new Step.TrackTarget(
        current == null
            ? null
            : new Step.Bounds(current.bounds().minCapacity(), current.bounds().maxCapacity()),
        new Step.Bounds(rule.minimum(), rule.maximum()),
        policyName(),
        metric(),
        current == null ? null : current.policy().targetValue(),
        100 * rule.target(),
        scaleOutCooldownSeconds(),
        scaleInCooldownSeconds());
  }

  private int scaleOutCooldownSeconds() {
    return current == null
        ? scaling.settings().scaleOutCooldownSeconds()
        : current.scaleOutCooldownSeconds();
  }

  private int scaleInCooldownSeconds() {
    return current == null
        ? scaling.settings().scaleInCooldownSeconds()
        : current.scaleInCooldownSeconds();
  }

  private String policyName() {
    return current == null || current.policy().name().isEmpty() ? NAME : current.policy().name();
  }

  private String metric() {
    return current == null ? METRIC : current.policy().predefinedMetric();
  }

  private String summaryNow() {
    return current == null
        ? scaling.load().config().desiredCount() + " tasks"
        : summary(current.rule());
  }

  private static String summary(TrackingRule rule) {
    return String.format(
        Locale.ROOT,
        "%d to %d tasks at %.0f %% CPU",
        rule.minimum(),
        rule.maximum(),
        100 * rule.target());
  }

  /** On EC2 fewer tasks cost the same until an instance goes. */
  private Saving saving() {
    LoadCase load = scaling.load();
    double tasks = scaling.now().meanTasks();
    double kept = scaling.isOnEc2() ? 1 : found.outcome().meanTasks() / before.meanTasks();
    double now = load.rates().monthly(load.size(), tasks);
    double listNow = load.rates().monthlyList(load.size(), tasks);
    return new Saving(
        now, now * kept, listNow, listNow * kept, load.rates().source(), spread(now, kept));
  }

  /** The saving of the weeks of the window, with the replay's own error. */
  private Spread spread(double now, double kept) {
    double saved = now * (1 - kept);
    if (scaling.isOnEc2()) {
      return Spread.certain(0);
    }
    List<Double> weeks = new ArrayList<>();
    double[] then = found.outcome().hourTasks();
    double[] ran = before.hourTasks();
    for (int from = 0; from + WEEK <= then.length; from += WEEK) {
      double sum = 0;
      double all = 0;
      for (int hour = from; hour < from + WEEK; hour++) {
        if (!Double.isNaN(then[hour]) && !Double.isNaN(ran[hour])) {
          sum += ran[hour] - then[hour];
          all += ran[hour];
        }
      }
      if (all > 0) {
        weeks.add(now * sum / all);
      }
    }
    double error = REPLAY_ERROR * now * kept;
    double[] sums = weeks.stream().mapToDouble(Double::doubleValue).toArray();
    double low = sums.length == 0 ? saved : Quantiles.linear(sums, 0.1);
    double high = sums.length == 0 ? saved : Quantiles.linear(sums, 0.9);
    return new Spread(Math.min(saved, low) - error, saved, Math.max(saved, high) + error);
  }
}
