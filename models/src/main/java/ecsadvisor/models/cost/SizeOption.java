package ecsadvisor.models.cost;

import ecsadvisor.models.price.TaskSize;

/**
 * A size that a service could have, with what it would cost and what it would need to hold.
 *
 * @param size the task's size
 * @param monthlyCost cost of all tasks of the service for a month
 * @param need what a task needs at this size
 * @param memoryFloorMiB memory that the task must have whatever the rule says: heaps, kills,
 *     container limits; 0 without
 * @param cpuFloorUnits CPU units that the task must have likewise; 0 without
 * @param possible whether the service can run at this size at all
 */
record SizeOption(
    TaskSize size,
    double monthlyCost,
    SizeNeed need,
    double memoryFloorMiB,
    int cpuFloorUnits,
    boolean possible) {

  /** Whether the size would have held the history, with that margin on memory. */
  boolean holds(double memoryFloorFactor) {
    return possible
        && size.vcpu() >= need.vcpuFloor()
        && size.cpuUnits() >= cpuFloorUnits
        && size.memoryMiB() >= memoryFloorFactor * need.memoryMiB()
        && size.memoryMiB() >= memoryFloorMiB;
  }
}
