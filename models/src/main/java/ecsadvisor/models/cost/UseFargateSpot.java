package ecsadvisor.models.cost;

import static ecsadvisor.models.finding.ReasonCode.ALREADY_ON_SPOT;
import static ecsadvisor.models.finding.ReasonCode.NOT_ON_FARGATE;

import ecsadvisor.models.cost.spot.BilledPrices;
import ecsadvisor.models.cost.spot.InterruptionRisk;
import ecsadvisor.models.cost.spot.PresentMix;
import ecsadvisor.models.cost.spot.SpotDiscount;
import ecsadvisor.models.cost.spot.SpotEligibility;
import ecsadvisor.models.cost.spot.SpotMix;
import ecsadvisor.models.cost.spot.SpotRules;
import ecsadvisor.models.cost.spot.SpotShare;
import ecsadvisor.models.cost.spot.TaskHours;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Confidence;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.price.BillRates;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.TaskSize;
import ecsadvisor.models.setting.Setting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many of a service's Fargate tasks may run on Spot, and what does that save?
 *
 * <p>{@link SpotEligibility} says whether the service outlives an interruption at all; {@link
 * SpotMix} keeps so many tasks on demand that the loss of the largest pool (an Availability Zone's
 * Spot capacity) leaves what every hour of the window needed. Tasks that a Savings Plan pays anyway
 * stay on demand, since no plan covers Spot. The price of Spot is the bill's where it has one.
 * Silent where the service is on Spot, covered or has no task to spare. Formula: {@link
 * InterruptionRisk}.
 */
public final class UseFargateSpot implements CostControl {
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
      @Setting("Expected discount of Fargate Spot where the bill shows none, 0..1")
          double plannedDiscount,
      @Setting("Discount that is undercut one time in ten, where the bill shows none, 0..1")
          double plannedDiscountLow,
      @Setting("Discount that is exceeded one time in ten, where the bill shows none, 0..1")
          double plannedDiscountHigh,
      @Setting("By how much a discount that the bill shows may move either way, 0..1")
          double billedDiscountMargin,
      @Setting("Share of the usage under a Savings Plan from which Spot saves nothing, 0..1")
          double coveredShare,
      @Setting("Share of Spot tasks that is interrupted in a month, 0..1")
          double interruptedMonthlyShare,
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
      SettingCheck.share("plannedDiscountLow", plannedDiscountLow);
      SettingCheck.between(
          "plannedDiscount", plannedDiscount, plannedDiscountLow, plannedDiscountHigh);
      SettingCheck.share("plannedDiscountHigh", plannedDiscountHigh);
      SettingCheck.share("billedDiscountMargin", billedDiscountMargin);
      SettingCheck.positiveShare("coveredShare", coveredShare);
      SettingCheck.share("interruptedMonthlyShare", interruptedMonthlyShare);
      SettingCheck.atLeast("lostHours", lostHours, 0);
      SettingCheck.atLeast("incidentCost", incidentCost, 0);
      SettingCheck.between("drainSeconds", drainSeconds, 0, SpotRules.NOTICE_SECONDS);
      SettingCheck.between(
          "leastStopTimeoutSeconds", leastStopTimeoutSeconds, 0, SpotRules.NOTICE_SECONDS);
      waitingEnvironments = List.copyOf(waitingEnvironments);
    }

    /** Two thirds off, one interruption in ten tasks a month, a third of the notice in reserve. */
    public static Settings defaults() {
      return new Settings(
          2,
          0.85,
          0.75,
          1,
          0.5,
          0.65,
          0.5,
          0.7,
          0.05,
          0.5,
          0.1,
          0.05,
          0,
          90,
          10,
          "ecs-cost-advisor:no-spot",
          List.of("dev", "development", "test", "qa", "sandbox", "batch"));
    }

    SpotRules rules() {
      return new SpotRules(optOutTag, waitingEnvironments, drainSeconds, leastStopTimeoutSeconds);
    }

    SpotDiscount planned() {
      return new SpotDiscount(
          plannedDiscountLow,
          plannedDiscount,
          plannedDiscountHigh,
          RateSource.PRICE_FILE,
          "planning figure; the bill shows no Spot price here");
    }

    InterruptionRisk risk() {
      return new InterruptionRisk(interruptedMonthlyShare, lostHours, incidentCost);
    }

    SpotMix.Terms terms(int pools, double committedShare, boolean mayWait) {
      return new SpotMix.Terms(
          pools,
          cpuShareDuringLoss,
          neededShareUnknown,
          mayWait ? 0 : leastOnDemandTasks,
          committedShare,
          mayWait);
    }
  }

  /** The covered share in evidence. */
  private static final String COVERED = "covered_by_savings_plan";

  private final Settings settings;
  private final PriceBook prices;
  private final BillRates rates;

  public UseFargateSpot(Settings settings, PriceBook prices, BillRates rates) {
    this.settings = settings;
    this.prices = prices;
    this.rates = rates;
  }

  @Override
  public Lever lever() {
    return Lever.FARGATE_SPOT;
  }

  @Override
  public Advice advise(ServiceFacts service) {
    ServiceConfig config = service.config();
    if (config == null || config.deployments().isEmpty()) {
      return RunningService.NO_INVENTORY;
    }
    LaunchType launchType = Admission.launchType(config, service.spend());
    if (launchType != LaunchType.FARGATE) {
      return new Advice.NotApplicable(
          NOT_ON_FARGATE, List.of(Figure.text("launch_type", launchType.name())));
    }
    RunningService running = RunningService.of(service, config, prices);
    if (isOnSpot(service, config)) {
      return alreadyOnSpot(service, config, running);
    }
    if (running == null) {
      return RunningService.refusal(config);
    }
    double covered = covered(service);
    return SpotAdmission.judge(
        running,
        false,
        COVERED,
        covered,
        settings.coveredShare(),
        settings.rules(),
        admitted -> judge(admitted.running(), admitted.hours(), covered, admitted.eligibility()));
  }

  private Advice judge(
      RunningService running, TaskHours hours, double covered, SpotEligibility eligibility) {
    ServiceFacts service = running.service();
    SpotMix.Terms terms =
        settings.terms(eligibility.zones(), covered, settings.rules().mayWait(service));
    SpotDiscount discount =
        SpotDiscount.ofFargate(
            service,
            running.platform(),
            running.size(),
            rates,
            settings.planned(),
            settings.billedDiscountMargin());
    SpotMove move =
        new SpotMove(running, hours, terms, discount, settings.risk(), onDemandHour(running));
    SpotMove.Choice choice = move.best(settings.spareTasksShare(), settings.minimumSavingMonthly());
    List<Evidence> because = new ArrayList<>(eligibility.because());
    because.addAll(move.evidence(choice));
    because.add(Figure.share(COVERED, covered));
    if (choice.spread().p50() < settings.minimumSavingMonthly()) {
      return new Advice.AsIs(
          SpotMove.reasonToStay(choice.mix(), eligibility), running.confidence(), because);
    }
    return move.toFargateSpot(choice, eligibility, because);
  }

  /** What an hour of a task costs on demand: by its own on-demand lines where plans pay others. */
  private static double onDemandHour(RunningService running) {
    BilledPrices billed = BilledPrices.of(running.service());
    TaskSize size = running.size();
    Double vcpu = billed.unitHour(PurchaseOption.ON_DEMAND, UsageKind.FARGATE_VCPU);
    Double memory = billed.unitHour(PurchaseOption.ON_DEMAND, UsageKind.FARGATE_MEMORY);
    boolean mixed = billed.share(PurchaseOption.ON_DEMAND, UsageKind.FARGATE_VCPU) < 1;
    if (!mixed || vcpu == null || memory == null) {
      return size.vcpu() * running.rates().vcpuHour()
          + size.memoryGiB() * running.rates().memoryGbHour();
    }
    return size.vcpu() * vcpu + size.memoryGiB() * memory;
  }

  private static double covered(ServiceFacts service) {
    return BilledPrices.of(service).share(PurchaseOption.SAVINGS_PLAN, UsageKind.FARGATE_VCPU);
  }

  private static boolean isOnSpot(ServiceFacts service, ServiceConfig config) {
    double byStrategy = SpotShare.of(config.capacityProviders(), 1000);
    double byBill = BilledPrices.of(service).share(PurchaseOption.SPOT, UsageKind.FARGATE_VCPU);
    return byStrategy > 0 || byBill >= 0.5;
  }

  private Advice alreadyOnSpot(
      ServiceFacts service, ServiceConfig config, @Nullable RunningService running) {
    List<Evidence> because = new ArrayList<>();
    because.add(
        Figure.share(
            "spot_share_billed",
            BilledPrices.of(service).share(PurchaseOption.SPOT, UsageKind.FARGATE_VCPU)));
    if (running == null) {
      return new Advice.AsIs(ALREADY_ON_SPOT, Confidence.NONE, because);
    }
    TaskHours hours = TaskHours.of(service, config, running.size());
    SpotEligibility eligibility =
        SpotEligibility.of(
            service, config, running.definition(), hours.most(), false, settings.rules());
    SpotMix.Terms terms = settings.terms(eligibility.zones(), 0, settings.rules().mayWait(service));
    if (!config.capacityProviders().isEmpty()) {
      because.addAll(
          PresentMix.of(config.capacityProviders(), SpotShare.FARGATE_SPOT::equals, hours, terms)
              .evidence());
    }
    because.addAll(eligibility.because());
    return new Advice.AsIs(ALREADY_ON_SPOT, running.confidence(), because);
  }
}
