package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Unresolved;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The answer for a revision from its containers': FAIL where one has the fault, else NO_DATA where
 * one leaves it open, else PASS. Every container counts, sidecars and short-lived ones too.
 */
final class Containers {
  private Containers() {}

  /** Of what containers should not have: the values that should not be there. */
  static CheckResult without(
      TaskSecurity task,
      CheckReason reason,
      String field,
      Function<ContainerSecurity, List<String>> wrong) {
    return judge(task, reason, field, wrong, container -> container.open().touch(field));
  }

  /** Of what every container should have. */
  static CheckResult with(
      TaskSecurity task, CheckReason reason, String field, Predicate<ContainerSecurity> has) {
    return judge(
        task,
        reason,
        field,
        container ->
            has.test(container) || container.open().touch(field) ? List.of() : List.of("not set"),
        container -> !has.test(container) && container.open().touch(field));
  }

  /**
   * The answer.
   *
   * @param field the field's path; its last part names the evidence
   * @param wrong what is wrong with a container; empty where nothing is or nothing can be told
   * @param open whether something may be wrong that cannot be told
   */
  static CheckResult judge(
      TaskSecurity task,
      CheckReason reason,
      String field,
      Function<ContainerSecurity, List<String>> wrong,
      Predicate<ContainerSecurity> open) {
    List<Evidence> faults = new ArrayList<>();
    List<String> unresolved = new ArrayList<>();
    String name = field.substring(field.lastIndexOf('.') + 1);
    for (ContainerSecurity container : task.containers()) {
      List<String> values = wrong.apply(container);
      if (!values.isEmpty()) {
        faults.add(new Evidence("container", container.name()));
        values.forEach(value -> faults.add(new Evidence(container.name() + "." + name, value)));
      } else if (open.test(container)) {
        unresolved.add(container.name() + "." + field);
      }
    }
    if (!faults.isEmpty()) {
      return CheckResult.of(Verdict.FAIL, List.of(reason), faults);
    }
    return unresolved.isEmpty() ? CheckResult.pass() : Unresolved.of(task, unresolved);
  }
}
