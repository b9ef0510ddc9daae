package ecsadvisor.models.cost;

import ecsadvisor.models.cost.schedule.OffSlot;
import ecsadvisor.models.cost.schedule.OffWeek;
import ecsadvisor.models.cost.schedule.ScheduleActions;
import ecsadvisor.models.cost.schedule.ServiceZone;
import ecsadvisor.models.cost.schedule.WeekEvidence;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.PerformanceRisk;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.price.Rates;
import ecsadvisor.models.replay.LoadHours;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A service and the windows in which it can be stopped, in words and figures.
 *
 * <p>Worth a month: {@code (sum over the stopped hours of a week of their tasks - starts x tasks x
 * cold minutes / 60) x cost of a task-hour x 730 / 168}.
 */
record ScheduleCase(
    LoadCase load,
    LoadHours hours,
    ServiceZone zone,
    WeekEvidence evidence,
    OffWeek week,
    StopOffHours.Settings settings) {
  private static final double WEEKS_PER_MONTH = Rates.HOURS_PER_MONTH / 168;
  private static final double KNOWN_SHARE = 0.9;

  /** What the stopped hours are worth a month. */
  double monthlyValue() {
    return taskHoursAWeek() * load.taskHourCost() * WEEKS_PER_MONTH;
  }

  /** Whether requests are known in nine of ten hours in which tasks ran. */
  boolean knowsRequests() {
    int running = 0;
    int known = 0;
    for (int hour = 0; hour < hours.size(); hour++) {
      if (hours.isRunning(hour)) {
        running++;
        known += Double.isNaN(hours.requests()[hour]) ? 0 : 1;
      }
    }
    return known >= KNOWN_SHARE * running;
  }

  Step.Schedule step() {
    Scaling scaling = load.config().scaling();
    int desired = load.config().desiredCount();
    Step.Bounds recorded =
        scaling == null
            ? new Step.Bounds(desired, desired)
            : new Step.Bounds(scaling.minCapacity(), scaling.maxCapacity());
    ScheduleActions actions = actions();
    return new Step.Schedule(
        scaling != null,
        recorded,
        desired,
        actions.actions(recorded),
        actions.windows(evidence.weeks()));
  }

  /**
   * The proposal.
   *
   * @param isProduction whether its owner lets production be stopped, against continuity (BCR-01)
   */
  Proposal proposal(Step.Schedule step, boolean isProduction) {
    List<ReasonCode> reasons = new ArrayList<>(List.of(ReasonCode.IDLE_HOURS));
    if (isProduction) {
      reasons.add(ReasonCode.CONTINUITY);
    }
    if (load.launchType() == LaunchType.EC2) {
      reasons.add(ReasonCode.NO_INSTANCE_FREED);
    }
    return new Proposal(
        "Stop",
        "Schedule",
        "Overprovisioned",
        reasons,
        load.service().profile() == Profile.DEV ? PerformanceRisk.VERY_LOW : PerformanceRisk.LOW,
        "168 h a week",
        168 - week.hours() + " h a week",
        null,
        null,
        null,
        List.of(),
        List.of(step),
        "Low",
        true,
        true);
  }

  /** On EC2 a stopped task saves nothing until an instance goes. */
  Saving saving() {
    double tasks = tasksAWeek() / OffSlot.WEEK;
    double saved = load.launchType() == LaunchType.EC2 ? 0 : taskHoursAWeek() / OffSlot.WEEK;
    double now = load.rates().monthly(load.size(), tasks);
    double listNow = load.rates().monthlyList(load.size(), tasks);
    double monthly = load.rates().monthly(load.size(), saved);
    double doubt = 0.5 / (evidence.weeks() + 1);
    return new Saving(
        now,
        now - monthly,
        listNow,
        listNow - load.rates().monthlyList(load.size(), saved),
        load.rates().source(),
        new Spread(monthly * (1 - doubt), monthly, monthly));
  }

  List<Evidence> because() {
    List<Evidence> because = new ArrayList<>();
    add(because, "timezone", "%s (%s)", zone.zone().getId(), zone.source());
    add(because, "weeks", "%d", evidence.weeks());
    add(because, "idle_hours_a_week", "%d h", week.idleHours());
    if (evidence.holidays() > 0) {
      add(because, "holidays_left_out", "%d days", evidence.holidays());
    }
    add(
        because,
        "requests",
        "%s",
        knowsRequests() ? "known by hour" : "not known; CPU alone is the evidence");
    if (!week.windows().isEmpty()) {
      add(because, "windows", "%s", windows());
      add(because, "stopped_hours_a_week", "%d h", week.hours());
      add(because, "task_hours_saved_a_week", "%.1f h", taskHoursAWeek());
      add(because, "violations", "0 of %d weeks", evidence.weeks());
      add(because, "violation_bound_95", "%.0f %% of weeks", 100 * evidence.violationBound());
      because.addAll(load.rates().because());
      add(because, "value_monthly", "%.2f %s", monthlyValue(), load.rates().currency());
    }
    return because;
  }

  private ScheduleActions actions() {
    int minute =
        load.service()
            .window()
            .asOf()
            .atStartOfDay(ZoneOffset.UTC)
            .withZoneSameInstant(zone.zone())
            .getMinute();
    return new ScheduleActions(week, zone.zone().getId(), minute);
  }

  private String windows() {
    return actions().windows(evidence.weeks()).stream()
        .map(window -> window.days() + " " + window.offTime() + " to " + window.onTime())
        .collect(Collectors.joining("; "));
  }

  private double taskHoursAWeek() {
    double saved = 0;
    for (OffSlot slot : week.slots()) {
      double tasks = 0;
      for (int hour = 0; hour < slot.hours(); hour++) {
        tasks = evidence.tasks((slot.start() + hour) % OffSlot.WEEK);
        saved += tasks;
      }
      saved -= tasks * settings.coldStartMinutes() / 60;
    }
    return Math.max(0, saved);
  }

  private double tasksAWeek() {
    double tasks = 0;
    for (int hour = 0; hour < OffSlot.WEEK; hour++) {
      tasks += evidence.tasks(hour);
    }
    return tasks;
  }

  private static void add(List<Evidence> because, String name, String format, Object... values) {
    because.add(new Evidence(name, String.format(Locale.ROOT, format, values)));
  }
}
