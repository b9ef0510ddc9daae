package ecsadvisor.models.security;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The answer where several things all must hold: FAIL if one fails, else NO_DATA if one is open,
 * else PASS if one holds. It carries the reasons and facts of all that ended like it.
 */
public final class AllOf {
  private AllOf() {}

  /**
   * The answer.
   *
   * @param none the answer where there is nothing to hold
   */
  public static CheckResult of(List<CheckResult> answers, CheckResult none) {
    Verdict worst = worst(answers);
    if (worst != Verdict.NOT_APPLICABLE) {
      return together(worst, answers);
    }
    return answers.isEmpty() ? none : answers.get(0);
  }

  /** FAIL before NO_DATA before PASS before NOT_APPLICABLE, which is also the answer of none. */
  static Verdict worst(Collection<CheckResult> answers) {
    for (Verdict verdict : List.of(Verdict.FAIL, Verdict.NO_DATA, Verdict.PASS)) {
      if (answers.stream().anyMatch(answer -> answer.verdict() == verdict)) {
        return verdict;
      }
    }
    return Verdict.NOT_APPLICABLE;
  }

  private static CheckResult together(Verdict verdict, List<CheckResult> answers) {
    Set<CheckReason> reasons = new LinkedHashSet<>();
    List<Evidence> because = new ArrayList<>();
    Set<Missing> missing = new LinkedHashSet<>();
    for (CheckResult answer : answers) {
      missing.addAll(answer.missing());
      if (answer.verdict() == verdict) {
        reasons.addAll(answer.reasons());
        answer.because().stream().filter(fact -> !because.contains(fact)).forEach(because::add);
      }
    }
    return new CheckResult(
        verdict,
        CheckResult.Basis.CONFIG,
        false,
        List.copyOf(reasons),
        because,
        List.copyOf(missing));
  }
}
