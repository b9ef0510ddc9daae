package ecsadvisor.models.cost;

import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.price.TaskSize;
import org.jspecify.annotations.Nullable;

/**
 * What a task of a definition reserves, which is what its utilization shares are relative to: the
 * task-level size, else the sum over its containers, with the soft memory limit before the hard
 * one.
 */
final class TaskReservation {
  private TaskReservation() {}

  /**
   * The size, or null where the definition reserves no memory. CPU is 0 where neither the task nor
   * a container reserves any, which only EC2 allows.
   */
  static @Nullable TaskSize of(TaskDefinition definition) {
    int cpuUnits = 0;
    int memoryMiB = 0;
    for (Container container : definition.containers()) {
      cpuUnits += container.cpuUnits();
      memoryMiB += memoryMiB(container);
    }
    Integer taskCpu = definition.cpuUnits();
    Integer taskMemory = definition.memoryMiB();
    cpuUnits = taskCpu == null ? cpuUnits : taskCpu;
    memoryMiB = taskMemory == null ? memoryMiB : taskMemory;
    return memoryMiB <= 0 ? null : new TaskSize(cpuUnits, memoryMiB);
  }

  /** Memory that a container reserves: its soft limit, else its hard one, else 0. */
  static int memoryMiB(Container container) {
    Integer soft = container.memoryReservationMiB();
    if (soft != null) {
      return soft;
    }
    Integer hard = container.memoryMiB();
    return hard == null ? 0 : hard;
  }
}
