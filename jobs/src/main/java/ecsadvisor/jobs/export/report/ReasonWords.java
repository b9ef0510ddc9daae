package ecsadvisor.jobs.export.report;

import ecsadvisor.models.finding.ReasonCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Says reason codes in words.
 *
 * @param code the code as the tables print it
 * @param meaning what it means
 * @param unlock what would settle it; empty where nothing has to
 */
public record ReasonWords(String code, String meaning, String unlock) {

  /** The words of a cell of codes, in the cell's order. */
  static List<ReasonWords> of(String codes) {
    List<ReasonWords> words = new ArrayList<>();
    for (String code : codes.split("[;,| ]+", -1)) {
      if (!code.isBlank()) {
        words.add(ofCode(code));
      }
    }
    return words;
  }

  private static ReasonWords ofCode(String code) {
    for (ReasonCode reason : ReasonCode.values()) {
      if (reason.code().equals(code)) {
        return words(reason);
      }
    }
    return new ReasonWords(code, "", "");
  }

  private static ReasonWords words(ReasonCode reason) {
    return switch (reason) {
      case CPU_OVER_PROVISIONED -> says(reason, "more CPU is reserved than used", "");
      case CPU_UNDER_PROVISIONED -> says(reason, "less CPU is reserved than needed", "");
      case MEMORY_OVER_PROVISIONED -> says(reason, "more memory is reserved than used", "");
      case MEMORY_UNDER_PROVISIONED -> says(reason, "less memory is reserved than needed", "");
      case OOM_SEEN -> says(reason, "a task was killed for lack of memory", "");
      case CENSORED_CPU -> says(reason, "CPU ran at its limit, so the true need may be higher", "");
      case JVM_HEAP_PINNED -> says(reason, "the JVM's heap setting decides the memory", "");
      case AUTOSCALED_ON_METRIC ->
          says(reason, "auto scaling follows this metric: size, count and target go together", "");
      case NO_INSTANCE_FREED ->
          says(reason, "the smaller reservation frees no container instance by itself", "");
      case ALREADY_SMALLEST -> says(reason, "already the smallest size", "");
      case SIZE_UNCHANGED -> says(reason, "the right size is the size it has", "");
      case SAVING_TOO_SMALL -> says(reason, "the saving is not worth a deployment", "");
      case NO_DATA ->
          says(
              reason,
              "no utilization of this service was found",
              "Export AWS/ECS CPUUtilization and MemoryUtilization of this service.");
      case SHORT_HISTORY ->
          says(
              reason,
              "too few days of utilization",
              "Nothing to do but wait, or export a longer period.");
      case LOW_COVERAGE ->
          says(
              reason,
              "utilization has too many gaps",
              "Export the missing hours; check the metric stream's filter.");
      case RECENT_TASKDEF_CHANGE ->
          says(
              reason,
              "the task's size changed inside the look-back",
              "Wait until the new size has enough days.");
      case CPU_METRIC_MISSING ->
          says(reason, "no CPU series", "Export AWS/ECS CPUUtilization of this service.");
      case MEMORY_METRIC_MISSING ->
          says(reason, "no memory series", "Export AWS/ECS MemoryUtilization of this service.");
      case TASK_SIZE_UNKNOWN ->
          says(
              reason,
              "the task definition is not in the inventory",
              "Add aws ecs describe-task-definition of the running revision.");
      case INVENTORY_MISSING ->
          says(
              reason,
              "the service is not in the inventory",
              "Add aws ecs describe-services of this account and region.");
      case SCALING_UNKNOWN ->
          says(
              reason,
              "it is not known whether the service scales by itself",
              "Add aws application-autoscaling describe-scalable-targets and"
                  + " describe-scaling-policies.");
      case BACKTEST_FAILED ->
          says(
              reason,
              "the proposed size would not have held on the days held out",
              "Nothing to do: the advice returns when it holds.");
      case PRICE_UNKNOWN ->
          says(reason, "neither bill nor price file has a rate", "Give --bill or --prices.");
      case NO_SIZE_FITS ->
          says(reason, "no size on offer fits the need", "Look at the service by hand.");
      case LAUNCH_TYPE_NOT_SIZED -> says(reason, "tasks of this launch type are not sized", "");
      case NOT_IMPLEMENTED -> says(reason, "no code judges this yet", "");
    };
  }

  private static ReasonWords says(ReasonCode reason, String meaning, String unlock) {
    return new ReasonWords(reason.code(), meaning, unlock);
  }
}
