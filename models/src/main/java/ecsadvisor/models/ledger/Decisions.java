package ecsadvisor.models.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which line of a decisions file holds for a recommendation: the one decided last, of several of a
 * day the last in the file. What silences advice needs an author and a reason, and a snooze its
 * end; a line without is not heeded, and said to be so. Lines decided later than some days after
 * the run's last day are not heeded yet, so that an old week can be run again.
 */
public final class Decisions {
  private Decisions() {}

  /** A line that is not heeded, and why. */
  public record Problem(Decision decision, String why) {}

  /**
   * The decision that holds, by recommendation.
   *
   * @param decisions in the order of the file
   * @param through last day of decisions that are heeded
   */
  static Map<String, Decision> heeded(Collection<Decision> decisions, LocalDate through) {
    Map<String, Decision> heeded = new HashMap<>();
    for (Decision decision : decisions) {
      if (mistake(decision) != null || decision.decidedOn().isAfter(through)) {
        continue;
      }
      heeded.merge(
          decision.recommendationId(),
          decision,
          (left, right) -> right.decidedOn().isBefore(left.decidedOn()) ? left : right);
    }
    return heeded;
  }

  /**
   * The lines that are not heeded in a run, in the order of the file.
   *
   * @param known ids of all entries of the run
   */
  public static List<Problem> problems(
      Collection<Decision> decisions, Set<String> known, LocalDate asOf, Lifecycle.Settings rules) {
    List<Problem> problems = new ArrayList<>();
    for (Decision decision : decisions) {
      String why = mistake(decision);
      if (why == null && decision.decidedOn().isAfter(asOf.plusDays(rules.decisionLagDays()))) {
        why = "decided after the days that this run looks at";
      }
      if (why == null && !known.contains(decision.recommendationId())) {
        why = "no recommendation has this id";
      }
      if (why != null) {
        problems.add(new Problem(decision, why));
      }
    }
    return List.copyOf(problems);
  }

  private static @Nullable String mistake(Decision decision) {
    if (decision.kind() == DecisionKind.IN_PROGRESS) {
      return null;
    }
    if (decision.author().isBlank()) {
      return "no author";
    }
    if (decision.reason().isBlank()) {
      return "no reason";
    }
    boolean endless = decision.kind() == DecisionKind.SNOOZED && decision.until() == null;
    return endless ? "snoozed without an end" : null;
  }
}
