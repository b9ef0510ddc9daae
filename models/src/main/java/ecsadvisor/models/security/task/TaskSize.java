package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Unresolved;
import java.util.List;
import java.util.function.Supplier;

/** What is set for the task as a whole holds for its containers where the platform enforces it. */
final class TaskSize {
  private TaskSize() {}

  /**
   * The answer.
   *
   * @param field cpu or memory
   * @param set whether the task has it
   * @param containers the answer that the containers give by themselves
   */
  static CheckResult judge(
      TaskSecurity task,
      SecurityFacts service,
      String field,
      boolean set,
      Supplier<CheckResult> containers) {
    CheckResult each = containers.get();
    if (each.verdict() == Verdict.PASS) {
      return each;
    }
    CheckResult enforced = enforced(task, field, set, each);
    return Launch.onFargate(service)
        ? enforced
        : OperatingSystem.judge(task, service, () -> enforced, () -> each);
  }

  private static CheckResult enforced(
      TaskSecurity task, String field, boolean set, CheckResult each) {
    if (set) {
      return CheckResult.pass(new Evidence("task." + field, "set"));
    }
    return task.open().touch(field) ? Unresolved.of(task, List.of(field)) : each;
  }
}
