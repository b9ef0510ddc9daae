package ecsadvisor.models.cost;

import static ecsadvisor.models.finding.ReasonCode.ALREADY_ON_SPOT;
import static ecsadvisor.models.finding.ReasonCode.DAEMON;
import static ecsadvisor.models.finding.ReasonCode.MANAGED_INSTANCES;
import static ecsadvisor.models.finding.ReasonCode.NOT_ON_EC2;

import ecsadvisor.models.cost.spot.BilledPrices;
import ecsadvisor.models.cost.spot.HostCapacity;
import ecsadvisor.models.cost.spot.InstancePools;
import ecsadvisor.models.cost.spot.InterruptionRisk;
import ecsadvisor.models.cost.spot.SpotEligibility;
import ecsadvisor.models.cost.spot.SpotMix;
import ecsadvisor.models.cost.spot.SpotRules;
import ecsadvisor.models.cost.spot.SpotTypes;
import ecsadvisor.models.cost.spot.TaskHours;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Confidence;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.Rates;
import ecsadvisor.models.price.SpotAdvisor;
import ecsadvisor.models.setting.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * How many of a service's tasks on EC2 may run on Spot instances, and what would that be worth?
 *
 * <p>The rule of {@link UseFargateSpot}, with the pools that (instance type, zone) pairs make and
 * the discount that AWS's Spot Instance Advisor shows for the types that suit the task, fewest
 * interruptions first. The saving is that of the service alone, on its split cost; money comes only
 * when instances are replaced, which the packing control prices for the pool as a whole. Silent for
 * daemons, which follow their hosts.
 */
public final class UseInstanceSpot implements CostControl {
  /** What the proposed provider's name ends in. */
  public static final String SPOT_SUFFIX = "-spot";

  /** What can be set. */
  public record Settings(
      @Setting("Least saving a month for a change, in the bill's currency")
          double minimumSavingMonthly,
      @Setting("CPU share that the tasks left may reach while a Spot pool is gone, 0..1")
          double cpuShareDuringLoss,
      @Setting("Share of the tasks that is needed where CPU is not known, 0..1")
          double neededShareUnknown,
      @Setting("Fewest tasks on demand, at least 1, except where a service may wait")
          int leastOnDemandTasks,
      @Setting("Most Spot tasks to add where every task is needed, as a share of the tasks, 0..1")
          double spareTasksShare,
      @Setting("Instance types to choose from; empty for all that suit the task")
          List<String> instanceTypes,
      @Setting("Number of instance types to spread over") int typesToSpreadOver,
      @Setting("By how much a saving of the Spot Instance Advisor may be off either way, 0..1")
          double advisorMargin,
      @Setting("Share of the usage under a commitment from which Spot saves nothing, 0..1")
          double coveredShare,
      @Setting("Hours lost at each interruption until another task runs") double lostHours,
      @Setting("Further cost of each interruption, in the bill's currency") double incidentCost,
      @Setting("Longest time in which targets may drain, in seconds") int drainSeconds,
      @Setting("Shortest time to stop that lets work be finished, in seconds")
          int leastStopTimeoutSeconds,
      @Setting("Key of the tag that keeps a service off Spot") String optOutTag,
      @Setting("Environments whose services may be without any task for a while")
          List<String> waitingEnvironments) {

    public Settings {
      SettingCheck.atLeast("minimumSavingMonthly", minimumSavingMonthly, 0);
      SettingCheck.positiveShare("cpuShareDuringLoss", cpuShareDuringLoss);
      SettingCheck.share("neededShareUnknown", neededShareUnknown);
      SettingCheck.atLeast("leastOnDemandTasks", leastOnDemandTasks, 1);
      SettingCheck.share("spareTasksShare", spareTasksShare);
      SettingCheck.atLeast("typesToSpreadOver", typesToSpreadOver, 1);
      SettingCheck.share("advisorMargin", advisorMargin);
      SettingCheck.positiveShare("coveredShare", coveredShare);
      SettingCheck.atLeast("lostHours", lostHours, 0);
      SettingCheck.atLeast("incidentCost", incidentCost, 0);
      SettingCheck.between("drainSeconds", drainSeconds, 0, SpotRules.NOTICE_SECONDS);
      SettingCheck.between(
          "leastStopTimeoutSeconds", leastStopTimeoutSeconds, 0, SpotRules.NOTICE_SECONDS);
      instanceTypes = List.copyOf(instanceTypes);
      waitingEnvironments = List.copyOf(waitingEnvironments);
    }

    /** Three types per zone, the rest as on Fargate. */
    public static Settings defaults() {
      UseFargateSpot.Settings fargate = UseFargateSpot.Settings.defaults();
      return new Settings(
          fargate.minimumSavingMonthly(),
          fargate.cpuShareDuringLoss(),
          fargate.neededShareUnknown(),
          fargate.leastOnDemandTasks(),
          fargate.spareTasksShare(),
          List.of(),
          3,
          0.1,
          fargate.coveredShare(),
          0.1,
          0,
          fargate.drainSeconds(),
          fargate.leastStopTimeoutSeconds(),
          fargate.optOutTag(),
          fargate.waitingEnvironments());
    }

    SpotRules rules() {
      return new SpotRules(optOutTag, waitingEnvironments, drainSeconds, leastStopTimeoutSeconds);
    }
  }

  /** The covered share in evidence. */
  private static final String COVERED = "covered_by_commitments";

  private final Settings settings;
  private final PriceBook prices;
  private final SpotAdvisor advisor;
  private final InstancePools pools;

  /**
   * The control.
   *
   * @param pools the inventory's instances; {@link InstancePools#NONE} leaves only the providers'
   *     names to tell Spot by
   */
  public UseInstanceSpot(
      Settings settings, PriceBook prices, SpotAdvisor advisor, InstancePools pools) {
    this.settings = settings;
    this.prices = prices;
    this.advisor = advisor;
    this.pools = pools;
  }

  @Override
  public Lever lever() {
    return Lever.INSTANCE_SPOT;
  }

  @Override
  public Advice advise(ServiceFacts service) {
    ServiceConfig config = service.config();
    if (config == null || config.deployments().isEmpty()) {
      return RunningService.NO_INVENTORY;
    }
    LaunchType launchType = Admission.launchType(config, service.spend());
    if (launchType != LaunchType.EC2) {
      return new Advice.NotApplicable(
          launchType == LaunchType.MANAGED_INSTANCES ? MANAGED_INSTANCES : NOT_ON_EC2,
          List.of(Figure.text("launch_type", launchType.name())));
    }
    if (config.schedulingStrategy().equals("DAEMON")) {
      return new Advice.NotApplicable(DAEMON, List.of());
    }
    RunningService running = RunningService.of(service, config, prices);
    HostCapacity hosts = HostCapacity.of(service.key(), config, pools);
    if (hosts.spotShare() > 0) {
      return new Advice.AsIs(
          ALREADY_ON_SPOT,
          running == null ? Confidence.NONE : running.confidence(),
          List.of(Figure.share("spot_share_of_instances", hosts.spotShare())));
    }
    if (running == null) {
      return RunningService.refusal(config);
    }
    double covered = covered(service);
    return SpotAdmission.judge(
        running,
        true,
        COVERED,
        covered,
        settings.coveredShare(),
        settings.rules(),
        admitted ->
            judge(
                admitted.running(),
                admitted.hours(),
                hosts.drained(admitted.eligibility()),
                hosts,
                covered));
  }

  private Advice judge(
      RunningService running,
      TaskHours hours,
      SpotEligibility eligibility,
      HostCapacity hosts,
      double covered) {
    ServiceFacts service = running.service();
    SpotTypes types =
        SpotTypes.of(
            advisor,
            service.key().region(),
            running.size(),
            running.platform() == Platform.ARM,
            settings.instanceTypes(),
            settings.typesToSpreadOver());
    if (types == null) {
      return new Advice.NoData(
          List.of(ReasonCode.PRICE_UNKNOWN),
          List.of(new Missing("settings", "instanceTypes that the Spot Instance Advisor has")),
          eligibility.because());
    }
    boolean mayWait = settings.rules().mayWait(service);
    SpotMix.Terms terms =
        new SpotMix.Terms(
            hosts.zones(eligibility.zones()) * types.types().size(),
            settings.cpuShareDuringLoss(),
            settings.neededShareUnknown(),
            mayWait ? 0 : settings.leastOnDemandTasks(),
            covered,
            mayWait);
    SpotMove move =
        new SpotMove(
            running,
            hours,
            terms,
            types.discount().widened(settings.advisorMargin()),
            new InterruptionRisk(
                types.interruptedMonthlyShare(), settings.lostHours(), settings.incidentCost()),
            running.rates().monthly(running.size(), 1) / Rates.HOURS_PER_MONTH);
    SpotMove.Choice choice = move.best(settings.spareTasksShare(), settings.minimumSavingMonthly());
    List<Evidence> because = new ArrayList<>(eligibility.because());
    because.addAll(instances(hosts, types));
    because.addAll(move.evidence(choice));
    because.add(Figure.share(COVERED, covered));
    if (choice.spread().p50() < settings.minimumSavingMonthly()) {
      return new Advice.AsIs(
          SpotMove.reasonToStay(choice.mix(), eligibility), running.confidence(), because);
    }
    return move.change(
        choice,
        eligibility,
        because,
        SpotMove.strategy(choice.mix(), hosts.provider(), hosts.provider() + SPOT_SUFFIX),
        LaunchType.EC2.name(),
        "MigrateToEc2Spot");
  }

  private static List<Evidence> instances(HostCapacity hosts, SpotTypes types) {
    List<Evidence> because = new ArrayList<>(hosts.evidence());
    because.add(Figure.text("spot_instance_types", String.join(", ", types.types())));
    because.add(Figure.share("interrupted_a_month", types.interruptedMonthlyShare()));
    because.add(
        Figure.text(
            "create_first",
            "capacity provider "
                + hosts.provider()
                + SPOT_SUFFIX
                + " with a Spot group of these types"));
    because.add(
        Figure.text(
            "saving_comes", "when instances are replaced; this is the service's own share of it"));
    return because;
  }

  private static double covered(ServiceFacts service) {
    BilledPrices billed = BilledPrices.of(service);
    return billed.share(PurchaseOption.RESERVED, UsageKind.ECS_ON_EC2_VCPU)
        + billed.share(PurchaseOption.SAVINGS_PLAN, UsageKind.ECS_ON_EC2_VCPU);
  }
}
