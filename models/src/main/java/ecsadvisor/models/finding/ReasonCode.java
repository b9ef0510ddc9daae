package ecsadvisor.models.finding;

/** Why a finding is as it is, or why there is none. Stable: users filter on these. */
public enum ReasonCode {
  // Findings, in the spelling that AWS Compute Optimizer made known.
  CPU_OVER_PROVISIONED("CPUOverprovisioned"),
  CPU_UNDER_PROVISIONED("CPUUnderprovisioned"),
  MEMORY_OVER_PROVISIONED("MemoryOverprovisioned"),
  MEMORY_UNDER_PROVISIONED("MemoryUnderprovisioned"),
  OOM_SEEN("OOM_SEEN"),
  CENSORED_CPU("CENSORED_CPU"),
  JVM_HEAP_PINNED("JVM_HEAP_PINNED"),
  AUTOSCALED_ON_METRIC("AUTOSCALED_ON_METRIC"),
  NO_INSTANCE_FREED("NO_INSTANCE_FREED"),
  // Nothing to do.
  ALREADY_SMALLEST("ALREADY_SMALLEST"),
  SIZE_UNCHANGED("SIZE_UNCHANGED"),
  SAVING_TOO_SMALL("SAVING_TOO_SMALL"),
  // Advice withheld.
  NO_DATA("NO_DATA"),
  SHORT_HISTORY("SHORT_HISTORY"),
  LOW_COVERAGE("LOW_COVERAGE"),
  RECENT_TASKDEF_CHANGE("RECENT_TASKDEF_CHANGE"),
  CPU_METRIC_MISSING("CPU_METRIC_MISSING"),
  MEMORY_METRIC_MISSING("MEMORY_METRIC_MISSING"),
  TASK_SIZE_UNKNOWN("TASK_SIZE_UNKNOWN"),
  INVENTORY_MISSING("INVENTORY_MISSING"),
  SCALING_UNKNOWN("SCALING_UNKNOWN"),
  BACKTEST_FAILED("BACKTEST_FAILED"),
  PRICE_UNKNOWN("PRICE_UNKNOWN"),
  NO_SIZE_FITS("NO_SIZE_FITS"),
  LAUNCH_TYPE_NOT_SIZED("LAUNCH_TYPE_NOT_SIZED"),
  NOT_IMPLEMENTED("NOT_IMPLEMENTED");

  private final String code;

  ReasonCode(String code) {
    this.code = code;
  }

  /** The code as the exports print it. */
  public String code() {
    return code;
  }
}
