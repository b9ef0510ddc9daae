package ecsadvisor.models.replay;

import ecsadvisor.models.price.TaskSize;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How would a way of sizing have done on days that it had not seen?
 *
 * <p>Rolling origin: fitted on the days of a window, judged on the days after it, then both move
 * on. A series takes part in a fold if its provisioned cores are within the limit, enough of its
 * fitted days have samples, and at least one judged day has; otherwise the fold is refused for it.
 * The oracle is the cheapest size that no sample of the judged days exceeds.
 */
public final class TraceBacktest {
  /** Provisioned cost above which a service is large. */
  private static final double LARGE_MONTHLY = 250;

  /** Mean use above which a service is large. */
  private static final double LARGE_MEAN_CORES = 0.25;

  /**
   * The frame of the replay.
   *
   * @param fitDays days fitted on
   * @param judgeDays days judged
   * @param stepDays days from fold to fold; fewer than the judged days give more, overlapping folds
   * @param minimumFitDays least number of fitted days with samples
   * @param maximumCores series with more provisioned cores are left out
   */
  public record Settings(
      int fitDays, int judgeDays, int stepDays, int minimumFitDays, double maximumCores) {
    public Settings {
      if (fitDays < 1
          || judgeDays < 1
          || stepDays < 1
          || minimumFitDays < 1
          || !(maximumCores > 0)) {
        throw new IllegalArgumentException(
            "Days and cores must be positive: %d %d %d %d %s"
                .formatted(fitDays, judgeDays, stepDays, minimumFitDays, maximumCores));
      }
    }

    /** 32 days fitted, 7 judged, at least 7 of 32 with samples, up to 16 cores. */
    public static Settings defaults() {
      return new Settings(32, 7, 7, 7, 16);
    }
  }

  private final Settings settings;
  private final List<TaskSize> sizes;
  private final ToDoubleFunction<TaskSize> monthlyCost;

  /**
   * @param sizes the sizes that the oracle may take
   * @param monthlyCost what a size costs a month
   */
  public TraceBacktest(
      Settings settings, List<TaskSize> sizes, ToDoubleFunction<TaskSize> monthlyCost) {
    this.settings = settings;
    this.sizes = List.copyOf(sizes);
    this.monthlyCost = monthlyCost;
  }

  /** One line per policy over all services, then one per policy over the large ones. */
  public List<TraceScore> run(List<Trace> traces, List<TracePolicy> policies) {
    List<Fold> folds = folds(traces);
    List<TraceScore> scores = new ArrayList<>();
    for (TraceScore.Group group : TraceScore.Group.values()) {
      for (TracePolicy policy : policies) {
        scores.add(score(folds, policy, group));
      }
    }
    return scores;
  }

  private TraceScore score(List<Fold> folds, TracePolicy policy, TraceScore.Group group) {
    TraceScore.Sums sums = new TraceScore.Sums();
    String series = "";
    TaskSize last = null;
    for (Fold fold : folds) {
      if (!fold.series().equals(series)) {
        series = fold.series();
        last = null;
      }
      if (fold.judged().isEmpty() || fold.fitted().size() < settings.minimumFitDays()) {
        if (group == TraceScore.Group.ALL || fold.large()) {
          sums.refused++;
        }
        continue;
      }
      TaskSize size = policy.size(fold.fitted(), last);
      if (group == TraceScore.Group.ALL || fold.large()) {
        judge(sums, fold, size, last);
      }
      last = size;
    }
    return sums.score(policy.name(), group);
  }

  private void judge(TraceScore.Sums sums, Fold fold, TaskSize size, @Nullable TaskSize last) {
    int samples = 0;
    int above = 0;
    for (TraceDay day : fold.judged()) {
      samples += day.cpuCores().length;
      int dayAbove = day.cpuSamplesAbove(size.vcpu());
      above += dayAbove;
      for (int i = 0; i < day.cpuCores().length; i++) {
        sums.cpuWork += day.cpuCores()[i];
        sums.cpuWorkCut += Math.max(0, day.cpuCores()[i] - size.vcpu());
      }
      sums.days++;
      sums.outOfMemoryDays += day.memoryMaxMiB() > size.memoryMiB() ? 1 : 0;
    }
    sums.weeks++;
    sums.cpuBadWeeks += above > 0.01 * samples ? 1 : 0;
    sums.cost += monthlyCost.applyAsDouble(size);
    sums.oracleCost += fold.oracleCost();
    sums.currentCost += fold.currentCost();
    sums.regretSum += monthlyCost.applyAsDouble(size) / fold.oracleCost() - 1;
    if (last != null) {
      sums.steps++;
      sums.changes += last.equals(size) ? 0 : 1;
    }
  }

  private List<Fold> folds(List<Trace> traces) {
    List<List<TraceDay>> all = new ArrayList<>();
    long first = Long.MAX_VALUE;
    long end = Long.MIN_VALUE;
    for (Trace trace : traces) {
      List<TraceDay> days = TraceDay.of(trace);
      all.add(days);
      if (!days.isEmpty()) {
        first = Math.min(first, days.get(0).epochDay());
        end = Math.max(end, days.get(days.size() - 1).epochDay() + 1);
      }
    }
    List<Fold> folds = new ArrayList<>();
    for (int i = 0; i < traces.size(); i++) {
      if (isSmallEnough(traces.get(i))) {
        for (long origin = first + settings.fitDays();
            origin + settings.judgeDays() <= end;
            origin += settings.stepDays()) {
          folds.add(fold(traces.get(i).id(), all.get(i), origin));
        }
      }
    }
    return folds;
  }

  private boolean isSmallEnough(Trace trace) {
    for (float cores : trace.provisionedCores()) {
      if (cores > settings.maximumCores()) {
        return false;
      }
    }
    return true;
  }

  private Fold fold(String series, List<TraceDay> days, long origin) {
    List<TraceDay> fitted = between(days, origin - settings.fitDays(), origin);
    List<TraceDay> judged = between(days, origin, origin + settings.judgeDays());
    if (fitted.isEmpty() || judged.isEmpty()) {
      return new Fold(series, fitted, judged, 0, 0, false);
    }
    double vcpu = 0;
    double memory = 0;
    double work = 0;
    int samples = 0;
    for (TraceDay day : judged) {
      vcpu = Math.max(vcpu, day.cpuMax());
      memory = Math.max(memory, day.memoryMaxMiB());
    }
    for (TraceDay day : fitted) {
      samples += day.cpuCores().length;
      for (float cores : day.cpuCores()) {
        work += cores;
      }
    }
    Baselines rounding = new Baselines(sizes, monthlyCost);
    TraceDay newest = fitted.get(fitted.size() - 1);
    double oracle = monthlyCost.applyAsDouble(rounding.roundUp(vcpu, memory));
    double current =
        monthlyCost.applyAsDouble(
            rounding.roundUp(newest.provisionedCores(), newest.provisionedMiB()));
    boolean large = current > LARGE_MONTHLY || work / samples >= LARGE_MEAN_CORES;
    return new Fold(series, fitted, judged, oracle, current, large);
  }

  private static List<TraceDay> between(List<TraceDay> days, long from, long to) {
    return days.stream().filter(day -> day.epochDay() >= from && day.epochDay() < to).toList();
  }

  private record Fold(
      String series,
      List<TraceDay> fitted,
      List<TraceDay> judged,
      double oracleCost,
      double currentCost,
      boolean large) {}
}
