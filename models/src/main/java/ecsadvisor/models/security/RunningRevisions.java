package ecsadvisor.models.security;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.ServiceSecurity;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The answer for a service from the answers for the revisions that it runs: the worst counts. What
 * the newest revision would say changes nothing until the service runs it.
 */
final class RunningRevisions {
  private static final String DEFINITION = "ecs-task-definition";

  private RunningRevisions() {}

  static CheckResult judge(TaskCheck check, SecurityFacts service) {
    ServiceSecurity security = service.security();
    CheckResult stale = Freshness.staleService(service);
    if (stale != null) {
      return stale;
    }
    List<CheckResult> answers = new ArrayList<>();
    for (TaskSecurity task : security.tasks()) {
      answers.add(answer(check, task, service));
    }
    if (!security.missingRevisions().isEmpty() || answers.isEmpty()) {
      answers.add(missing(security));
    }
    CheckResult worst = worst(answers);
    if (answers.stream().map(CheckResult::verdict).distinct().count() > 1) {
      worst = worst.because(CheckReason.MIXED_REVISIONS);
    }
    TaskSecurity newest = security.newest();
    if (worst.verdict() == Verdict.FAIL
        && newest != null
        && passes(answer(check, newest, service))) {
      return worst
          .because(CheckReason.FIX_NOT_DEPLOYED)
          .with(List.of(new Evidence("newest_revision", newest.name())));
    }
    return worst;
  }

  private static boolean passes(CheckResult answer) {
    return answer.verdict() == Verdict.PASS || answer.verdict() == Verdict.NOT_APPLICABLE;
  }

  private static CheckResult answer(TaskCheck check, TaskSecurity task, SecurityFacts service) {
    Evidence revision = new Evidence("task_definition", task.name());
    if (task.containers().isEmpty()) {
      return undescribed(task, revision);
    }
    CheckResult answer = check.judge(task, service);
    if (passes(answer) && task.open().paths().contains("containerDefinitions")) {
      return undescribed(task, revision);
    }
    List<Evidence> because = new ArrayList<>();
    because.add(revision);
    because.addAll(answer.because());
    return new CheckResult(
        answer.verdict(),
        answer.basis(),
        answer.suppressed(),
        answer.reasons(),
        because,
        answer.missing());
  }

  /** A description that lacks its containers, or some of them. */
  private static CheckResult undescribed(TaskSecurity task, Evidence revision) {
    return CheckResult.noData(
        CheckReason.DESCRIBE_FAILED,
        DEFINITION,
        "Add aws ecs describe-task-definition --include TAGS of " + task.name() + ".",
        revision,
        new Evidence("containers", Integer.toString(task.containers().size())),
        new Evidence("placeholders", Integer.toString(task.placeholders())));
  }

  private static CheckResult missing(ServiceSecurity security) {
    String names =
        security.missingRevisions().stream()
            .map(arn -> arn.substring(arn.lastIndexOf('/') + 1))
            .sorted()
            .collect(Collectors.joining(", "));
    return CheckResult.noData(
        CheckReason.MISSING_EXPORT,
        DEFINITION,
        "Add aws ecs describe-task-definition --include TAGS of "
            + (names.isEmpty() ? "the running revision" : names)
            + ".");
  }

  /** The worst answer, with what is missing for the others. */
  private static CheckResult worst(List<CheckResult> answers) {
    CheckResult worst = answers.get(0);
    List<Missing> missing = new ArrayList<>();
    for (CheckResult answer : answers) {
      answer.missing().stream().filter(one -> !missing.contains(one)).forEach(missing::add);
      if (severity(answer.verdict()) > severity(worst.verdict())) {
        worst = answer;
      }
    }
    return new CheckResult(
        worst.verdict(),
        worst.basis(),
        worst.suppressed(),
        worst.reasons(),
        worst.because(),
        missing);
  }

  /** FAIL before NO_DATA before PASS before NOT_APPLICABLE. */
  private static int severity(Verdict verdict) {
    return switch (verdict) {
      case FAIL -> 3;
      case NO_DATA -> 2;
      case PASS -> 1;
      case NOT_APPLICABLE -> 0;
    };
  }
}
