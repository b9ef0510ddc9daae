package ecsadvisor.models.cost;

import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.JvmSettings;
import ecsadvisor.models.fact.OutOfMemoryKill;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.price.TaskSize;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Memory that a task must have whatever its utilization says.
 *
 * <pre>
 * kill: 1.25 x max(highest memory seen, limit that was hit)
 * -Xmx heap:         heap + max(256 MiB, 0.25 heap)
 * MaxRAMPercentage p (25 unless set): min(p L, M) / p,  L = the container's limit now, M = its memory
 * </pre>
 *
 * A heap that is a share of the limit shrinks with it, so the new limit must leave a heap as large
 * as all the memory seen, up to the heap that the present limit allows.
 *
 * @param killMiB from kills for lack of memory; 0 without
 * @param jvmMiB from Java heaps; 0 without
 * @param containersMiB from the limits of the containers; 0 without
 */
record MemoryFloor(double killMiB, double jvmMiB, double containersMiB) {

  /** The highest of them. */
  double memoryMiB() {
    return Math.max(killMiB, Math.max(jvmMiB, containersMiB));
  }

  /** Memory that kills in the window ask of the task. */
  static double afterKills(
      ServiceConfig config,
      Window window,
      TaskDefinition definition,
      TaskSize present,
      double memoryMiB,
      double factor) {
    double floor = 0;
    for (OutOfMemoryKill kill : config.outOfMemoryKills()) {
      if (isIn(window, kill)) {
        int limit = limitMiB(kill, definition, present);
        floor = Math.max(floor, factor * Math.max(limit, memoryMiB));
      }
    }
    return floor;
  }

  /** The limit that was hit: as the kill says, else the container's, else the task's. */
  static int limitMiB(OutOfMemoryKill kill, TaskDefinition definition, TaskSize present) {
    Integer said = kill.limitMiB();
    if (said != null) {
      return said;
    }
    for (Container container : definition.containers()) {
      Integer hard = container.memoryMiB();
      if (container.name().equals(kill.container()) && hard != null) {
        return hard;
      }
    }
    return present.memoryMiB();
  }

  static boolean isIn(Window window, OutOfMemoryKill kill) {
    return kill.stoppedAt() == null
        || window.contains(kill.stoppedAt().atZone(ZoneOffset.UTC).toLocalDate());
  }

  /**
   * Memory that the container's Java heap asks for; 0 without one.
   *
   * @param limitMiB the container's limit now
   * @param memoryMiB its highest memory
   */
  static double ofHeap(
      @Nullable JvmSettings jvm,
      double limitMiB,
      double memoryMiB,
      double nonHeapShare,
      double nonHeapMiB) {
    if (jvm == null) {
      return 0;
    }
    Double heap = jvm.maxHeapMiB();
    if (heap != null) {
      return heap + Math.max(nonHeapMiB, nonHeapShare * heap);
    }
    Double percentage = jvm.maxRamPercentage();
    double share = percentage == null || percentage <= 0 ? 0.25 : Math.min(1, percentage / 100);
    return Math.min(limitMiB, memoryMiB / share);
  }
}
