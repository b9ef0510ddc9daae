package ecsadvisor.models.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.price.FargateSizes;
import ecsadvisor.models.price.TaskSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SizeRuleTest {
  private static final SizeRule RULE = rule(20, 20, 0);

  @Test
  void buysACheapStepOfMemory() {
    // 0.25/1024 costs 10.63 a month and leaves a risk of 20 x (600/1024)^2.5 = 5.25 for memory;
    // 0.25/2048 costs 3.24 more and leaves 0.93.
    assertEquals(new TaskSize(256, 2048), choose(RULE, 0.1, 600, null).option().size());
    assertEquals(new TaskSize(256, 1024), choose(RULE, 0.1, 600, null).floor().size());
  }

  @Test
  void doesNotBuyADearDoublingOfCpu() {
    assertEquals(new TaskSize(2048, 8192), choose(RULE, 1.7, 6000, null).option().size());
  }

  @Test
  void takesTheFloorWithoutAnyValueOfRisk() {
    SizeRule floorOnly = rule(0, 0, 0);

    assertEquals(new TaskSize(256, 1024), choose(floorOnly, 0.1, 600, null).option().size());
  }

  @Test
  void keepsThePresentSizeWhileItIsNearlyAsGood() {
    assertEquals(
        new TaskSize(512, 3072), choose(RULE, 0.2, 900, new TaskSize(512, 3072)).option().size());
  }

  @Test
  void doesNotKeepASizeThatNoLongerHolds() {
    assertEquals(
        2048, choose(RULE, 0.1, 1000, new TaskSize(256, 1024)).option().size().memoryMiB());
  }

  @Test
  void takesTheLargestSizeWhereNoneHolds() {
    SizeChoice choice = choose(RULE, 40, 1000, null);

    assertFalse(choice.fits());
    assertEquals(new TaskSize(32768, 249856), choice.option().size());
  }

  @Test
  void interpolatesTheNeedBetweenDays() {
    // Position 0.95 x 3 = 2.85 between 3 and 5.
    assertEquals(3 + 0.85 * 2, RULE.cpuNeed(new double[] {5, 1, 3, 2}), 1e-12);
  }

  @Test
  void namesTheSettingThatIsOutOfRange() {
    IllegalArgumentException mistake =
        assertThrows(
            IllegalArgumentException.class,
            () -> new SizeRule(0.95, 7, 0.25, 0.9, 0.9, 1, 1, 0, 2.5, 2));

    assertEquals("memoryFloorFactor is out of range: 0.9", mistake.getMessage());
  }

  @Test
  void buysLessMemoryWhereASingleDayStandsOut() {
    // The same highest day of 600 MiB, but 300 MiB on most days: 1 GB leaves a risk of 0.9.
    SizeNeed spiky = new SizeNeed(0.1, 0.1, 600, 300);

    assertEquals(new TaskSize(256, 1024), choose(RULE, spiky, null, null).option().size());
  }

  @Test
  void buysMoreMemoryForALargeService() {
    // 16 vCPU / 64 GB cost 681 a month; a fifth of that is at risk with 60 of 64 GB used every day.
    SizeNeed large = new SizeNeed(9, 9, 60 * 1024, 60 * 1024);

    assertEquals(64 * 1024, choose(RULE, large, null, null).floor().size().memoryMiB());
    assertEquals(64 * 1024, choose(RULE, large, null, null).option().size().memoryMiB());
    assertEquals(
        72 * 1024, choose(rule(20, 20, 0.2), large, null, null).option().size().memoryMiB());
  }

  @Test
  void neverGoesBeyondAPresentSizeThatHolds() {
    SizeNeed need = new SizeNeed(0.1, 0.1, 600, 600);

    assertEquals(
        new TaskSize(256, 1024), choose(RULE, need, new TaskSize(256, 1024), null).option().size());
  }

  @Test
  void followsTheLastDaysWhereCpuIsUsedInEarnest() {
    double[] days = new double[32];
    Arrays.fill(days, 0.4);
    days[31] = 0.9;
    double[] recent = {0.4, 0.9};
    double[] memory = {500};

    assertEquals(0.9, RULE.need(new NeedDays(days, recent, memory, 0.25)).vcpuFloor());
    assertEquals(0.4, RULE.need(new NeedDays(days, recent, memory, 0.24)).vcpuFloor());
    assertEquals(0.4, RULE.need(new NeedDays(days, new double[0], memory, 0.3)).vcpuFloor());
  }

  @Test
  void takesTheHighestAndTheUsualDailyPeakOfMemory() {
    double[] memory = {100, 100, 100, 100, 100, 100, 100, 100, 200, 500, 900};
    SizeNeed need = RULE.need(new NeedDays(new double[] {1}, new double[0], memory, 0));

    assertEquals(900, need.memoryMiB());
    assertEquals(500, need.usualPeakMiB(), 1e-9);
  }

  private static SizeRule rule(double cpuRisk, double memoryRisk, double share) {
    return new SizeRule(0.95, 7, 0.25, 1.05, 0.9, cpuRisk, memoryRisk, share, 2.5, 2);
  }

  private static SizeChoice choose(
      SizeRule rule, double vcpu, double memory, @Nullable TaskSize kept) {
    return choose(rule, new SizeNeed(vcpu, vcpu, memory, memory), null, kept);
  }

  private static SizeChoice choose(
      SizeRule rule, SizeNeed need, @Nullable TaskSize present, @Nullable TaskSize kept) {
    List<SizeOption> options = new ArrayList<>();
    for (TaskSize size : FargateSizes.of(Platform.X86)) {
      double cost = 730 * (size.vcpu() * 0.04048 + size.memoryGiB() * 0.004445);
      options.add(new SizeOption(size, cost, need, 0, 0, true));
    }
    return rule.choose(options, present, kept);
  }
}
