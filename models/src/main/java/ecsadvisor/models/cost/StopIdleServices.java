package ecsadvisor.models.cost;

import static ecsadvisor.models.finding.ReasonCode.ALREADY_SCHEDULED;
import static ecsadvisor.models.finding.ReasonCode.CPU_METRIC_MISSING;
import static ecsadvisor.models.finding.ReasonCode.DAEMON;
import static ecsadvisor.models.finding.ReasonCode.IDLE;
import static ecsadvisor.models.finding.ReasonCode.IN_USE;
import static ecsadvisor.models.finding.ReasonCode.LOW_COVERAGE;
import static ecsadvisor.models.finding.ReasonCode.NO_INSTANCE_FREED;
import static ecsadvisor.models.finding.ReasonCode.SAVING_TOO_SMALL;
import static ecsadvisor.models.finding.ReasonCode.SHORT_HISTORY;
import static ecsadvisor.models.finding.ReasonCode.VETO_CRITICAL;
import static ecsadvisor.models.finding.ReasonCode.VETO_TAG;

import ecsadvisor.models.cost.idle.CpuActivity;
import ecsadvisor.models.cost.idle.RequestActivity;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.ServiceLayout;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.BacktestResult;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.PerformanceRisk;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.setting.Setting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does anything use the service at all?
 *
 * <p>Idle is a service whose hottest task stayed below a small share of its CPU and below a small
 * amount of it (99th percentile) on every day of at least two weeks, without spikes on more than a
 * day or two (a deployment makes one), and that no request reached where it has a target group.
 * Memory that is merely held is no use. Daemons, scheduled, critical (standby) and tagged services
 * are left alone; requests that are not known withhold the advice. Stopping keeps the service, so
 * that it can be started again; whoever is sure deletes it.
 */
public final class StopIdleServices implements CostControl {
  /** What can be set. */
  public record Settings(
      @Setting("Least days with CPU, and with requests behind a load balancer") int minimumDays,
      @Setting("Most days that the newest CPU figure may be old") int maximumAgeDays,
      @Setting("Least minutes with data over minutes of those days, 0..1") double minimumCoverage,
      @Setting("CPU share that the hottest task stays below on every day, 0..1")
          double idleCpuShare,
      @Setting("CPU that the hottest task stays below on every day, in vCPU") double idleVcpu,
      @Setting("CPU share from which a minute is a spike, 0..1") double spikeCpuShare,
      @Setting("Most days with spikes, such as those of deployments") int maximumSpikeDays,
      @Setting("Most requests on any day") double maximumRequestsPerDay,
      @Setting("Least saving a month for a change, in the bill's currency")
          double minimumSavingMonthly,
      @Setting("Key of the tag that keeps a service running") String optOutTag) {

    public Settings {
      SettingCheck.atLeast("minimumDays", minimumDays, 1);
      SettingCheck.atLeast("maximumAgeDays", maximumAgeDays, 0);
      SettingCheck.share("minimumCoverage", minimumCoverage);
      SettingCheck.positiveShare("idleCpuShare", idleCpuShare);
      SettingCheck.atLeast("idleVcpu", idleVcpu, 0);
      SettingCheck.positiveShare("spikeCpuShare", spikeCpuShare);
      SettingCheck.atLeast("maximumSpikeDays", maximumSpikeDays, 0);
      SettingCheck.atLeast("maximumRequestsPerDay", maximumRequestsPerDay, 0);
      SettingCheck.atLeast("minimumSavingMonthly", minimumSavingMonthly, 0);
    }

    /** Two weeks below 1 % of the CPU and a twentieth of a vCPU, and not one request. */
    public static Settings defaults() {
      return new Settings(14, 2, 0.8, 0.01, 0.05, 0.1, 2, 0, 1, "ecs-cost-advisor:keep-running");
    }
  }

  private final Settings settings;
  private final PriceBook prices;

  public StopIdleServices(Settings settings, PriceBook prices) {
    this.settings = settings;
    this.prices = prices;
  }

  @Override
  public Lever lever() {
    return Lever.STOP_IDLE;
  }

  /** That a service is used says nothing of its size. */
  @Override
  public boolean decides(Advice advice) {
    return advice instanceof Advice.Change;
  }

  @Override
  public Advice advise(ServiceFacts service) {
    ServiceConfig config = service.config();
    if (config == null || config.deployments().isEmpty()) {
      return RunningService.NO_INVENTORY;
    }
    if (config.schedulingStrategy().equals("DAEMON")) {
      return new Advice.NotApplicable(DAEMON, List.of());
    }
    RunningService running = RunningService.of(service, config, prices);
    if (running == null) {
      return RunningService.refusal(config);
    }
    ReasonCode kept = kept(service, config, running);
    if (kept != null) {
      return new Advice.AsIs(
          kept, running.confidence(), List.of(Figure.number("mean_tasks", running.tasks())));
    }
    CpuActivity cpu = CpuActivity.of(service, running.size(), settings.spikeCpuShare());
    RequestActivity requests = RequestActivity.of(service);
    List<Evidence> because = because(config, cpu, requests);
    if (isUsed(cpu, requests)) {
      return new Advice.AsIs(IN_USE, running.confidence(), because);
    }
    Advice unsettled = unsettled(service, config, cpu, requests, because);
    return unsettled == null ? stop(running, because) : unsettled;
  }

  /** Why the service keeps running whatever it does, or null. */
  private @Nullable ReasonCode kept(
      ServiceFacts service, ServiceConfig config, RunningService running) {
    Scaling scaling = config.scaling();
    if (scaling != null && !scaling.scheduledActions().isEmpty()) {
      return ALREADY_SCHEDULED;
    }
    if (service.profile() == Profile.CRITICAL) {
      return VETO_CRITICAL;
    }
    boolean tagged =
        config.tags().stream()
            .anyMatch(
                tag ->
                    tag.key().equalsIgnoreCase(settings.optOutTag())
                        && !tag.value().equalsIgnoreCase("false"));
    if (tagged) {
      return VETO_TAG;
    }
    boolean onFargate = running.launchType() != LaunchType.EC2;
    boolean cheap = onFargate && running.monthlyCost() < settings.minimumSavingMonthly();
    return cheap || !(running.tasks() > 0) ? SAVING_TOO_SMALL : null;
  }

  private boolean isUsed(CpuActivity cpu, RequestActivity requests) {
    return cpu.shareP99() >= settings.idleCpuShare()
        || cpu.vcpuP99() >= settings.idleVcpu()
        || cpu.spikeDays() > settings.maximumSpikeDays()
        || requests.busiestDay() > settings.maximumRequestsPerDay();
  }

  /** What is missing for the word idle, or null. */
  private @Nullable Advice unsettled(
      ServiceFacts service,
      ServiceConfig config,
      CpuActivity cpu,
      RequestActivity requests,
      List<Evidence> because) {
    if (cpu.days() == 0) {
      return noData(CPU_METRIC_MISSING, "AWS/ECS CPUUtilization of the service", because);
    }
    if (cpu.days() < settings.minimumDays()) {
      return noData(SHORT_HISTORY, settings.minimumDays() + " days of CPUUtilization", because);
    }
    boolean isOld =
        cpu.lastDay().isBefore(service.window().asOf().minusDays(settings.maximumAgeDays()));
    if (isOld || cpu.coverage() < settings.minimumCoverage()) {
      return noData(LOW_COVERAGE, "CPUUtilization without gaps up to the last day", because);
    }
    ServiceLayout layout = config.layout();
    if (!layout.targetGroupsKnown() && requests.days() == 0) {
      return new Advice.NoData(
          List.of(ReasonCode.NO_DATA),
          List.of(new Missing("elbv2-target-group", "elasticloadbalancing:DescribeTargetGroups")),
          because);
    }
    boolean isReached = !layout.targetGroups().isEmpty();
    if (isReached && requests.days() < settings.minimumDays()) {
      return noData(
          ReasonCode.NO_DATA,
          settings.minimumDays() + " days of RequestCount of the service's target groups",
          because);
    }
    return null;
  }

  private static Advice noData(ReasonCode reason, String remedy, List<Evidence> because) {
    return new Advice.NoData(List.of(reason), List.of(new Missing("utilization", remedy)), because);
  }

  private Advice stop(RunningService running, List<Evidence> because) {
    ServiceConfig config = running.config();
    boolean frees = running.launchType() != LaunchType.EC2;
    List<Step> steps = new ArrayList<>();
    Scaling scaling = config.scaling();
    if (scaling != null) {
      steps.add(
          new Step.SetBounds(
              new Step.Bounds(scaling.minCapacity(), scaling.maxCapacity()),
              new Step.Bounds(0, 0)));
    }
    steps.add(new Step.SetDesiredCount(config.desiredCount(), 0));
    Proposal proposal =
        new Proposal(
            "Stop",
            "Stop",
            "Overprovisioned",
            frees ? List.of(IDLE) : List.of(IDLE, NO_INSTANCE_FREED),
            config.layout().targetGroups().isEmpty()
                ? PerformanceRisk.LOW
                : PerformanceRisk.VERY_LOW,
            config.desiredCount() + " x " + running.size(),
            "0 tasks; delete the service once nobody has missed it",
            null,
            null,
            0,
            List.of(),
            steps,
            "VeryLow",
            false,
            true);
    return new Advice.Change(
        TaskCountChange.stopped(running.service(), config),
        proposal,
        saving(running, frees),
        running.confidence(),
        BacktestResult.NONE,
        because);
  }

  /** On EC2 a stopped task saves nothing until an instance goes. */
  private static Saving saving(RunningService running, boolean frees) {
    double now = running.monthlyCost();
    double list = running.monthlyList();
    double after = frees ? 0 : now;
    return new Saving(
        now, after, list, frees ? 0 : list, running.rates().source(), Spread.certain(now - after));
  }

  private List<Evidence> because(ServiceConfig config, CpuActivity cpu, RequestActivity requests) {
    List<Evidence> because = new ArrayList<>();
    because.add(Figure.count("days_with_cpu", cpu.days()));
    because.add(Figure.share("coverage", cpu.coverage()));
    because.add(
        new Evidence(
            "cpu_p99_of_busiest_day",
            Figure.share("", cpu.shareP99()).value()
                + " = "
                + Figure.number("", cpu.vcpuP99()).value()
                + " vCPU"));
    because.add(Figure.count("days_with_spikes", cpu.spikeDays()));
    because.add(Figure.count("target_groups", config.layout().targetGroups().size()));
    because.add(Figure.count("days_with_requests_known", requests.days()));
    because.add(Figure.number("requests", requests.total()));
    return because;
  }
}
