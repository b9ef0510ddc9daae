package ecsadvisor.models.security.remedy;

import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.SecurityStep.EditService;
import ecsadvisor.models.finding.SecurityStep.EditTask;
import ecsadvisor.models.finding.ServiceEdit;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.finding.TaskEdit;
import ecsadvisor.models.security.CheckResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A check that fails for a service, and fixes of the usual kinds for it.
 *
 * @param facts the service
 * @param result the answer
 */
record FailedCheck(SecurityFacts facts, CheckResult result) {
  /** The revision that the primary deployment runs, or null where it cannot be read. */
  @Nullable TaskSecurity task() {
    List<TaskSecurity> tasks = facts.security().tasks();
    return tasks.isEmpty() ? null : tasks.get(0);
  }

  /** The values of the evidence under some names, each once. */
  List<String> named(String... names) {
    List<String> accepted = Arrays.asList(names);
    return result.because().stream()
        .filter(evidence -> accepted.contains(evidence.name()))
        .map(Evidence::value)
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  /** The evidence as people read it: {@code name=value}. */
  List<String> evidence() {
    return result.because().stream().map(one -> one.name() + "=" + one.value()).toList();
  }

  /** A fix of the service itself. */
  List<Fix> onService(Step step) {
    return List.of(new Fix(FixTarget.service(facts), step));
  }

  List<Fix> onService(ServiceEdit... edits) {
    return onService(new EditService(Arrays.asList(edits)));
  }

  /** An edit of the running revision; no fix where there is nothing to edit. */
  List<Fix> onTask(Function<TaskSecurity, List<TaskEdit>> edits) {
    TaskSecurity task = task();
    List<TaskEdit> all = task == null ? List.of() : edits.apply(task);
    return task == null || all.isEmpty() ? List.of() : onService(new EditTask(task.arn(), all));
  }

  /** The same from each container's edits. */
  List<Fix> onContainers(Function<ContainerSecurity, List<TaskEdit>> edits) {
    return onTask(
        task -> {
          List<TaskEdit> all = new ArrayList<>();
          task.containers().forEach(container -> all.addAll(edits.apply(container)));
          return all;
        });
  }

  /** A fix of each of several shared things. */
  List<Fix> onEach(String type, List<String> resources, Function<String, Step> step) {
    return resources.stream()
        .map(one -> new Fix(FixTarget.regional(facts, type, one), step.apply(one)))
        .toList();
  }

  /** The same where people name the thing if the evidence does not. */
  List<Fix> onEachOrAsked(String type, List<String> resources, Function<String, Step> step) {
    return onEach(type, resources.isEmpty() ? List.of("") : resources, step);
  }
}
