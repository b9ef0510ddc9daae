package ecsadvisor.models.cost;

import ecsadvisor.models.cost.scaling.ScalingSearch;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.BacktestResult;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.replay.ScalingOutcome;
import ecsadvisor.models.replay.ScalingReplay;
import ecsadvisor.models.replay.TrackingRule;
import ecsadvisor.models.setting.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Would a number of tasks that follows the load do the same work on fewer task-hours?
 *
 * <p>A fixed service is looked at where its hourly demand varies, it has three tasks at least and
 * its CPU follows its requests where they are known. Then its load is lived through again minute by
 * minute ({@link ScalingReplay}) with target tracking on CPU, and the cheapest policy is proposed
 * whose saturated minutes are no more than a limit or than those it had. The policy holds the load
 * grown by a margin, and one found without the last week holds that week. An existing policy on CPU
 * is replayed likewise: it is changed where its largest count held the service back, or where the
 * replay, true to the counts that ran, proves that another saves a fifth.
 */
public final class ScaleAutomatically implements CostControl {
  private static final int HELD_OUT_DAYS = 7;
  private static final int DAY_MINUTES = 1440;

  /** What can be set. */
  public record Settings(
      @Setting("least days with CPU") int minimumDays,
      @Setting("least minutes with data over minutes expected, 0..1") double minimumCoverage,
      @Setting("least 95th percentile of hourly demand over its mean") double minimumPeakToMean,
      @Setting("least number of tasks of a service that is to be scaled") int minimumTasksNow,
      @Setting("least correlation of CPU with requests where they are known")
          double minimumRequestCorrelation,
      @Setting("fewest tasks of a development service") int minimumTasksDev,
      @Setting("fewest tasks of a production service") int minimumTasksProd,
      @Setting("fewest tasks of a critical service") int minimumTasksCritical,
      @Setting("tasks that production and critical services keep for continuity (BCR-01)")
          int continuityTasks,
      @Setting("saturated share of the minutes that development may have, 0..1")
          double saturatedShareDev,
      @Setting("the same for production") double saturatedShareProd,
      @Setting("the same for critical services") double saturatedShareCritical,
      @Setting("lowest target, percent of the CPU reservation") int lowestTargetPercent,
      @Setting("highest target, percent of the CPU reservation") int highestTargetPercent,
      @Setting("share of its memory that a task may reach at the target, 0..1")
          double memoryCeilingShare,
      @Setting("share by which the load is grown before a policy must hold it")
          double demandMarginShare,
      @Setting("largest count over the tasks that the highest demand needs")
          double roomAbovePeakFactor,
      @Setting("minutes from asking for a task to its serving, where no start is known")
          int startMinutes,
      @Setting("seconds between scaling out") int scaleOutCooldownSeconds,
      @Setting("seconds between scaling in") int scaleInCooldownSeconds,
      @Setting("share of its CPU from which a task is at its limit, 0..1") double censoredShare,
      @Setting("true demand over CPU seen at the limit") double censoredDemandFactor,
      @Setting("least saving of a new policy over the cost, 0..1") double minimumSavingShare,
      @Setting("least saving of a changed policy over the cost, 0..1") double minimumTuningShare,
      @Setting("share of the minutes held back by the largest count from which it is raised")
          double maximumHitShare,
      @Setting("most that a replay's task-hours may differ from those that ran, 0..1")
          double replayToleranceShare,
      @Setting("least saving a month, USD at the prices of us-east-1")
          double minimumSavingMonthly) {

    public Settings {
      require(minimumDays >= 14, "minimumDays", minimumDays);
      require(minimumCoverage >= 0 && minimumCoverage <= 1, "minimumCoverage", minimumCoverage);
      require(minimumPeakToMean >= 1, "minimumPeakToMean", minimumPeakToMean);
      require(minimumTasksNow >= 2, "minimumTasksNow", minimumTasksNow);
      require(
          Math.abs(minimumRequestCorrelation) <= 1,
          "minimumRequestCorrelation",
          minimumRequestCorrelation);
      require(minimumTasksDev >= 1, "minimumTasksDev", minimumTasksDev);
      require(minimumTasksProd >= 1, "minimumTasksProd", minimumTasksProd);
      require(minimumTasksCritical >= 1, "minimumTasksCritical", minimumTasksCritical);
      require(continuityTasks >= 1, "continuityTasks", continuityTasks);
      require(isShare(saturatedShareDev), "saturatedShareDev", saturatedShareDev);
      require(isShare(saturatedShareProd), "saturatedShareProd", saturatedShareProd);
      require(isShare(saturatedShareCritical), "saturatedShareCritical", saturatedShareCritical);
      require(
          lowestTargetPercent >= 10 && lowestTargetPercent <= highestTargetPercent,
          "lowestTargetPercent",
          lowestTargetPercent);
      require(highestTargetPercent <= 95, "highestTargetPercent", highestTargetPercent);
      require(
          memoryCeilingShare > 0 && memoryCeilingShare <= 1,
          "memoryCeilingShare",
          memoryCeilingShare);
      require(demandMarginShare >= 0, "demandMarginShare", demandMarginShare);
      require(roomAbovePeakFactor >= 1, "roomAbovePeakFactor", roomAbovePeakFactor);
      require(startMinutes >= 0 && startMinutes <= 60, "startMinutes", startMinutes);
      require(scaleOutCooldownSeconds >= 0, "scaleOutCooldownSeconds", scaleOutCooldownSeconds);
      require(scaleInCooldownSeconds >= 0, "scaleInCooldownSeconds", scaleInCooldownSeconds);
      require(censoredShare > 0 && censoredShare <= 1, "censoredShare", censoredShare);
      require(censoredDemandFactor >= 1, "censoredDemandFactor", censoredDemandFactor);
      require(isShare(minimumSavingShare), "minimumSavingShare", minimumSavingShare);
      require(isShare(minimumTuningShare), "minimumTuningShare", minimumTuningShare);
      require(isShare(maximumHitShare), "maximumHitShare", maximumHitShare);
      require(isShare(replayToleranceShare), "replayToleranceShare", replayToleranceShare);
      require(minimumSavingMonthly >= 0, "minimumSavingMonthly", minimumSavingMonthly);
    }

    /** What {@code docs/controls.md} gives reasons for. */
    public static Settings defaults() {
      return new Settings(
          14, 0.8, 1.2, 3, 0.5, 1, 2, 3, 2, 0.01, 0.001, 0.0001, 40, 75, 0.9, 0.1, 1.5, 3, 60, 300,
          0.95, 1.2, 0.1, 0.2, 0.01, 0.15, 2);
    }

    private static boolean isShare(double value) {
      return value >= 0 && value <= 1;
    }

    private static void require(boolean holds, String name, double value) {
      if (!holds) {
        throw new IllegalArgumentException(name + " is out of range: " + value);
      }
    }
  }

  private final Settings settings;
  private final PriceBook prices;

  public ScaleAutomatically(Settings settings, PriceBook prices) {
    this.settings = settings;
    this.prices = prices;
  }

  @Override
  public Lever lever() {
    return Lever.AUTO_SCALE;
  }

  @Override
  public Advice advise(ServiceFacts service) {
    LoadAdmission admission =
        LoadAdmission.of(service, prices, settings.minimumDays(), settings.minimumCoverage());
    LoadCase load = admission.load();
    if (load == null) {
      return admission.refusal();
    }
    Scaling scaling = load.config().scaling();
    CurrentPolicy policy = CurrentPolicy.of(scaling);
    if (scaling != null && policy == null) {
      return new Advice.AsIs(ReasonCode.ALREADY_SCALED, load.confidence(), List.of());
    }
    if (load.size().cpuUnits() == 0) {
      return new Advice.NoData(
          List.of(ReasonCode.TASK_SIZE_UNKNOWN),
          List.of(new Missing("ecs-task-definition", "a CPU reservation to track a share of")),
          List.of());
    }
    ScalingCase scalingCase = ScalingCase.of(load, settings);
    return policy == null ? introduce(scalingCase) : tune(scalingCase, policy);
  }

  private Advice introduce(ScalingCase scaling) {
    int tasks = scaling.load().config().desiredCount();
    if (scaling.peakToMean() < settings.minimumPeakToMean()) {
      return asIs(ReasonCode.LOAD_STEADY, scaling);
    }
    if (tasks < settings.minimumTasksNow()) {
      return asIs(ReasonCode.TOO_FEW_TASKS, scaling);
    }
    if (scaling.requestCorrelation() < settings.minimumRequestCorrelation()) {
      return asIs(ReasonCode.NOT_PROPORTIONAL, scaling);
    }
    ScalingSearch search = scaling.search(scaling.floor(), tasks, tasks);
    ScalingSearch.Found found = search.best(scaling.replay(), scaling.allowedShare());
    if (found == null || !pays(scaling, found.outcome(), settings.minimumSavingShare())) {
      TrackingRule reckless =
          search.rule(scaling.replay(), settings.highestTargetPercent() / 100.0, scaling.floor());
      ScalingOutcome outcome = scaling.replay().withTracking(reckless);
      boolean couldPay = pays(scaling, outcome, settings.minimumSavingShare());
      return asIs(couldPay ? ReasonCode.RAMP_TOO_STEEP : ReasonCode.SAVING_TOO_SMALL, scaling);
    }
    ScalingChange change = new ScalingChange(scaling, null, scaling.now(), found);
    BacktestResult backtest = heldOut(scaling, search, found);
    if (!backtest.holds()) {
      return new Advice.NoData(
          List.of(ReasonCode.BACKTEST_FAILED), List.of(), change.because(backtest));
    }
    return change.advice(ReasonCode.LOAD_VARIES, backtest);
  }

  private Advice tune(ScalingCase scaling, CurrentPolicy policy) {
    TrackingRule rule = policy.rule();
    ScalingOutcome replayed = scaling.replay().withTracking(rule);
    double ran = scaling.now().meanTasks();
    boolean isTrue = Math.abs(replayed.meanTasks() - ran) <= settings.replayToleranceShare() * ran;
    if (!isTrue) {
      return asIs(ReasonCode.ALREADY_SCALED, scaling);
    }
    if (replayed.cappedShare() >= settings.maximumHitShare()) {
      int need = scaling.search(1, 2, 1).rule(scaling.replay(), rule.target(), 0).maximum();
      TrackingRule raised = rule.withMaximum(Math.max(rule.maximum() + 1, need));
      ScalingSearch.Found found =
          new ScalingSearch.Found(raised, scaling.replay().withTracking(raised));
      return new ScalingChange(scaling, policy, replayed, found)
          .advice(ReasonCode.POLICY_MISTUNED, BacktestResult.NONE);
    }
    int zones = scaling.load().config().layout().availabilityZones().size();
    int floor = Math.min(rule.minimum(), Math.max(scaling.floor(), zones));
    ScalingSearch search = scaling.search(floor, rule.minimum() + 1, rule.maximum());
    double allowed = Math.max(scaling.allowedShare(), replayed.saturatedShare());
    ScalingSearch.Found found = search.best(scaling.replay(), allowed);
    if (found == null
        || !pays(scaling, replayed, found.outcome(), settings.minimumTuningShare())
        || !heldOut(scaling, search, found).holds()) {
      return asIs(ReasonCode.ALREADY_SCALED, scaling);
    }
    return new ScalingChange(scaling, policy, replayed, found)
        .advice(ReasonCode.POLICY_MISTUNED, heldOut(scaling, search, found));
  }

  private boolean pays(ScalingCase scaling, ScalingOutcome outcome, double share) {
    return pays(scaling, scaling.now(), outcome, share);
  }

  private boolean pays(ScalingCase scaling, ScalingOutcome now, ScalingOutcome then, double share) {
    double saved = now.meanTasks() - then.meanTasks();
    return saved > 0
        && saved >= share * now.meanTasks()
        && scaling.load().rates().monthly(scaling.load().size(), saved)
            >= settings.minimumSavingMonthly() * scaling.load().priceLevel();
  }

  /** A policy found without the last week, lived through that week. */
  private static BacktestResult heldOut(
      ScalingCase scaling, ScalingSearch search, ScalingSearch.Found whole) {
    int minutes = scaling.replay().minutes();
    int cut = minutes - HELD_OUT_DAYS * DAY_MINUTES;
    if (cut < HELD_OUT_DAYS * DAY_MINUTES) {
      return BacktestResult.NONE;
    }
    ScalingSearch.@Nullable Found found =
        search.best(scaling.replay().between(0, cut), scaling.allowedShare());
    TrackingRule rule = found == null ? whole.rule() : found.rule();
    ScalingOutcome outcome = scaling.replay().between(cut, minutes).withTracking(rule);
    return new BacktestResult(
        HELD_OUT_DAYS,
        scaling.load().size().cpuUnits(),
        scaling.load().size().memoryMiB(),
        outcome.saturatedShare(),
        0);
  }

  private static Advice asIs(ReasonCode reason, ScalingCase scaling) {
    return new Advice.AsIs(
        reason, scaling.load().confidence(), new ScalingEvidence(scaling).load());
  }
}
