package ecsadvisor.jobs.generate.organisation;

import java.util.List;

/**
 * Where the tasks of a pool go: to the emptiest instance under spread, to the first that fits under
 * binpack.
 */
final class Placement {
  private final Pool pool;
  private final int[] cpuFree;
  private final int[] memoryFree;

  Placement(Pool pool) {
    this.pool = pool;
    this.cpuFree = new int[pool.instances()];
    this.memoryFree = new int[pool.instances()];
    InstanceType type = InstanceType.of(pool.instanceType());
    for (int slot = 0; slot < pool.instances(); slot++) {
      cpuFree[slot] = type.vcpus() * 1024;
      memoryFree[slot] = type.registeredMemoryMiB();
    }
  }

  /** Instances that first-fit placement of these services' tasks needs. */
  static int instancesNeeded(Pool pool, List<Service> services) {
    Placement placement = new Placement(pool);
    int needed = 1;
    for (Service service : services) {
      for (int task = 0; task < service.tasks(); task++) {
        needed = Math.max(needed, placement.place(service) + 1);
      }
    }
    return needed;
  }

  /** Places a task and tells on which instance. */
  int place(Service service) {
    int best = -1;
    for (int slot = 0; slot < pool.instances(); slot++) {
      if (cpuFree[slot] < service.cpuUnits() || memoryFree[slot] < service.memoryMiB()) {
        continue;
      }
      if (pool.placement().equals("binpack")) {
        best = slot;
        break;
      }
      if (best < 0 || cpuFree[slot] > cpuFree[best]) {
        best = slot;
      }
    }
    if (best < 0) {
      throw new IllegalStateException(
          "Pool " + pool.name() + " has no room for a task of " + service.name());
    }
    return placeOn(best, service);
  }

  /** Places a task of a daemon on an instance. */
  int placeOn(int slot, Service service) {
    cpuFree[slot] -= service.cpuUnits();
    memoryFree[slot] -= service.memoryMiB();
    return slot;
  }
}
