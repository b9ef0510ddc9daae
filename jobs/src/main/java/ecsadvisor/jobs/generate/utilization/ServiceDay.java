package ecsadvisor.jobs.generate.utilization;

import ecsadvisor.jobs.generate.organisation.DayLoad;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Service;

/**
 * A service's two metrics over one day, as CloudWatch's namespace AWS/ECS has them: the average
 * over the tasks, the hottest task, and the number of samples.
 */
final class ServiceDay {
  /** The metrics, in the order of the indexes. */
  static final String[] METRICS = {"CPUUtilization", "MemoryUtilization"};

  private final Service service;
  private final DayLoad load;

  ServiceDay(Organisation organisation, Service service, int dayIndex) {
    this.service = service;
    this.load = DayLoad.of(service, organisation.timeline(), organisation.seed(), dayIndex);
  }

  /** Whether a task runs in the slot, so that there is a datapoint. */
  boolean has(int slot) {
    return load.count(slot) > 0;
  }

  /** Tasks running in the slot. */
  int count(int slot) {
    return load.count(slot);
  }

  /** Average over the tasks, percent. */
  double average(int metric, int slot) {
    double share = metric == 0 ? load.cpu(slot) : load.memory(slot);
    return Percent.of(share * service.meanSlotFactor(load.count(slot)));
  }

  /** The hottest task, percent. */
  double maximum(int metric, int slot) {
    double share = metric == 0 ? load.cpuHottest(slot) : load.memoryHottest(slot);
    return Math.max(Percent.of(share), average(metric, slot));
  }

  /** The coolest task, percent: as far below the average as the hottest slot is above it. */
  double minimum(int metric, int slot) {
    double share = metric == 0 ? load.cpu(slot) : load.memory(slot);
    double factor = load.count(slot) < 2 ? service.slotFactor(0) : service.slotFactor(1);
    return Math.min(Percent.of(share * factor), average(metric, slot));
  }
}
