package ecsadvisor.models.cost;

import static ecsadvisor.models.finding.ReasonCode.ALREADY_SMALLEST;
import static ecsadvisor.models.finding.ReasonCode.BACKTEST_FAILED;
import static ecsadvisor.models.finding.ReasonCode.CENSORED_CPU;
import static ecsadvisor.models.finding.ReasonCode.JVM_HEAP_PINNED;
import static ecsadvisor.models.finding.ReasonCode.NO_SIZE_FITS;
import static ecsadvisor.models.finding.ReasonCode.SAVING_TOO_SMALL;
import static ecsadvisor.models.finding.ReasonCode.SIZE_UNCHANGED;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.BacktestResult;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.price.FargateSizes;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.TaskSize;
import ecsadvisor.models.setting.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which task size would have held the service's history for the least money and risk?
 *
 * <p>The rule is {@link SizeRule}; {@link Admission} says what withholds advice. The size changes
 * if the present one would not have held, or if the change saves at least the set sum a month. Less
 * CPU or memory is proposed only after two weeks of history and only if the same rule, sized
 * without the last days, holds on those; where it does not, what is too small may still grow.
 */
public final class RightSizeTasks implements CostControl {
  /** What can be set. */
  public record Settings(
      @Setting("the rule for services that may take more risk") SizeRule dev,
      @Setting("the rule for all others") SizeRule prod,
      @Setting("the rule for services that may take less risk") SizeRule critical,
      @Setting("least days with CPU and memory for any advice") int minimumDays,
      @Setting("the same for less CPU or memory") int minimumDownsizeDays,
      @Setting("least minutes with data over minutes expected, 0..1") double minimumCoverage,
      @Setting("last days that each proposal is proved on") int heldOutDays,
      @Setting(
              "least saving a month for a change of a size that holds, USD at the prices of"
                  + " us-east-1")
          double minimumSavingMonthly,
      @Setting("share of its CPU from which a task is at its limit, 0..1") double censoredShare,
      @Setting("share of the minutes at the limit from which CPU may only grow, 0..1")
          double censoredMinutesShare,
      @Setting("share of its CPU from which a task has none left, 0..1") double starvedShare,
      @Setting("share of the minutes without CPU left from which CPU must grow, 0..1")
          double starvedMinutesShare,
      @Setting("true demand over CPU seen where CPU must grow, above 1") double starvedDemandFactor,
      @Setting("memory after a kill over the limit that was hit, at least 1")
          double killedMemoryFactor,
      @Setting("memory of a JVM outside a fixed heap, as a share of the heap")
          double jvmNonHeapShare,
      @Setting("least memory of a JVM outside a fixed heap, MiB") double jvmNonHeapMiB,
      @Setting(
              "whether tasks on Fargate keep room for the agent of GuardDuty's runtime monitoring"
                  + " that their measured use does not include")
          boolean guardDutyHeadRoom) {

    public Settings {
      require(minimumDays >= 1, "minimumDays", minimumDays);
      require(minimumDownsizeDays >= minimumDays, "minimumDownsizeDays", minimumDownsizeDays);
      require(minimumCoverage >= 0 && minimumCoverage <= 1, "minimumCoverage", minimumCoverage);
      require(heldOutDays >= 1, "heldOutDays", heldOutDays);
      require(minimumSavingMonthly >= 0, "minimumSavingMonthly", minimumSavingMonthly);
      require(censoredShare > 0 && censoredShare <= 1, "censoredShare", censoredShare);
      require(censoredMinutesShare >= 0, "censoredMinutesShare", censoredMinutesShare);
      require(starvedShare >= censoredShare && starvedShare <= 1, "starvedShare", starvedShare);
      require(
          starvedMinutesShare >= censoredMinutesShare, "starvedMinutesShare", starvedMinutesShare);
      require(starvedDemandFactor > 1, "starvedDemandFactor", starvedDemandFactor);
      require(killedMemoryFactor >= 1, "killedMemoryFactor", killedMemoryFactor);
      require(jvmNonHeapShare >= 0, "jvmNonHeapShare", jvmNonHeapShare);
      require(jvmNonHeapMiB >= 0, "jvmNonHeapMiB", jvmNonHeapMiB);
    }

    /** What the measurements in {@code docs/right-sizing.md} speak for. */
    public static Settings defaults() {
      return new Settings(
          SizeRules.DEV,
          SizeRules.PROD,
          SizeRules.CRITICAL,
          7,
          14,
          0.8,
          7,
          2,
          0.95,
          0.01,
          0.98,
          0.05,
          1.2,
          1.25,
          0.25,
          256,
          false);
    }

    /** The rule of a profile. */
    public SizeRule rule(Profile profile) {
      return switch (profile) {
        case DEV -> dev;
        case PROD -> prod;
        case CRITICAL -> critical;
      };
    }

    private static void require(boolean holds, String name, double value) {
      if (!holds) {
        throw new IllegalArgumentException(name + " is out of range: " + value);
      }
    }
  }

  private final Settings settings;
  private final PriceBook prices;

  public RightSizeTasks(Settings settings, PriceBook prices) {
    this.settings = settings;
    this.prices = prices;
  }

  @Override
  public Lever lever() {
    return Lever.RIGHT_SIZE;
  }

  @Override
  public Advice advise(ServiceFacts service) {
    Admission admission = Admission.of(service, settings, prices);
    SizingCase sizing = admission.sizing();
    return sizing == null ? admission.refusal() : judge(sizing);
  }

  private Advice judge(SizingCase sizing) {
    List<SizeOption> options = sizing.options(sizing.history());
    SizeChoice choice = sizing.rule().choose(options, sizing.present(), sizing.present());
    Advice settled = settled(sizing, options, choice);
    if (settled != null) {
      return settled;
    }
    BacktestResult backtest = HeldOutProof.of(sizing);
    if (isProved(sizing, choice, backtest)) {
      return new SizeChange(sizing, options, choice, backtest).advice();
    }
    List<SizeOption> larger = options.stream().filter(option -> isNoLess(option, sizing)).toList();
    SizeChoice upward = sizing.rule().choose(larger, sizing.present(), sizing.present());
    if (!upward.option().size().equals(sizing.present()) && isTooSmall(sizing, options)) {
      return new SizeChange(sizing, options, upward, backtest).advice();
    }
    return withheld(sizing, options, choice, backtest);
  }

  /** The advice where the size stays, or null where it should change. */
  private @Nullable Advice settled(SizingCase sizing, List<SizeOption> options, SizeChoice choice) {
    TaskSize present = sizing.present();
    TaskSize best = choice.option().size();
    List<Evidence> because = new SizeEvidence(sizing, options, choice).list();
    if (best.equals(present) && !choice.fits()) {
      return new Advice.NoData(List.of(NO_SIZE_FITS), List.of(), because);
    }
    if (best.equals(present)) {
      return asIs(reasonToStay(sizing, options), sizing, because);
    }
    double saving = sizing.monthlyCost(present) - sizing.monthlyCost(best);
    if (isTooSmall(sizing, options) || saving >= minimumSaving(sizing)) {
      return null;
    }
    return asIs(saving > 0 ? SAVING_TOO_SMALL : SIZE_UNCHANGED, sizing, because);
  }

  private double minimumSaving(SizingCase sizing) {
    return settings.minimumSavingMonthly() * sizing.priceLevel();
  }

  private static ReasonCode reasonToStay(SizingCase sizing, List<SizeOption> options) {
    if (sizing.launchType() == LaunchType.FARGATE
        && sizing.present().equals(FargateSizes.smallest(sizing.definition().platform()))) {
      return ALREADY_SMALLEST;
    }
    if (sizing.isCensored()) {
      return CENSORED_CPU;
    }
    MemoryFloor floor = sizing.memoryFloor(options.get(0).need().memoryMiB());
    boolean heapBinds =
        floor.jvmMiB() > 0
            && floor.jvmMiB() >= floor.memoryMiB()
            && floor.jvmMiB()
                > sizing.rule().memoryFloorFactor() * options.get(0).need().memoryMiB();
    return heapBinds ? JVM_HEAP_PINNED : SIZE_UNCHANGED;
  }

  private static boolean isProved(SizingCase sizing, SizeChoice choice, BacktestResult backtest) {
    if (isNoLess(choice.option(), sizing)) {
      return true;
    }
    return isOldEnough(sizing) && backtest.days() > 0 && backtest.holds();
  }

  private static boolean isOldEnough(SizingCase sizing) {
    return sizing.history().completeDays() >= sizing.settings().minimumDownsizeDays();
  }

  private static boolean isNoLess(SizeOption option, SizingCase sizing) {
    return option.size().cpuUnits() >= sizing.present().cpuUnits()
        && option.size().memoryMiB() >= sizing.present().memoryMiB();
  }

  private static boolean isTooSmall(SizingCase sizing, List<SizeOption> options) {
    for (SizeOption option : options) {
      if (option.size().equals(sizing.present())) {
        return !option.holds(sizing.rule().memoryFloorFactor());
      }
    }
    return true;
  }

  private static Advice asIs(ReasonCode reason, SizingCase sizing, List<Evidence> because) {
    return new Advice.AsIs(reason, sizing.history().confidence(sizing.service().window()), because);
  }

  private static Advice withheld(
      SizingCase sizing, List<SizeOption> options, SizeChoice choice, BacktestResult backtest) {
    SizeEvidence evidence = new SizeEvidence(sizing, options, choice);
    if (!isOldEnough(sizing) || backtest.days() == 0) {
      return new Advice.NoData(
          Admission.shortHistory(sizing.history()),
          List.of(
              new Missing(
                  "utilization",
                  "a smaller size needs "
                      + sizing.settings().minimumDownsizeDays()
                      + " days of CPU and memory at a known task size")),
          evidence.list());
    }
    return new Advice.NoData(List.of(BACKTEST_FAILED), List.of(), evidence.withBacktest(backtest));
  }
}
