package ecsadvisor.models.security;

import static java.util.Objects.requireNonNull;

import ecsadvisor.models.catalogue.Control;
import ecsadvisor.models.fact.security.Attestations;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A row's answer from its checks': FAIL if any required one fails, else NO_DATA if any is open,
 * else PASS if any passes, else NOT_APPLICABLE. Advisory checks add facts and change nothing.
 */
final class Composition {
  private Composition() {}

  /**
   * The answer.
   *
   * @param answers every check's answer, by id
   * @param ids ids by the class names that rows use
   */
  static ControlVerdict of(
      Control control,
      Map<String, CheckResult> answers,
      Map<String, String> ids,
      Attestations attestations,
      LocalDate asOf) {
    Statements statements = new Statements(control, attestations, asOf);
    Map<String, CheckResult> required = new LinkedHashMap<>();
    for (String name : control.checks()) {
      String id = requireNonNull(ids.get(name), name);
      required.put(id, statements.applied(id, requireNonNull(answers.get(id), id)));
    }
    if (!control.attestation().isEmpty()) {
      required.put(SecurityJudge.statementId(control), statements.demanded());
    }
    Verdict verdict = AllOf.worst(required.values());
    boolean suppressed =
        verdict == Verdict.FAIL
            && required.values().stream()
                .filter(answer -> answer.verdict() == Verdict.FAIL)
                .allMatch(CheckResult::suppressed);
    Set<CheckReason> reasons = new LinkedHashSet<>();
    List<Evidence> because = new ArrayList<>();
    Set<Missing> missing = new LinkedHashSet<>();
    List<String> failed = new ArrayList<>();
    CheckResult.Basis basis = CheckResult.Basis.CONFIG;
    for (Map.Entry<String, CheckResult> entry : required.entrySet()) {
      CheckResult answer = entry.getValue();
      missing.addAll(answer.missing());
      if (answer.verdict() == Verdict.FAIL) {
        failed.add(entry.getKey());
      }
      if (answer.verdict() == verdict) {
        reasons.addAll(answer.reasons());
        basis = stronger(basis, answer.basis());
        if (verdict != Verdict.PASS) {
          because.add(new Evidence("check", entry.getKey()));
        }
        answer.because().stream().filter(fact -> !because.contains(fact)).forEach(because::add);
      }
    }
    for (String name : control.advisory()) {
      String id = requireNonNull(ids.get(name), name);
      CheckResult answer = requireNonNull(answers.get(id), id);
      if (answer.verdict() == Verdict.FAIL) {
        because.add(new Evidence("advisory", id));
      }
    }
    return new ControlVerdict(
        control,
        verdict,
        basis,
        suppressed,
        List.copyOf(reasons),
        failed,
        because,
        verdict == Verdict.PASS || verdict == Verdict.NOT_APPLICABLE
            ? List.of()
            : List.copyOf(missing));
  }

  /** The basis that is furthest from configuration: a row that rests on a statement says so. */
  private static CheckResult.Basis stronger(CheckResult.Basis a, CheckResult.Basis b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
