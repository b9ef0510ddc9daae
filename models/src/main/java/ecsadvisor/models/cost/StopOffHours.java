package ecsadvisor.models.cost;

import ecsadvisor.models.cost.schedule.OffWeek;
import ecsadvisor.models.cost.schedule.ScheduleActions;
import ecsadvisor.models.cost.schedule.ServiceZone;
import ecsadvisor.models.cost.schedule.StoppedService;
import ecsadvisor.models.cost.schedule.WeekEvidence;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ScheduledAction;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.BacktestResult;
import ecsadvisor.models.finding.Confidence;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.replay.LoadHours;
import ecsadvisor.models.setting.Setting;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * In which hours of the week could the service be stopped, since nothing ever uses it then?
 *
 * <p>{@link WeekEvidence} finds the hours of the local week that were idle in every one of at least
 * four weeks, {@link OffWeek} brings them into at most three windows that start and end at times
 * which no change of the clocks skips or repeats, {@link ScheduleActions} says what to put. One
 * busy hour in any week keeps its hour of the week open. The start is an hour before the first busy
 * hour; where no tag says which time the service keeps, the stop is an hour later too.
 *
 * <p>It stays silent about production that has not opted in, services that work through month ends,
 * which a weekly schedule would stop at the next one, and services that are never used: those are
 * to be deleted, not stopped.
 */
public final class StopOffHours implements CostControl {
  /** What can be set. */
  public record Settings(
      @Setting("environments, in lower case, that are not production") //
          List<String> nonProductionEnvironments,
      @Setting(
              "key of the tag that lets production be stopped with true, and forbids it with false")
          String optInTag,
      @Setting("key of the tag that names the service's time zone, such as Europe/Berlin")
          String timezoneTag,
      @Setting("least days with CPU, four weeks at least") int minimumDays,
      @Setting("least minutes with data over minutes expected, 0..1") double minimumCoverage,
      @Setting("mean share of its CPU up to which a task is idle, 0..1") double idleCpuShare,
      @Setting("the same as a share of its 95th percentile over the hours") double idleShareOfBusy,
      @Setting("share of its CPU that the hottest task of an idle hour stays below, 0..1")
          double idlePeakCpuShare,
      @Setting("requests an hour that count as none") double idleRequestsPerHour,
      @Setting("most windows a week") int maximumWindows,
      @Setting("least hours from a stop to its start") int minimumWindowHours,
      @Setting("hours from a start to the first busy hour") int wakeMarginHours,
      @Setting("minutes of a task's cost that each start wastes") double coldStartMinutes,
      @Setting("least saving a month, USD at the prices of us-east-1")
          double minimumSavingMonthly) {

    public Settings {
      nonProductionEnvironments = List.copyOf(nonProductionEnvironments);
      require(minimumDays >= 28, "minimumDays", minimumDays);
      require(minimumCoverage >= 0 && minimumCoverage <= 1, "minimumCoverage", minimumCoverage);
      require(idleCpuShare > 0 && idleCpuShare < 1, "idleCpuShare", idleCpuShare);
      require(idleShareOfBusy > 0 && idleShareOfBusy < 1, "idleShareOfBusy", idleShareOfBusy);
      require(
          idlePeakCpuShare >= idleCpuShare && idlePeakCpuShare <= 1,
          "idlePeakCpuShare",
          idlePeakCpuShare);
      require(idleRequestsPerHour >= 0, "idleRequestsPerHour", idleRequestsPerHour);
      require(maximumWindows >= 1, "maximumWindows", maximumWindows);
      require(minimumWindowHours >= 1, "minimumWindowHours", minimumWindowHours);
      require(wakeMarginHours >= 0, "wakeMarginHours", wakeMarginHours);
      require(coldStartMinutes >= 0, "coldStartMinutes", coldStartMinutes);
      require(minimumSavingMonthly >= 0, "minimumSavingMonthly", minimumSavingMonthly);
    }

    /** What {@code docs/controls.md} gives reasons for. */
    public static Settings defaults() {
      return new Settings(
          List.of(
              "batch",
              "demo",
              "dev",
              "development",
              "integration",
              "lab",
              "preview",
              "qa",
              "sandbox",
              "stage",
              "staging",
              "test",
              "testing",
              "uat"),
          "schedule:enabled",
          "schedule:timezone",
          28,
          0.8,
          0.05,
          0.2,
          0.2,
          0,
          3,
          4,
          1,
          10,
          2);
    }

    private static void require(boolean holds, String name, double value) {
      if (!holds) {
        throw new IllegalArgumentException(name + " is out of range: " + value);
      }
    }
  }

  private final Settings settings;
  private final PriceBook prices;

  public StopOffHours(Settings settings, PriceBook prices) {
    this.settings = settings;
    this.prices = prices;
  }

  @Override
  public Lever lever() {
    return Lever.SCHEDULE;
  }

  @Override
  public Advice advise(ServiceFacts service) {
    ScheduledAction stop = stop(service.config());
    if (stop != null) {
      return new Advice.AsIs(
          ReasonCode.ALREADY_SCHEDULED,
          Confidence.NONE,
          List.of(
              new Evidence("scheduled_action", stop.name()),
              new Evidence("schedule", stop.schedule() + " " + stop.timezone())));
    }
    LoadAdmission admission =
        LoadAdmission.of(service, prices, settings.minimumDays(), settings.minimumCoverage());
    LoadCase load = admission.load();
    return load == null ? admission.refusal() : judge(load);
  }

  private Advice judge(LoadCase load) {
    if ("false".equals(optIn(load.config()))) {
      return new Advice.AsIs(ReasonCode.VETO_TAG, load.confidence(), List.of());
    }
    LoadHours hours = load.hours();
    ServiceZone zone = ServiceZone.of(load.service(), hours, settings.timezoneTag());
    WeekEvidence evidence = new WeekEvidence(hours, zone.zone(), load.size().vcpu(), rule());
    if (!evidence.isEverUsed()) {
      return new Advice.AsIs(ReasonCode.IDLE, load.confidence(), List.of());
    }
    OffWeek week = evidence.windows(limits(zone), zone.zone(), lastInstant(load));
    ScheduleCase schedule = new ScheduleCase(load, hours, zone, evidence, week, settings);
    if (week.windows().isEmpty()) {
      return asIs(ReasonCode.BUSY_AT_ALL_HOURS, schedule);
    }
    if (evidence.monthEndHours() >= settings.minimumWindowHours()) {
      return asIs(ReasonCode.MONTH_END_BUSY, schedule);
    }
    if (schedule.monthlyValue() < settings.minimumSavingMonthly() * load.priceLevel()) {
      return asIs(ReasonCode.SAVING_TOO_SMALL, schedule);
    }
    if (isProduction(load.service()) && !"true".equals(optIn(load.config()))) {
      return asIs(ReasonCode.PRODUCTION_NOT_OPTED_IN, schedule);
    }
    if (!evidence.coversMonthEnd()) {
      return noData(ReasonCode.SHORT_HISTORY, "days around the end of a month", schedule);
    }
    boolean isReached = !load.config().layout().targetGroups().isEmpty();
    if (isProduction(load.service()) && isReached && !schedule.knowsRequests()) {
      return noData(ReasonCode.REQUESTS_UNKNOWN, "RequestCount of its target groups", schedule);
    }
    return change(schedule);
  }

  private Advice change(ScheduleCase schedule) {
    LoadCase load = schedule.load();
    ServiceConfig config = load.config();
    Step.Schedule step = schedule.step();
    Scaling now = config.scaling();
    List<ScheduledAction> actions =
        new ArrayList<>(now == null ? List.of() : now.scheduledActions());
    actions.addAll(step.actions());
    Scaling scaling =
        new Scaling(
            step.recorded().minimum(),
            step.recorded().maximum(),
            now == null ? List.of() : now.policies(),
            actions);
    StoppedService stopped =
        new StoppedService(schedule.hours(), schedule.week(), schedule.zone().zone());
    ServiceFacts after =
        load.service()
            .withConfig(config.withScaling(scaling))
            .withUsage(stopped.usage(load.service().usage()));
    return new Advice.Change(
        after,
        schedule.proposal(step, isProduction(load.service())),
        schedule.saving(),
        load.confidence(),
        BacktestResult.NONE,
        schedule.because());
  }

  private WeekEvidence.Rule rule() {
    return new WeekEvidence.Rule(
        settings.idleCpuShare(),
        settings.idleShareOfBusy(),
        settings.idlePeakCpuShare(),
        settings.idleRequestsPerHour());
  }

  private OffWeek.Limits limits(ServiceZone zone) {
    return new OffWeek.Limits(
        settings.maximumWindows(),
        settings.minimumWindowHours(),
        zone.isDeclared() ? 0 : 1,
        settings.wakeMarginHours());
  }

  private boolean isProduction(ServiceFacts service) {
    String environment = service.environment().toLowerCase(Locale.ROOT);
    return service.profile() != Profile.DEV
        && !settings.nonProductionEnvironments().contains(environment);
  }

  private String optIn(ServiceConfig config) {
    for (Tag tag : config.tags()) {
      if (tag.key().equalsIgnoreCase(settings.optInTag())) {
        return tag.value().strip().toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  /** The action that stops the service already, or null. */
  private static @Nullable ScheduledAction stop(@Nullable ServiceConfig config) {
    if (config == null || config.scaling() == null) {
      return null;
    }
    for (ScheduledAction action : config.scaling().scheduledActions()) {
      if (action.maxCapacity() != null && action.maxCapacity() == 0) {
        return action;
      }
    }
    return null;
  }

  private static Instant lastInstant(LoadCase load) {
    return load.service().window().asOf().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Advice asIs(ReasonCode reason, ScheduleCase schedule) {
    return new Advice.AsIs(reason, schedule.load().confidence(), schedule.because());
  }

  private static Advice noData(ReasonCode reason, String remedy, ScheduleCase schedule) {
    return new Advice.NoData(
        List.of(reason), List.of(new Missing("utilization", remedy)), schedule.because());
  }
}
