package ecsadvisor.models.cost;

import ecsadvisor.models.price.TaskSize;

/** How many tasks would run at another size, and how much each of them would have to do. */
interface SizeModel {
  /** Mean number of running tasks at that size. */
  double tasks(TaskSize size);

  /** CPU of the day's hottest task at that size over what it was. */
  double cpuFactor(SizedDay day, TaskSize size);

  /** Memory of the day's hottest task likewise. */
  double memoryFactor(SizedDay day, TaskSize size);

  /** Whether the service can run at that size. */
  boolean isPossible(TaskSize size);
}
