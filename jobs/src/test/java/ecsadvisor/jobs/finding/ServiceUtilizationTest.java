package ecsadvisor.jobs.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.MetricDays;
import ecsadvisor.models.fact.Usage;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.stats.LogBuckets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceUtilizationTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
  private static final Window WINDOW = new Window(AS_OF, 2);

  private static DayUsage day(LocalDate day, double value, double max) {
    List<Double> hours = Collections.nCopies(24, value);
    return new DayUsage(
        day,
        1440,
        288,
        value,
        max,
        value,
        value,
        value,
        List.of(LogBuckets.index(value), LogBuckets.index(max)),
        List.of(1435, 5),
        hours,
        hours);
  }

  private static ServiceUtilization of(Metric metric, DayUsage... days) {
    return new ServiceUtilization(
        new Usage(List.of(new MetricDays(metric, "", List.of(days)))), WINDOW, 512, 2048);
  }

  @Test
  void percentilesPoolTheDaysOfTheWindow() {
    ServiceUtilization.Shares cpu =
        of(
                Metric.CPU_SHARE,
                day(AS_OF, 0.2, 0.9),
                day(AS_OF.minusDays(1), 0.4, 0.5),
                day(AS_OF.minusDays(2), 5, 9))
            .cpu();
    assertNotNull(cpu);
    // 1435 of the 2880 minutes are at 0.2, so the 1440th is at 0.4.
    assertEquals(0.4, cpu.p50(), 0.4 * 0.011);
    assertEquals(0.4, cpu.p95(), 0.4 * 0.011);
    assertEquals(0.9, cpu.max());
  }

  @Test
  void absoluteUseIsDividedByTheTasksSize() {
    ServiceUtilization.Shares memory = of(Metric.MEMORY_MIB, day(AS_OF, 512, 1024)).memory();
    assertNotNull(memory);
    assertEquals(0.25, memory.p50(), 0.25 * 0.011);
    assertEquals(0.5, memory.max());
  }

  @Test
  void coverageIsOverTheWholeWindow() {
    ServiceUtilization utilization = of(Metric.CPU_SHARE, day(AS_OF, 0.2, 0.9));
    assertEquals(0.5, utilization.coverage());
    assertEquals(1, utilization.daysObserved());
  }

  @Test
  void withoutDataThereAreNoFigures() {
    ServiceUtilization utilization = new ServiceUtilization(Usage.NONE, WINDOW, 512, 2048);
    assertNull(utilization.cpu());
    assertNull(utilization.memory());
    assertNull(utilization.runningTasks());
    assertEquals(0, utilization.coverage());
  }
}
