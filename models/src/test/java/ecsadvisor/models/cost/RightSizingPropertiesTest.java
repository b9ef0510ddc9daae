package ecsadvisor.models.cost;

import static ecsadvisor.models.cost.AdviceAssert.CONTROL;
import static ecsadvisor.models.fixture.ServiceBuilder.AS_OF;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.fixture.DayBuilder;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.price.FargateSizes;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.Rates;
import ecsadvisor.models.price.TaskSize;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RightSizingPropertiesTest {
  private static final List<TaskSize> SIZES = FargateSizes.of(Platform.X86);
  private static final Rates RATES =
      Objects.requireNonNull(
          Rates.ofFargate(
              null, service().facts().window(), PriceBook.shipped(), "us-east-1", Platform.X86));

  @Property(tries = 300, seed = "20261124")
  void savesAtMostWhatTheServiceCosts(
      @ForAll @IntRange(max = 76) int size,
      @ForAll @IntRange(min = 1, max = 50) int tasks,
      @ForAll @DoubleRange(min = 0.01, max = 1.0) double cpu,
      @ForAll @DoubleRange(min = 0.01, max = 1.0) double memory) {
    if (CONTROL.advise(facts(size, tasks, cpu, memory)) instanceof Advice.Change change) {
      assertTrue(change.saving().monthly() < change.saving().monthlyCostNow());
      assertTrue(change.saving().monthlyCostAfter() > 0);
      assertEquals(change.saving().monthly(), change.saving().monthlyList(), 1e-6);
    }
  }

  @Property(tries = 300, seed = "20261124")
  void neverChangesItsOwnAdvice(
      @ForAll @IntRange(max = 76) int size,
      @ForAll @IntRange(min = 1, max = 50) int tasks,
      @ForAll @DoubleRange(min = 0.01, max = 1.0) double cpu,
      @ForAll @DoubleRange(min = 0.01, max = 1.0) double memory) {
    if (CONTROL.advise(facts(size, tasks, cpu, memory)) instanceof Advice.Change change) {
      Advice second = CONTROL.advise(change.after());
      boolean isLargest = change.proposal().reasonCodes().toString().contains("NO_SIZE_FITS");
      assertTrue(
          second instanceof Advice.AsIs || isLargest,
          change.proposal() + " then " + second.getClass() + second.because());
    }
  }

  @Property(tries = 300, seed = "20261124")
  void neverFailsItsBacktestUnderConstantLoad(
      @ForAll @IntRange(max = 76) int size,
      @ForAll @IntRange(min = 1, max = 50) int tasks,
      @ForAll @DoubleRange(min = 0.01, max = 0.94) double cpu,
      @ForAll @DoubleRange(min = 0.01, max = 0.94) double memory) {
    if (CONTROL.advise(facts(size, tasks, cpu, memory)) instanceof Advice.Change change) {
      assertTrue(change.backtest().holds(), change.backtest().toString());
    }
  }

  @Property(tries = 500, seed = "20261124")
  void neverGivesMoreUsageASmallerSize(
      @ForAll @DoubleRange(min = 0.01, max = 16) double vcpu,
      @ForAll @DoubleRange(min = 50, max = 100_000) double memory,
      @ForAll @DoubleRange(min = 1, max = 3) double factor) {
    for (SizeRule rule : List.of(SizeRules.DEV, SizeRules.PROD, SizeRules.CRITICAL)) {
      TaskSize size = chosen(rule, vcpu, memory);
      assertTrue(chosen(rule, vcpu * factor, memory).cpuUnits() >= size.cpuUnits());
      assertTrue(chosen(rule, vcpu, memory * factor).memoryMiB() >= size.memoryMiB());
      TaskSize both = chosen(rule, vcpu * factor, memory * factor);
      assertFalse(RATES.monthly(both, 1) < RATES.monthly(size, 1) - 1e-9);
    }
  }

  @Property(tries = 100, seed = "20261124")
  void doesNotCareForTheOrderOfDays(@ForAll long seed) {
    Random random = new Random(seed);
    List<DayUsage> days = new ArrayList<>();
    for (int back = 0; back < 32; back++) {
      days.add(DayBuilder.constant(AS_OF.minusDays(back), 0.01 + 0.5 * random.nextDouble()));
    }
    List<DayUsage> shuffled = new ArrayList<>(days);
    Collections.shuffle(shuffled, random);

    assertEquals(need(days), need(shuffled), "the rule's need of the same days in another order");
  }

  @Property(tries = 200, seed = "20261124")
  void neverChangesItsOwnAdviceOnAnUnsteadyService(
      @ForAll long seed, @ForAll @IntRange(max = 4) int kind) {
    ServiceFacts service = unsteady(new Random(seed), kind);
    if (CONTROL.advise(service) instanceof Advice.Change change) {
      Advice second = CONTROL.advise(change.after());
      assertFalse(
          second instanceof Advice.Change,
          () -> change.proposal() + " then " + ((Advice.Change) second).proposal());
      assertTrue(change.saving().monthly() <= change.saving().monthlyCostNow());
    }
  }

  /** Days of their own height; with Java, kills, tracked CPU or on EC2, by kind. */
  private static ServiceFacts unsteady(Random random, int kind) {
    TaskSize size = SIZES.get(random.nextInt(70));
    ServiceBuilder service = service().fargate(size.cpuUnits(), size.memoryMiB());
    double cpu = 0.02 + 0.9 * random.nextDouble();
    double memory = 0.02 + 0.9 * random.nextDouble();
    switch (kind) {
      case 1 -> service.java(null, 10 + 80 * random.nextDouble());
      case 2 -> service.killed(random.nextBoolean() ? null : 256 + random.nextInt(8000));
      case 3 -> {
        service.tracks("ECSServiceAverageCPUUtilization", 60, 2, 30);
        service.metric(
            Metric.RUNNING_TASKS,
            32,
            day -> DayBuilder.constant(day, 2 + Math.floor(4 * random.nextDouble())));
      }
      case 4 ->
          service
              .ec2()
              .container("app", 128 + random.nextInt(4000), 16384, 512 + random.nextInt(8000));
      default -> {}
    }
    service.metric(
        Metric.CPU_SHARE,
        32,
        day -> DayBuilder.constant(day, Math.min(1, cpu * (0.3 + 0.9 * random.nextDouble()))));
    service.metric(
        Metric.MEMORY_SHARE,
        32,
        day -> DayBuilder.constant(day, Math.min(1, memory * (0.3 + 0.9 * random.nextDouble()))));
    return service.facts();
  }

  private static SizeNeed need(List<DayUsage> days) {
    double[] values = days.stream().mapToDouble(DayUsage::p99).toArray();
    return SizeRules.PROD.need(new NeedDays(values, values, values, 1));
  }

  private static TaskSize chosen(SizeRule rule, double vcpu, double memory) {
    List<SizeOption> options = new ArrayList<>();
    for (TaskSize size : SIZES) {
      SizeNeed need = new SizeNeed(vcpu, vcpu, memory, 0.8 * memory);
      options.add(new SizeOption(size, RATES.monthly(size, 1), need, 0, 0, true));
    }
    return rule.choose(options, null, null).option().size();
  }

  private static ServiceFacts facts(int index, int tasks, double cpu, double memory) {
    TaskSize size = SIZES.get(index);
    ServiceBuilder builder = service().fargate(size.cpuUnits(), size.memoryMiB()).tasks(tasks);
    return builder
        .metric(Metric.CPU_SHARE, 32, (LocalDate day) -> DayBuilder.constant(day, cpu))
        .metric(Metric.MEMORY_SHARE, 32, (LocalDate day) -> DayBuilder.constant(day, memory))
        .facts();
  }
}
