package ecsadvisor.models.cost;

import static ecsadvisor.models.cost.AdviceAssert.CONTROL;
import static ecsadvisor.models.cost.AdviceAssert.advise;
import static ecsadvisor.models.cost.AdviceAssert.change;
import static ecsadvisor.models.cost.AdviceAssert.evidence;
import static ecsadvisor.models.cost.AdviceAssert.isWithheld;
import static ecsadvisor.models.cost.AdviceAssert.sizeAfter;
import static ecsadvisor.models.cost.AdviceAssert.stays;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.fixture.DayBuilder;
import ecsadvisor.models.fixture.ServiceBuilder;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class JointScalingTest {
  private static final String CPU = "ECSServiceAverageCPUUtilization";

  @Test
  void doesNotShrinkAServiceThatSitsAtItsTarget() {
    // 10 tasks at their target of 70 %: half the size would run 20 tasks for the same money.
    ServiceBuilder service = service().fargate(1024, 2048).tracks(CPU, 70, 2, 40).uses(0.70, 0.45);
    service.metric(Metric.RUNNING_TASKS, 32, day -> DayBuilder.constant(day, 10));

    assertFalse(
        advise(service) instanceof Advice.Change change && sizeAfter(change).cpuUnits() < 1024);
  }

  @Test
  void shrinksAServiceThatItsSmallestCountHoldsUp() {
    // Two tasks at 10 % of 2 vCPU need 0.4 vCPU in all; the smallest count keeps both.
    ServiceBuilder service = service().fargate(2048, 4096).tracks(CPU, 70, 2, 10).uses(0.10, 0.20);
    service.metric(Metric.RUNNING_TASKS, 32, day -> DayBuilder.constant(day, 2));

    Advice.Change change = change(service);

    assertEquals(512, sizeAfter(change).cpuUnits());
    assertEquals("2.00", evidence(change, "running_tasks_at_proposed_size"));
    assertTrue(change.proposal().reasonCodes().contains(ReasonCode.AUTOSCALED_ON_METRIC));
  }

  @Test
  void countsTheTasksThatASmallerSizeWouldRun() {
    // By day 4 tasks at 60 %, by night 2 tasks at 5 %: half the size runs 8 by day, still 2 by
    // night.
    double[] share = new double[24];
    double[] tasks = new double[24];
    Arrays.fill(share, 0.05);
    Arrays.fill(tasks, 2);
    Arrays.fill(share, 9, 13, 0.60);
    Arrays.fill(tasks, 9, 13, 4);
    ServiceBuilder service = service().fargate(4096, 8192).tracks(CPU, 60, 2, 20);
    service.metric(Metric.CPU_SHARE, 32, day -> DayBuilder.hourly(day, share));
    service.metric(Metric.MEMORY_SHARE, 32, day -> DayBuilder.constant(day, 0.10));
    service.metric(Metric.RUNNING_TASKS, 32, day -> DayBuilder.hourly(day, tasks));

    Advice.Change change = change(service);

    double factor = 4096.0 / sizeAfter(change).cpuUnits();
    double night = Math.max(2, Math.ceil(2 * 0.05 * 4096 / (0.60 * sizeAfter(change).cpuUnits())));
    assertEquals(
        String.format(Locale.ROOT, "%.2f", (4 * 4 * factor + 20 * night) / 24),
        evidence(change, "running_tasks_at_proposed_size"));
    assertTrue(change.saving().monthly() > 0);
  }

  @Test
  void respectsTheLargestCount() {
    // Half the size would need 8 tasks by day, but at most 4 may run.
    double[] share = new double[24];
    double[] tasks = new double[24];
    Arrays.fill(share, 0.05);
    Arrays.fill(tasks, 2);
    Arrays.fill(share, 9, 13, 0.60);
    Arrays.fill(tasks, 9, 13, 4);
    ServiceBuilder service = service().fargate(4096, 8192).tracks(CPU, 60, 2, 4);
    service.metric(Metric.CPU_SHARE, 32, day -> DayBuilder.hourly(day, share));
    service.metric(Metric.MEMORY_SHARE, 32, day -> DayBuilder.constant(day, 0.10));
    service.metric(Metric.RUNNING_TASKS, 32, day -> DayBuilder.hourly(day, tasks));

    assertFalse(advise(service) instanceof Advice.Change);
  }

  @Test
  void seesNothingMoreToDoAfterItsOwnAdvice() {
    double[] share = new double[24];
    double[] tasks = new double[24];
    Arrays.fill(share, 0.05);
    Arrays.fill(tasks, 2);
    Arrays.fill(share, 9, 13, 0.60);
    Arrays.fill(tasks, 9, 13, 4);
    ServiceBuilder service = service().fargate(4096, 8192).tracks(CPU, 60, 2, 20);
    service.metric(Metric.CPU_SHARE, 32, day -> DayBuilder.hourly(day, share));
    service.metric(Metric.MEMORY_SHARE, 32, day -> DayBuilder.constant(day, 0.10));
    service.metric(Metric.RUNNING_TASKS, 32, day -> DayBuilder.hourly(day, tasks));

    assertTrue(CONTROL.advise(change(service).after()) instanceof Advice.AsIs);
  }

  @Test
  void doesNotGrowTasksWhoseNumberIsToGrow() {
    // Always at the CPU limit: larger tasks would only be fewer.
    ServiceBuilder service = service().fargate(1024, 2048).tracks(CPU, 70, 2, 10).uses(1.0, 0.50);
    service.metric(Metric.RUNNING_TASKS, 32, day -> DayBuilder.constant(day, 10));

    stays(service, ReasonCode.CENSORED_CPU);
  }

  @Test
  void keepsCpuWhereAPolicyWatchesAnUnknownMetric() {
    Advice.Change change = change(service().fargate(1024, 8192).stepScaled(2, 10).uses(0.10, 0.10));

    assertEquals(1024, sizeAfter(change).cpuUnits());
    assertTrue(sizeAfter(change).memoryMiB() < 8192);
  }

  @Test
  void sizesAServiceScaledOnRequestsAsIfItsCountWereFixed() {
    assertEquals(
        512,
        sizeAfter(
                change(
                    service()
                        .fargate(4096, 16384)
                        .tracks("ALBRequestCountPerTarget", 1000, 1, 10)
                        .uses(0.10, 0.10)))
            .cpuUnits());
  }

  @Test
  void withholdsAdviceWithoutTheNumberOfTasks() {
    isWithheld(
        service().fargate(4096, 16384).tracks(CPU, 70, 2, 10).uses(0.10, 0.10),
        ReasonCode.AUTOSCALED_ON_METRIC);
  }
}
