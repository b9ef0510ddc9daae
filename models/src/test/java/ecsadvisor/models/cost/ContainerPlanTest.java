package ecsadvisor.models.cost;

import static ecsadvisor.models.cost.AdviceAssert.change;
import static ecsadvisor.models.cost.AdviceAssert.definitionAfter;
import static ecsadvisor.models.cost.AdviceAssert.evidence;
import static ecsadvisor.models.cost.AdviceAssert.sizeAfter;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.ContainerProposal;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.fixture.DayBuilder;
import ecsadvisor.models.fixture.ServiceBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ContainerPlanTest {
  @Test
  void sharesTheTaskByWhatEachContainerNeeds() {
    ServiceBuilder service =
        service()
            .fargate(2048, 8192)
            .container("app", 1792, 6144, null)
            .container("proxy", 256, 2048, null)
            .uses(0.20, 0.25);
    service.metric(Metric.CPU_UNITS, "app", 32, day -> DayBuilder.constant(day, 300));
    service.metric(Metric.CPU_UNITS, "proxy", 32, day -> DayBuilder.constant(day, 100));
    service.metric(Metric.MEMORY_MIB, "app", 32, day -> DayBuilder.constant(day, 1536));
    service.metric(Metric.MEMORY_MIB, "proxy", 32, day -> DayBuilder.constant(day, 512));

    Advice.Change change = change(service);

    int memory = sizeAfter(change).memoryMiB();
    int cpu = sizeAfter(change).cpuUnits();
    assertEquals(
        List.of(
            new ContainerProposal("app", cpu * 3 / 4, memory * 3 / 4, null),
            new ContainerProposal("proxy", cpu / 4, memory / 4, null)),
        change.proposal().containers());
  }

  @Test
  void keepsLimitsOfContainersThatNobodyMeasures() {
    // Their limits add up to 6 GB, so the task keeps that, whatever it uses.
    Advice.Change change =
        change(
            service()
                .fargate(4096, 8192)
                .container("app", 0, 4096, null)
                .container("proxy", 0, 2048, null)
                .uses(0.05, 0.10));

    assertEquals(6144, sizeAfter(change).memoryMiB());
    assertEquals(List.of(), change.proposal().containers());
    assertEquals("6144", evidence(change, "containers_floor_mib"));
  }

  @Test
  void letsASingleContainerFollowTheTask() {
    Advice.Change change =
        change(service().fargate(2048, 8192).container("app", 2048, 8192, 4096).uses(0.1, 0.1));

    Container container = definitionAfter(change).containers().get(0);
    assertEquals(sizeAfter(change).memoryMiB(), container.memoryMiB());
    assertEquals(sizeAfter(change).cpuUnits(), container.cpuUnits());
  }

  @Test
  void proposesNoLimitsWhereTheDefinitionSetsNone() {
    assertEquals(
        List.of(), change(service().fargate(4096, 16384).uses(0.1, 0.1)).proposal().containers());
  }

  @Test
  void sizesTasksOnEc2WithoutRoundingToFargate() {
    // 0.1 of 2048 units and of 6000 MiB reserved.
    Advice.Change change =
        change(service().ec2().container("app", 2048, 8000, 6000).tasks(4).uses(0.10, 0.10));

    Container container = definitionAfter(change).containers().get(0);
    int reserved = Objects.requireNonNull(container.memoryReservationMiB());
    assertTrue(reserved >= 630 && reserved < 2000, container.toString());
    assertTrue(container.cpuUnits() >= 205 && container.cpuUnits() < 1024, container.toString());
    assertEquals(8000, container.memoryMiB());
    assertEquals(0, change.saving().monthly());
    assertTrue(change.proposal().reasonCodes().contains(ReasonCode.NO_INSTANCE_FREED));
    assertEquals(
        String.format(
            Locale.ROOT,
            "%.2f vCPU / %d MiB",
            4 * (2048 - container.cpuUnits()) / 1024.0,
            4 * (6000 - reserved)),
        evidence(change, "capacity_freed"));
  }

  @Test
  void raisesAHardLimitWithItsSoftOne() {
    Advice.Change change =
        change(service().ec2().container("app", 1024, 1024, 512).uses(0.10, 1.9));

    Container container = definitionAfter(change).containers().get(0);
    assertTrue(Objects.requireNonNull(container.memoryReservationMiB()) >= 1.05 * 1.9 * 512);
    assertTrue(
        Objects.requireNonNull(container.memoryMiB())
            >= Objects.requireNonNull(container.memoryReservationMiB()));
  }

  @Test
  void reservesCpuForTasksThatOnlyBorrowIt() {
    ServiceBuilder service = service().ec2().container("app", 0, 4096, null).tasks(2);
    service.metric(Metric.CPU_UNITS, 32, day -> DayBuilder.constant(day, 1500));
    service.metric(Metric.MEMORY_SHARE, 32, day -> DayBuilder.constant(day, 0.8));

    Advice.Change change = change(service);

    assertTrue(definitionAfter(change).containers().get(0).cpuUnits() >= 1500);
    assertEquals("Underprovisioned", change.proposal().finding());
    assertTrue(change.proposal().reasonCodes().contains(ReasonCode.CPU_UNDER_PROVISIONED));
    assertTrue(AdviceAssert.CONTROL.advise(change.after()) instanceof Advice.AsIs);
  }

  @Test
  void doesNotGuessTheCpuOfTasksThatOnlyBorrowIt() {
    AdviceAssert.isWithheld(
        service().ec2().container("app", 0, 4096, null).uses(0.5, 0.5),
        ReasonCode.TASK_SIZE_UNKNOWN);
  }

  @Test
  void saysThatADaemonRunsOnEveryInstance() {
    assertEquals(
        "DAEMON: one task on every instance",
        evidence(
            change(service().ec2().daemon().container("agent", 1024, 4096, null).uses(0.1, 0.1)),
            "scheduling"));
  }
}
