package ecsadvisor.models.finding;

/** Why a finding is as it is, or why there is none. Stable: users filter on these. */
public enum ReasonCode {
  // Findings, in the spelling that AWS Compute Optimizer made known.
  CPU_OVER_PROVISIONED("CPUOverprovisioned", "more CPU is reserved than used", ""),
  CPU_UNDER_PROVISIONED("CPUUnderprovisioned", "less CPU is reserved than needed", ""),
  MEMORY_OVER_PROVISIONED("MemoryOverprovisioned", "more memory is reserved than used", ""),
  MEMORY_UNDER_PROVISIONED("MemoryUnderprovisioned", "less memory is reserved than needed", ""),
  OOM_SEEN("OOM_SEEN", "a task was killed for lack of memory", ""),
  CENSORED_CPU("CENSORED_CPU", "CPU ran at its limit, so the true need may be higher", ""),
  JVM_HEAP_PINNED("JVM_HEAP_PINNED", "the JVM's heap setting decides the memory", ""),
  AUTOSCALED_ON_METRIC(
      "AUTOSCALED_ON_METRIC",
      "auto scaling follows this metric: size, count and target go together",
      ""),
  NO_INSTANCE_FREED(
      "NO_INSTANCE_FREED", "the smaller reservation frees no container instance by itself", ""),
  // Nothing to do.
  ALREADY_SMALLEST("ALREADY_SMALLEST", "already the smallest size", ""),
  SIZE_UNCHANGED("SIZE_UNCHANGED", "the right size is the size it has", ""),
  SAVING_TOO_SMALL("SAVING_TOO_SMALL", "the saving is not worth a deployment", ""),
  // Advice withheld.
  NO_DATA(
      "NO_DATA",
      "no utilization of this service was found",
      "Export AWS/ECS CPUUtilization and MemoryUtilization of this service."),
  SHORT_HISTORY(
      "SHORT_HISTORY",
      "too few days of utilization",
      "Nothing to do but wait, or export a longer period."),
  LOW_COVERAGE(
      "LOW_COVERAGE",
      "utilization has too many gaps",
      "Export the missing hours; check the metric stream's filter."),
  RECENT_TASKDEF_CHANGE(
      "RECENT_TASKDEF_CHANGE",
      "the task's size changed inside the look-back",
      "Wait until the new size has enough days."),
  CPU_METRIC_MISSING(
      "CPU_METRIC_MISSING", "no CPU series", "Export AWS/ECS CPUUtilization of this service."),
  MEMORY_METRIC_MISSING(
      "MEMORY_METRIC_MISSING",
      "no memory series",
      "Export AWS/ECS MemoryUtilization of this service."),
  TASK_SIZE_UNKNOWN(
      "TASK_SIZE_UNKNOWN",
      "the task definition is not in the inventory",
      "Add aws ecs describe-task-definition of the running revision."),
  INVENTORY_MISSING(
      "INVENTORY_MISSING",
      "the service is not in the inventory",
      "Add aws ecs describe-services of this account and region."),
  SCALING_UNKNOWN(
      "SCALING_UNKNOWN",
      "it is not known whether the service scales by itself",
      "Add aws application-autoscaling describe-scalable-targets and describe-scaling-policies."),
  BACKTEST_FAILED(
      "BACKTEST_FAILED",
      "the proposed size would not have held on the days held out",
      "Nothing to do: the advice returns when it holds."),
  PRICE_UNKNOWN(
      "PRICE_UNKNOWN", "neither bill nor price file has a rate", "Give --bill or --prices."),
  NO_SIZE_FITS("NO_SIZE_FITS", "no size on offer fits the need", "Look at the service by hand."),
  LAUNCH_TYPE_NOT_SIZED("LAUNCH_TYPE_NOT_SIZED", "tasks of this launch type are not sized", ""),
  NOT_IMPLEMENTED("NOT_IMPLEMENTED", "no code judges this yet", ""),
  // Spot.
  NOT_ON_FARGATE("NOT_ON_FARGATE", "runs on no Fargate capacity", ""),
  NOT_ON_EC2("NOT_ON_EC2", "runs on no EC2 capacity", ""),
  ELIGIBLE("ELIGIBLE", "everything known speaks for it", ""),
  ALREADY_ON_SPOT("ALREADY_ON_SPOT", "runs on Spot already", ""),
  DAEMON("DAEMON", "a daemon follows its hosts", ""),
  VETO_WINDOWS("VETO_WINDOWS", "Windows tasks cannot run on Fargate Spot", ""),
  VETO_CRITICAL("VETO_CRITICAL", "tagged critical", ""),
  VETO_SINGLE_TASK("VETO_SINGLE_TASK", "a single task has nothing to take over", ""),
  VETO_HOST_VOLUME("VETO_HOST_VOLUME", "it writes to a directory of its host", ""),
  VETO_EBS_VOLUME("VETO_EBS_VOLUME", "each task has an EBS volume of its own", ""),
  VETO_DEPLOYMENT("VETO_DEPLOYMENT", "its deployment settings let nothing replace a task", ""),
  VETO_TAG("VETO_TAG", "a tag opts it out", ""),
  COVERED_BY_COMMITMENT("COVERED_BY_COMMITMENT", "a commitment that is paid anyway covers it", ""),
  FIX_DEREGISTRATION_DELAY(
      "FIX_DEREGISTRATION_DELAY", "draining takes longer than the two-minute notice", ""),
  FIX_STOP_TIMEOUT(
      "FIX_STOP_TIMEOUT", "the time to stop is too short or longer than the notice", ""),
  FIX_HEALTH_CHECK("FIX_HEALTH_CHECK", "nothing checks whether its tasks are healthy", ""),
  FIX_SINGLE_ZONE("FIX_SINGLE_ZONE", "all of it is in one zone", ""),
  FIX_SPOT_DRAINING("FIX_SPOT_DRAINING", "its instances do not drain at a Spot notice", ""),
  NO_SPARE_TASK("NO_SPARE_TASK", "every task is needed when a Spot pool is taken back", ""),
  CONTINUITY("CONTINUITY", "production keeps tasks that the load alone would not need", ""),
  // Auto scaling.
  LOAD_VARIES("LOAD_VARIES", "the load varies and the number of tasks does not", ""),
  LOAD_STEADY("LOAD_STEADY", "the load is too steady for scaling to pay", ""),
  ALREADY_SCALED("ALREADY_SCALED", "scales by itself", ""),
  POLICY_MISTUNED("POLICY_MISTUNED", "its scaling policy could be set better", ""),
  TOO_FEW_TASKS("TOO_FEW_TASKS", "too few tasks for scaling to pay", ""),
  RAMP_TOO_STEEP("RAMP_TOO_STEEP", "the load jumps faster than tasks can start", ""),
  NOT_PROPORTIONAL("NOT_PROPORTIONAL", "its CPU does not follow its requests", ""),
  // Architecture and idle services.
  ALREADY_ON_ARM("ALREADY_ON_ARM", "runs on ARM already", ""),
  ARM_ELIGIBLE("ARM_ELIGIBLE", "nothing known binds it to x86", ""),
  IMAGE_NOT_MULTI_ARCH(
      "IMAGE_NOT_MULTI_ARCH", "it is not known whether its images exist for ARM", ""),
  IDLE("IDLE", "nothing uses it", ""),
  IN_USE("IN_USE", "it is used", ""),
  ORPHANED("ORPHANED", "nothing refers to it", ""),
  NEEDS_GPU("NEEDS_GPU", "it needs a GPU", ""),
  // Packing.
  HALF_EMPTY("HALF_EMPTY", "the instances have room for fewer", ""),
  EMPTY_INSTANCES("EMPTY_INSTANCES", "instances without tasks", ""),
  INSTANCE_MIX("INSTANCE_MIX", "other instance types fit the tasks better", ""),
  PLACEMENT_SPREAD("PLACEMENT_SPREAD", "tasks are spread where packing would do", ""),
  PACKED("PACKED", "packed as well as it can be", ""),
  MANAGED_INSTANCES("MANAGED_INSTANCES", "AWS chooses these instances", ""),
  // Commitments.
  ON_SPOT("ON_SPOT", "commitments do not cover Spot", ""),
  COVERED("COVERED", "commitments cover it", ""),
  STEADY_ON_DEMAND("STEADY_ON_DEMAND", "a steady part is paid on demand", ""),
  NOT_STEADY("NOT_STEADY", "too little of it is steady", ""),
  EXPIRING("EXPIRING", "a commitment ends within 90 days", ""),
  NO_HOURLY_SPEND(
      "NO_HOURLY_SPEND",
      "the bill does not say what its hours cost",
      "Give --bill with hourly time granularity."),
  NOTHING_TO_COVER("NOTHING_TO_COVER", "no commitment covers what it runs on", ""),
  // Monitoring.
  NO_ALERTS("NO_ALERTS", "no budget with notification or no anomaly monitor watches it", ""),
  WATCHED("WATCHED", "its costs are watched", ""),
  UNTAGGED("UNTAGGED", "its costs carry no tag of an owner", ""),
  WATCHING_UNKNOWN(
      "WATCHING_UNKNOWN",
      "it is not known whether its costs are watched",
      "Add aws budgets describe-budgets and aws ce get-anomaly-monitors of account and payer."),
  // Load balancers.
  NO_LOAD_BALANCER("NO_LOAD_BALANCER", "it has no load balancer", ""),
  MERGEABLE("MERGEABLE", "another load balancer could carry it", ""),
  USED("USED", "its load balancer is used", ""),
  // Images.
  NO_LIFECYCLE_POLICY("NO_LIFECYCLE_POLICY", "nothing removes old images", ""),
  LARGE_IMAGE("LARGE_IMAGE", "its image is large", ""),
  TIDY("TIDY", "its images are in order", ""),
  IMAGE_NOT_IN_ECR(
      "IMAGE_NOT_IN_ECR", "its images come from no repository of Amazon ECR that it pays for", ""),
  // Scheduling.
  IDLE_HOURS("IDLE_HOURS", "it runs in hours in which nothing uses it", ""),
  BUSY_AT_ALL_HOURS("BUSY_AT_ALL_HOURS", "no hours of the week are idle", ""),
  ALREADY_SCHEDULED("ALREADY_SCHEDULED", "it is stopped on a schedule already", ""),
  PRODUCTION_NOT_OPTED_IN(
      "PRODUCTION_NOT_OPTED_IN", "production is stopped only where a tag opts in", ""),
  MONTH_END_BUSY(
      "MONTH_END_BUSY", "it works through month ends, which a weekly schedule would stop", ""),
  REQUESTS_UNKNOWN(
      "REQUESTS_UNKNOWN",
      "it is not known when its load balancer has requests",
      "Export AWS/ApplicationELB RequestCount of its target groups.");

  private final String code;
  private final String meaning;
  private final String unlock;

  ReasonCode(String code, String meaning, String unlock) {
    this.code = code;
    this.meaning = meaning;
    this.unlock = unlock;
  }

  /** The code as the exports print it. */
  public String code() {
    return code;
  }

  /** What it means, as the rest of a sentence. */
  public String meaning() {
    return meaning;
  }

  /** What would settle it; empty where nothing has to. */
  public String unlock() {
    return unlock;
  }
}
