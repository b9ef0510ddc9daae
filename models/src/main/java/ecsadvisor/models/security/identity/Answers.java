package ecsadvisor.models.security.identity;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One answer from the answers for several roles. */
final class Answers {
  private static final List<Verdict> WORST_FIRST =
      List.of(Verdict.FAIL, Verdict.NO_DATA, Verdict.PASS, Verdict.NOT_APPLICABLE);

  private Answers() {}

  /** The worst verdict, with the facts of all that have it and what is missing for any. */
  static CheckResult worst(List<CheckResult> answers) {
    Verdict worst = Verdict.NOT_APPLICABLE;
    for (CheckResult answer : answers) {
      worst =
          WORST_FIRST.indexOf(answer.verdict()) < WORST_FIRST.indexOf(worst)
              ? answer.verdict()
              : worst;
    }
    Set<CheckReason> reasons = new LinkedHashSet<>();
    Set<Evidence> because = new LinkedHashSet<>();
    Set<Missing> missing = new LinkedHashSet<>();
    for (CheckResult answer : answers) {
      missing.addAll(answer.missing());
      if (answer.verdict() == worst) {
        reasons.addAll(answer.reasons());
        because.addAll(answer.because());
      }
    }
    return new CheckResult(
        worst,
        CheckResult.Basis.CONFIG,
        false,
        new ArrayList<>(reasons),
        new ArrayList<>(because),
        new ArrayList<>(missing));
  }
}
