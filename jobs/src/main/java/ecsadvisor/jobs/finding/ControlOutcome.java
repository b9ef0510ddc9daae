package ecsadvisor.jobs.finding;

import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Verdict;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of one control for one service, without the catalogue's text.
 *
 * @param controlId the catalogue's identifier
 * @param verdict the outcome
 * @param reasonCodes why, separated by {@code ;}
 * @param evidence the numbers, as {@code name=value; …}
 * @param missing what would settle a NO_DATA
 * @param remediation what to do about a FAIL
 * @param savesMonthly what following the advice saves, or null
 */
public record ControlOutcome(
    String controlId,
    Verdict verdict,
    String reasonCodes,
    String evidence,
    String missing,
    String remediation,
    @Nullable Double savesMonthly)
    implements Serializable {

  /** The outcome of a control's advice. */
  static ControlOutcome of(String controlId, Advice advice) {
    if (advice instanceof Advice.Change change) {
      double saving = change.saving().monthly();
      return new ControlOutcome(
          controlId,
          Verdict.FAIL,
          codes(change.proposal().reasonCodes()),
          Texts.evidence(change.because()),
          "",
          remediation(change),
          saving == 0 ? null : saving);
    }
    if (advice instanceof Advice.AsIs asIs) {
      return new ControlOutcome(
          controlId,
          Verdict.PASS,
          asIs.reason().code(),
          Texts.evidence(asIs.because()),
          "",
          "",
          null);
    }
    if (advice instanceof Advice.NotApplicable notApplicable) {
      return new ControlOutcome(
          controlId,
          Verdict.NOT_APPLICABLE,
          notApplicable.reason().code(),
          Texts.evidence(notApplicable.because()),
          "",
          "",
          null);
    }
    Advice.NoData noData = (Advice.NoData) advice;
    return new ControlOutcome(
        controlId,
        Verdict.NO_DATA,
        codes(noData.reasons()),
        Texts.evidence(noData.because()),
        Texts.missing(noData.missing()),
        "",
        null);
  }

  /**
   * The outcome of several controls that answer one row: FAIL before NO_DATA before PASS before
   * NOT_APPLICABLE, with the words of all that share the verdict.
   */
  static ControlOutcome worst(List<ControlOutcome> outcomes) {
    Verdict verdict = Verdict.NOT_APPLICABLE;
    for (Verdict candidate : List.of(Verdict.PASS, Verdict.NO_DATA, Verdict.FAIL)) {
      if (outcomes.stream().anyMatch(outcome -> outcome.verdict() == candidate)) {
        verdict = candidate;
      }
    }
    List<ControlOutcome> deciding = new ArrayList<>();
    for (ControlOutcome outcome : outcomes) {
      if (outcome.verdict() == verdict) {
        deciding.add(outcome);
      }
    }
    if (deciding.size() == 1) {
      return deciding.get(0);
    }
    double saves = 0;
    for (ControlOutcome outcome : deciding) {
      Double own = outcome.savesMonthly();
      saves = Math.max(saves, own == null ? 0 : own);
    }
    return new ControlOutcome(
        deciding.get(0).controlId(),
        verdict,
        joined(deciding, ";", ControlOutcome::reasonCodes),
        joined(deciding, "; ", ControlOutcome::evidence),
        joined(deciding, "; ", ControlOutcome::missing),
        joined(deciding, "; ", ControlOutcome::remediation),
        saves == 0 ? null : saves);
  }

  private static String joined(
      List<ControlOutcome> outcomes,
      String separator,
      java.util.function.Function<ControlOutcome, String> text) {
    return outcomes.stream()
        .map(text)
        .filter(part -> !part.isEmpty())
        .distinct()
        .collect(Collectors.joining(separator));
  }

  private static String remediation(Advice.Change change) {
    String now = change.proposal().currentSummary();
    String next = change.proposal().recommendedSummary();
    if (now.isEmpty() || next.isEmpty()) {
      return now + next;
    }
    return "Change %s to %s".formatted(now, next);
  }

  private static String codes(List<ReasonCode> reasons) {
    return reasons.stream().map(ReasonCode::code).collect(Collectors.joining(";"));
  }
}
