package ecsadvisor.models.cost;

import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.BacktestResult;
import ecsadvisor.models.finding.PerformanceRisk;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.price.TaskSize;
import java.util.ArrayList;
import java.util.List;

/** The advice to change a size, in words and figures. */
final class SizeChange {
  private final SizingCase sizing;
  private final List<SizeOption> options;
  private final SizeChoice choice;
  private final BacktestResult backtest;
  private final TaskSize present;
  private final TaskSize size;

  SizeChange(
      SizingCase sizing, List<SizeOption> options, SizeChoice choice, BacktestResult backtest) {
    this.sizing = sizing;
    this.options = options;
    this.choice = choice;
    this.backtest = backtest;
    this.present = sizing.present();
    this.size = choice.option().size();
  }

  Advice advice() {
    List<Container> containers = sizing.plan().resized(size);
    return new Advice.Change(
        new ResizedService(sizing, size, containers).facts(),
        proposal(containers),
        saving(),
        sizing.history().confidence(sizing.service().window()),
        backtest,
        new SizeEvidence(sizing, options, choice).withBacktest(backtest));
  }

  private Proposal proposal(List<Container> containers) {
    boolean perTask = sizing.definition().cpuUnits() != null;
    boolean perTaskMemory = sizing.definition().memoryMiB() != null;
    Integer cpuUnits =
        perTask && size.cpuUnits() != present.cpuUnits() ? Integer.valueOf(size.cpuUnits()) : null;
    Integer memoryMiB =
        perTaskMemory && size.memoryMiB() != present.memoryMiB()
            ? Integer.valueOf(size.memoryMiB())
            : null;
    boolean grows = sizing.monthlyCost(size) > sizing.monthlyCost(present);
    return new Proposal(
        "Rightsize",
        grows ? "Upsize" : "Rightsize",
        isTooSmall() ? "Underprovisioned" : "Overprovisioned",
        reasons(),
        risk(),
        present.toString(),
        size.toString(),
        cpuUnits,
        memoryMiB,
        null,
        sizing.plan().proposals(containers),
        List.of(
            new Step.ReviseTask(
                sizing.definition().arn(),
                cpuUnits,
                memoryMiB,
                null,
                sizing.plan().proposals(containers))),
        "Medium",
        true,
        true);
  }

  private List<ReasonCode> reasons() {
    List<ReasonCode> reasons = new ArrayList<>();
    SizeOption now = now();
    MemoryFloor floor = sizing.memoryFloor(choice.option().need().memoryMiB());
    double memoryNeed = sizing.rule().memoryFloorFactor() * now.need().memoryMiB();
    if (floor.killMiB() > present.memoryMiB()) {
      reasons.add(ReasonCode.OOM_SEEN);
    }
    if (Math.max(memoryNeed, floor.memoryMiB()) > present.memoryMiB()) {
      reasons.add(ReasonCode.MEMORY_UNDER_PROVISIONED);
    }
    if (now.need().vcpuFloor() > present.vcpu()) {
      reasons.add(ReasonCode.CPU_UNDER_PROVISIONED);
    }
    if (size.cpuUnits() < present.cpuUnits()) {
      reasons.add(ReasonCode.CPU_OVER_PROVISIONED);
    }
    if (size.memoryMiB() < present.memoryMiB()) {
      reasons.add(ReasonCode.MEMORY_OVER_PROVISIONED);
    }
    addIf(reasons, sizing.isCensored(), ReasonCode.CENSORED_CPU);
    addIf(
        reasons,
        floor.jvmMiB() > memoryNeed && floor.jvmMiB() >= floor.memoryMiB(),
        ReasonCode.JVM_HEAP_PINNED);
    addIf(reasons, sizing.model() instanceof JointScaling, ReasonCode.AUTOSCALED_ON_METRIC);
    addIf(reasons, sizing.launchType() == LaunchType.EC2, ReasonCode.NO_INSTANCE_FREED);
    addIf(reasons, !choice.fits(), ReasonCode.NO_SIZE_FITS);
    return reasons;
  }

  private static void addIf(List<ReasonCode> reasons, boolean holds, ReasonCode reason) {
    if (holds) {
      reasons.add(reason);
    }
  }

  private SizeOption now() {
    for (SizeOption option : options) {
      if (option.size().equals(present)) {
        return option;
      }
    }
    return choice.option();
  }

  private boolean isTooSmall() {
    return !now().holds(sizing.rule().memoryFloorFactor());
  }

  private PerformanceRisk risk() {
    SizeOption option = choice.option();
    double fill =
        Math.max(
            option.need().vcpuFloor() / size.vcpu(), option.need().memoryMiB() / size.memoryMiB());
    if (fill <= 0.5) {
      return PerformanceRisk.VERY_LOW;
    }
    if (fill <= 0.75) {
      return PerformanceRisk.LOW;
    }
    return fill <= 1 ? PerformanceRisk.MEDIUM : PerformanceRisk.HIGH;
  }

  /**
   * The saving and that of the size which the rule proposed without the last days: as far as these
   * differ, the advice still moves.
   */
  private Spread spread(double now, double after) {
    double saving = now - after;
    if (backtest.days() == 0) {
      return Spread.certain(saving);
    }
    TaskSize earlier = new TaskSize(backtest.cpuUnits(), backtest.memoryMiB());
    double other = now - sizing.rates().monthly(earlier, sizing.model().tasks(earlier));
    return new Spread(Math.min(saving, other), saving, Math.max(saving, other));
  }

  /**
   * On EC2 a smaller task costs the same until an instance goes; the freed capacity is evidence.
   */
  private Saving saving() {
    RateSource source = sizing.rates().source();
    double tasksNow = sizing.model().tasks(present);
    double now = sizing.rates().monthly(present, tasksNow);
    double listNow = sizing.rates().monthlyList(present, tasksNow);
    if (sizing.launchType() == LaunchType.EC2) {
      return new Saving(now, now, listNow, listNow, source, Spread.certain(0));
    }
    double tasks = sizing.model().tasks(size);
    double after = sizing.rates().monthly(size, tasks);
    return new Saving(
        now, after, listNow, sizing.rates().monthlyList(size, tasks), source, spread(now, after));
  }
}
