package ecsadvisor.models.cost;

import ecsadvisor.models.cost.scaling.ScalingSearch;
import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.TargetGroup;
import ecsadvisor.models.fact.TaskRun;
import ecsadvisor.models.replay.LoadHours;
import ecsadvisor.models.replay.MinuteShape;
import ecsadvisor.models.replay.ScalingOutcome;
import ecsadvisor.models.replay.ScalingReplay;
import ecsadvisor.models.stats.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A service whose load can be lived through again.
 *
 * @param load the service
 * @param hours its window hour by hour
 * @param replay its load, in tasks' CPU reservations
 * @param startMinutes minutes from asking for a task to its serving
 * @param hottestOverMean how much hotter its hottest task is than the mean
 * @param censoredShare share of the minutes at the CPU limit
 * @param now how it went with the tasks that ran
 * @param settings the control's settings
 */
record ScalingCase(
    LoadCase load,
    LoadHours hours,
    ScalingReplay replay,
    int startMinutes,
    double hottestOverMean,
    double censoredShare,
    ScalingOutcome now,
    ScaleAutomatically.Settings settings) {
  private static final int DAY = 1440;
  private static final int DEFAULT_DRAIN_SECONDS = 300;

  /** On EC2 a container without a limit may use more than it reserves. */
  private static final double UNCAPPED = 10;

  static ScalingCase of(LoadCase load, ScaleAutomatically.Settings settings) {
    LoadHours hours = load.hours();
    double[] demand = new double[hours.size() * 60];
    Arrays.fill(demand, Double.NaN);
    List<Double> ratios = new ArrayList<>();
    int known = 0;
    int censored = 0;
    for (SizedDay day : load.history().days()) {
      DayUsage cpu = day.cpu();
      if (cpu == null) {
        continue;
      }
      double ratio = MinuteShape.hottestOverMean(cpu);
      ratios.add(ratio);
      double[] shares = MinuteShape.minutes(cpu);
      int from = (int) ChronoUnit.DAYS.between(hours.firstDay(), day.day()) * DAY;
      for (int minute = 0; minute < DAY; minute++) {
        double share = shares[minute] * day.vcpuPerUnit() / load.size().vcpu();
        boolean isAtLimit = load.isCpuCapped() && share * ratio >= settings.censoredShare();
        double tasks = hours.tasks()[(from + minute) / 60];
        demand[from + minute] = share * tasks * (isAtLimit ? settings.censoredDemandFactor() : 1);
        known += Double.isNaN(demand[from + minute]) ? 0 : 1;
        censored += isAtLimit ? 1 : 0;
      }
    }
    double[] all = ratios.stream().mapToDouble(Double::doubleValue).toArray();
    double hottest = Quantiles.linear(all, 0.5);
    int start = startMinutes(load, settings.startMinutes());
    ScalingReplay replay =
        new ScalingReplay(
            demand, hottest, load.isCpuCapped() ? 1 : UNCAPPED, start, drainMinutes(load));
    return new ScalingCase(
        load,
        hours,
        replay,
        start,
        hottest,
        known == 0 ? 0 : (double) censored / known,
        replay.withTasks(hours.tasks()),
        settings);
  }

  /**
   * The 90th percentile of the starts that the inventory shows, with the time to healthy; the
   * setting where it shows fewer than three.
   */
  private static int startMinutes(LoadCase load, int otherwise) {
    List<Double> starts = new ArrayList<>();
    for (TaskRun task : load.config().layout().tasks()) {
      Instant created = task.createdAt();
      Instant started = task.startedAt();
      if (created != null && started != null && !started.isBefore(created)) {
        starts.add(Duration.between(created, started).toSeconds() / 60.0);
      }
    }
    if (starts.size() < 3) {
      return otherwise;
    }
    double healthy = 0;
    for (TargetGroup group : load.config().layout().targetGroups()) {
      double seconds = (double) group.healthCheckIntervalSeconds() * group.healthyThreshold();
      healthy = Math.max(healthy, seconds / 60);
    }
    double p90 = Quantiles.linear(starts.stream().mapToDouble(Double::doubleValue).toArray(), 0.9);
    return (int) Math.min(60, Math.ceil(p90 + healthy));
  }

  private static int drainMinutes(LoadCase load) {
    int seconds = 0;
    for (TargetGroup group : load.config().layout().targetGroups()) {
      Integer delay = group.deregistrationDelaySeconds();
      seconds = Math.max(seconds, delay == null ? DEFAULT_DRAIN_SECONDS : delay);
    }
    return Math.min(60, Math.max(0, (seconds + 59) / 60));
  }

  /** 95th percentile over mean of the hourly demand; 1 where there is none. */
  double peakToMean() {
    double[] demands = demands();
    double mean = Arrays.stream(demands).average().orElse(0);
    return mean <= 0 ? 1 : Quantiles.linear(demands, 0.95) / mean;
  }

  /** Correlation of hourly CPU with requests; NaN where fewer than a week of hours has both. */
  double requestCorrelation() {
    List<double[]> pairs = new ArrayList<>();
    for (int hour = 0; hour < hours.size(); hour++) {
      double requests = hours.requests()[hour];
      if (hours.isRunning(hour) && !Double.isNaN(requests)) {
        pairs.add(new double[] {hours.demand(hour), requests});
      }
    }
    return pairs.size() < 168 ? Double.NaN : Trend.of(pairs).correlation();
  }

  /**
   * The targets at which a task's memory would still fit. Memory is taken to grow with CPU as it
   * did from hour to hour, from the highest seen at the highest CPU seen.
   */
  List<Double> targets() {
    List<double[]> pairs = new ArrayList<>();
    double busiest = 0;
    double fullest = 0;
    for (SizedDay day : load.history().days()) {
      DayUsage cpu = day.cpu();
      DayUsage memory = day.memory();
      if (cpu == null || memory == null) {
        continue;
      }
      fullest = Math.max(fullest, memory.max() * day.mibPerUnit() / load.size().memoryMiB());
      for (int hour = 0;
          hour < Math.min(cpu.hourMeans().size(), memory.hourMeans().size());
          hour++) {
        double share = cpu.hourMeans().get(hour) * day.vcpuPerUnit() / load.size().vcpu();
        double used = memory.hourMeans().get(hour) * day.mibPerUnit() / load.size().memoryMiB();
        if (!Double.isNaN(share) && !Double.isNaN(used)) {
          pairs.add(new double[] {share, used});
          busiest = Math.max(busiest, share);
        }
      }
    }
    double slope = pairs.size() < 2 ? 0 : Math.max(0, Trend.of(pairs).slope());
    List<Double> targets = new ArrayList<>();
    for (int percent = settings.lowestTargetPercent();
        percent <= settings.highestTargetPercent();
        percent += 5) {
      double more = slope * Math.max(0, percent / 100.0 - busiest);
      if (fullest + more <= Math.max(settings.memoryCeilingShare(), fullest + 0.01)) {
        targets.add(percent / 100.0);
      }
    }
    return targets;
  }

  /** Share of saturated minutes that the service may have. */
  double allowedShare() {
    double limit =
        switch (load.service().profile()) {
          case DEV -> settings.saturatedShareDev();
          case PROD -> settings.saturatedShareProd();
          case CRITICAL -> settings.saturatedShareCritical();
        };
    return Math.max(limit, now.saturatedShare());
  }

  /** Fewest tasks that the service may have. */
  int floor() {
    return Math.max(profileMinimum(), continuity());
  }

  /** Whether continuity asks for more tasks than the profile's setting does. */
  boolean isKeptForContinuity() {
    return continuity() > profileMinimum();
  }

  private int profileMinimum() {
    return switch (load.service().profile()) {
      case DEV -> settings.minimumTasksDev();
      case PROD -> settings.minimumTasksProd();
      case CRITICAL -> settings.minimumTasksCritical();
    };
  }

  /** What continuity asks for: nothing of development. */
  private int continuity() {
    return load.service().profile() == Profile.DEV ? 0 : settings.continuityTasks();
  }

  /** The search for a policy whose smallest count lies between those. */
  ScalingSearch search(int floor, int ceiling, int leastMaximum) {
    return new ScalingSearch(
        targets(),
        floor,
        ceiling,
        settings.roomAbovePeakFactor(),
        leastMaximum,
        settings.demandMarginShare(),
        settings.scaleInCooldownSeconds() / 60);
  }

  boolean isOnEc2() {
    return load.launchType() == LaunchType.EC2;
  }

  private double[] demands() {
    double[] known = new double[hours.size()];
    int size = 0;
    for (int hour = 0; hour < hours.size(); hour++) {
      if (hours.isRunning(hour)) {
        known[size++] = hours.demand(hour);
      }
    }
    return size == 0 ? new double[] {0} : Arrays.copyOf(known, size);
  }

  /** Least squares of pairs. */
  private record Trend(double slope, double correlation) {
    static Trend of(List<double[]> pairs) {
      double meanX = pairs.stream().mapToDouble(pair -> pair[0]).average().orElse(0);
      double meanY = pairs.stream().mapToDouble(pair -> pair[1]).average().orElse(0);
      double xx = 0;
      double yy = 0;
      double xy = 0;
      for (double[] pair : pairs) {
        xx += (pair[0] - meanX) * (pair[0] - meanX);
        yy += (pair[1] - meanY) * (pair[1] - meanY);
        xy += (pair[0] - meanX) * (pair[1] - meanY);
      }
      return new Trend(
          xx > 0 ? xy / xx : 0, xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN);
    }
  }
}
