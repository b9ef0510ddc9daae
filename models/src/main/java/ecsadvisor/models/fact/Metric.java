package ecsadvisor.models.fact;

/** What a utilization series measures, after its form has been read. */
public enum Metric {
  /** CPU used by the service's tasks over CPU reserved by them, 1.0 = all of it. */
  CPU_SHARE,
  /** Memory used over memory reserved, 1.0 = all of it. */
  MEMORY_SHARE,
  /** CPU units used by one task or container (1024 = one vCPU). */
  CPU_UNITS,
  /** MiB of memory used by one task or container. */
  MEMORY_MIB,
  /** Tasks in state RUNNING. */
  RUNNING_TASKS
}
