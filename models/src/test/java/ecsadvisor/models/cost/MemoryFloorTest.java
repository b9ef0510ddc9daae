package ecsadvisor.models.cost;

import static ecsadvisor.models.cost.AdviceAssert.change;
import static ecsadvisor.models.cost.AdviceAssert.sizeAfter;
import static ecsadvisor.models.cost.AdviceAssert.stays;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.JvmSettings;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.ReasonCode;
import org.junit.jupiter.api.Test;

class MemoryFloorTest {
  @Test
  void addsNonHeapMemoryToAFixedHeap() {
    assertEquals(4096 + 1024, heap(new JvmSettings(4096.0, null), 8192, 1000));
    assertEquals(512 + 256, heap(new JvmSettings(512.0, null), 8192, 100));
  }

  @Test
  void leavesARelativeHeapAllTheMemorySeen() {
    // Seen 1500 of a 4096 MiB limit: 75 % of the new limit must be 1500.
    assertEquals(2000, heap(new JvmSettings(null, 75.0), 4096, 1500));
  }

  @Test
  void neverAsksARelativeHeapForMoreThanItsPresentLimit() {
    assertEquals(4096, heap(new JvmSettings(null, 75.0), 4096, 3900));
  }

  @Test
  void takesAQuarterOfTheLimitAsHeapUnlessSaid() {
    assertEquals(1600, heap(new JvmSettings(null, null), 4096, 400));
  }

  @Test
  void asksNothingWithoutAJavaHeap() {
    assertEquals(0, MemoryFloor.ofHeap(null, 4096, 1000, 0.25, 256));
  }

  @Test
  void keepsMemoryForAPinnedHeap() {
    // Uses 1.2 of 8 GB, but may fill a heap of 6 GB.
    stays(
        service().fargate(1024, 8192).java(6144.0, null).uses(0.8, 0.15),
        ReasonCode.JVM_HEAP_PINNED);
  }

  @Test
  void shrinksCpuAboveAPinnedHeap() {
    Advice.Change change = change(service().fargate(4096, 8192).java(6144.0, null).uses(0.2, 0.15));

    assertEquals(1024, sizeAfter(change).cpuUnits());
    assertEquals(8192, sizeAfter(change).memoryMiB());
    assertTrue(change.proposal().reasonCodes().contains(ReasonCode.JVM_HEAP_PINNED));
  }

  @Test
  void growsMemoryAfterAKill() {
    // Telemetry's minute averages say 80 %, yet the limit of 2048 MiB was hit: 2560 MiB at least.
    Advice.Change change = change(service().fargate(1024, 2048).killed(2048).uses(0.5, 0.8));

    assertTrue(sizeAfter(change).memoryMiB() >= 3072);
    assertEquals(ReasonCode.OOM_SEEN, change.proposal().reasonCodes().get(0));
  }

  @Test
  void staysSilentWhereTheLimitThatWasHitIsLongGone() {
    stays(service().fargate(1024, 4096).killed(1024).uses(0.8, 0.4), ReasonCode.SIZE_UNCHANGED);
  }

  @Test
  void takesTheTaskSizeWhereAKillDoesNotSayItsLimit() {
    assertTrue(
        sizeAfter(change(service().fargate(1024, 2048).killed(null).uses(0.5, 0.5))).memoryMiB()
            >= 2560);
  }

  private static double heap(JvmSettings jvm, double limit, double seen) {
    return MemoryFloor.ofHeap(jvm, limit, seen, 0.25, 256);
  }
}
