package ecsadvisor.models.cost;

import static ecsadvisor.models.finding.ReasonCode.ALREADY_ON_ARM;
import static ecsadvisor.models.finding.ReasonCode.ARM_ELIGIBLE;
import static ecsadvisor.models.finding.ReasonCode.IMAGE_NOT_MULTI_ARCH;
import static ecsadvisor.models.finding.ReasonCode.NEEDS_GPU;
import static ecsadvisor.models.finding.ReasonCode.NOT_ON_FARGATE;
import static ecsadvisor.models.finding.ReasonCode.SAVING_TOO_SMALL;
import static ecsadvisor.models.finding.ReasonCode.VETO_WINDOWS;

import ecsadvisor.models.cost.arm.ArmPrice;
import ecsadvisor.models.cost.arm.ArmSpend;
import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.BacktestResult;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.PerformanceRisk;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.price.BillRates;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.Rates;
import ecsadvisor.models.setting.Setting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Would the same tasks cost less on ARM?
 *
 * <p>Fargate's ARM price over its x86 price, from the bill of the account and region where it has
 * both, else from the price file, is applied to what the service really pays. Nothing in the
 * inventory says whether an image exists for ARM, so the advice names the images to check first.
 * The low end of the saving assumes that ARM needs more tasks for the same work. Silent on Windows,
 * on ARM, with GPUs and for small sums; on EC2 the instance type decides.
 */
public final class MoveToArm implements CostControl {
  /** What can be set. */
  public record Settings(
      @Setting("Least saving a month for a change, in the bill's currency")
          double minimumSavingMonthly,
      @Setting("Share of further tasks that ARM may need for the same work, 0..1")
          double slowdownShare) {
    public Settings {
      SettingCheck.atLeast("minimumSavingMonthly", minimumSavingMonthly, 0);
      SettingCheck.share("slowdownShare", slowdownShare);
    }

    /** Worth a build and a test from 20 a month on; a tenth more tasks at worst. */
    public static Settings defaults() {
      return new Settings(20, 0.1);
    }
  }

  private final Settings settings;
  private final PriceBook prices;
  private final BillRates rates;

  public MoveToArm(Settings settings, PriceBook prices, BillRates rates) {
    this.settings = settings;
    this.prices = prices;
    this.rates = rates;
  }

  @Override
  public Lever lever() {
    return Lever.ARM;
  }

  /** Another architecture is an option, not a fault of the size. */
  @Override
  public boolean decides(Advice advice) {
    return false;
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
    if (running == null) {
      return RunningService.refusal(config);
    }
    if (running.platform() == Platform.UNKNOWN) {
      return new Advice.NoData(
          List.of(ReasonCode.NO_DATA),
          List.of(new Missing("ecs-task-definition", "the definition with its runtimePlatform")),
          List.of());
    }
    ReasonCode bound = bound(running);
    if (bound != null) {
      return new Advice.AsIs(bound, running.confidence(), List.of());
    }
    ArmPrice price = ArmPrice.of(service.key(), rates, prices, service.window().asOf());
    if (price == null) {
      return new Advice.NoData(
          List.of(ReasonCode.PRICE_UNKNOWN),
          List.of(new Missing("bill", "Fargate ARM lines, or --prices with ARM prices")),
          List.of());
    }
    return judge(running, price);
  }

  private static @Nullable ReasonCode bound(RunningService running) {
    if (running.platform() == Platform.WINDOWS) {
      return VETO_WINDOWS;
    }
    if (running.platform() == Platform.ARM) {
      return ALREADY_ON_ARM;
    }
    boolean gpus =
        running.definition().containers().stream()
            .anyMatch(container -> container.runtime().gpus() > 0);
    return gpus ? NEEDS_GPU : null;
  }

  private Advice judge(RunningService running, ArmPrice price) {
    Rates now = running.rates();
    double after = monthly(running, now.vcpuHour(), now.memoryGbHour(), price);
    double listAfter = monthly(running, now.listVcpuHour(), now.listMemoryGbHour(), price);
    double saved = running.monthlyCost() - after;
    List<Evidence> because = because(running, price);
    if (saved < settings.minimumSavingMonthly()) {
      return new Advice.AsIs(SAVING_TOO_SMALL, running.confidence(), because);
    }
    double low = running.monthlyCost() - after * (1 + settings.slowdownShare());
    RateSource source = price.source().compareTo(now.source()) > 0 ? price.source() : now.source();
    return new Advice.Change(
        ArmSpend.moved(running.service(), running.config(), running.definition(), price),
        proposal(running),
        new Saving(
            running.monthlyCost(),
            after,
            running.monthlyList(),
            listAfter,
            source,
            new Spread(low, saved, saved)),
        running.confidence(),
        BacktestResult.NONE,
        because);
  }

  private static double monthly(
      RunningService running, double vcpuHour, double memoryGbHour, ArmPrice price) {
    return Rates.HOURS_PER_MONTH
        * running.tasks()
        * (running.size().vcpu() * vcpuHour * price.vcpuFactor()
            + running.size().memoryGiB() * memoryGbHour * price.memoryFactor());
  }

  private static Proposal proposal(RunningService running) {
    return new Proposal(
        "MigrateToGraviton",
        "MigrateToArm",
        "Overprovisioned",
        List.of(ARM_ELIGIBLE, IMAGE_NOT_MULTI_ARCH),
        PerformanceRisk.MEDIUM,
        "X86_64, " + running.size(),
        "ARM64, " + running.size(),
        null,
        null,
        null,
        List.of(),
        List.of(
            new Step.ReviseTask(running.definition().arn(), null, null, Platform.ARM, List.of())),
        "Medium",
        true,
        true);
  }

  private static List<Evidence> because(RunningService running, ArmPrice price) {
    List<Evidence> because = new ArrayList<>();
    because.add(Figure.number("mean_tasks", running.tasks()));
    because.add(Figure.share("arm_vcpu_price_of_x86", price.vcpuFactor()));
    because.add(Figure.share("arm_memory_price_of_x86", price.memoryFactor()));
    because.add(Figure.text("arm_price_source", price.words()));
    for (Container container : running.definition().containers()) {
      because.add(
          Figure.text(
              "check_image_for_arm64",
              container.name()
                  + ": "
                  + container.image()
                  + (container.image().contains(".dkr.ecr.")
                      ? " (own build: build it for linux/arm64)"
                      : " (public: most are built for both)")));
    }
    because.addAll(running.rates().because());
    return because;
  }
}
