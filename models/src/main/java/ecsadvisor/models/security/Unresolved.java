package ecsadvisor.models.security;

import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckResult.Basis;
import java.util.ArrayList;
import java.util.List;

/** Answers where a description leaves open what a check needs. */
public final class Unresolved {
  private Unresolved() {}

  /** Whether a text has a part that nobody filled in. */
  public static boolean in(String text) {
    return text.contains("${") || text.contains("{{");
  }

  /** The fields of a revision that are open, named so that a person finds them. */
  public static CheckResult of(TaskSecurity task, List<String> fields) {
    List<Evidence> because = new ArrayList<>();
    fields.forEach(field -> because.add(new Evidence("unresolved", field)));
    if (task.placeholders() > 0) {
      because.add(new Evidence("placeholders", Integer.toString(task.placeholders())));
    }
    return answer(
        "ecs-task-definition",
        "Add aws ecs describe-task-definition of " + task.name() + " as it is registered.",
        because);
  }

  /** A field of the service that is open. */
  public static CheckResult ofService(String field) {
    return answer(
        "ecs-service",
        "Add aws ecs describe-services --include TAGS of the service as it is.",
        List.of(new Evidence("unresolved", field)));
  }

  private static CheckResult answer(String input, String remedy, List<Evidence> because) {
    return new CheckResult(
        Verdict.NO_DATA,
        Basis.CONFIG,
        false,
        List.of(CheckReason.UNRESOLVED_REFERENCE),
        because,
        List.of(new Missing(input, remedy)));
  }
}
