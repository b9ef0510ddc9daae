package ecsadvisor.models.security;

import ecsadvisor.models.catalogue.Control;
import ecsadvisor.models.fact.security.Attestation;
import ecsadvisor.models.fact.security.Attestations;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What people's statements do to a row's checks. A statement answers what no file can show; it
 * never turns a failure into a pass. An exception leaves the failure and marks it as accepted.
 */
public final class Statements {
  private final Control control;
  private final LocalDate asOf;
  private final List<Attestation> given;

  /** The statements on a row that cover a service. */
  Statements(Control control, Attestations attestations, LocalDate asOf) {
    this.control = control;
    this.asOf = asOf;
    this.given = attestations.ofControl(control.identifier());
  }

  /** The answer to the row's demand for a statement. */
  CheckResult demanded() {
    List<Attestation> valid = new ArrayList<>();
    boolean expired = false;
    for (Attestation one : given) {
      if (one.check().isEmpty() && one.type().name().equals(control.attestation())) {
        expired |= !one.holdsOn(asOf);
        if (one.holdsOn(asOf)) {
          valid.add(one);
        }
      }
    }
    if (valid.isEmpty()) {
      return CheckResult.noData(
          expired ? CheckReason.ATTESTATION_EXPIRED : CheckReason.ATTESTATION_MISSING,
          "attestations",
          "State it in --attestations: control %s, type %s."
              .formatted(control.identifier(), control.attestation()));
    }
    return worst(valid);
  }

  /**
   * What the worst of several statements says.
   *
   * @param valid at least one statement
   */
  public static CheckResult worst(List<Attestation> valid) {
    Attestation worst = valid.get(0);
    for (Attestation one : valid) {
      worst = order(one) > order(worst) ? one : worst;
    }
    return stated(worst);
  }

  /** A check's answer as the row takes it. */
  CheckResult applied(String check, CheckResult answer) {
    for (Attestation one : given) {
      boolean meant = one.check().equals(check) && one.holdsOn(asOf);
      if (meant
          && answer.verdict() == Verdict.NO_DATA
          && one.type() != Attestation.Type.EXCEPTION) {
        return stated(one);
      }
      boolean accepts = one.type() == Attestation.Type.EXCEPTION && one.holdsOn(asOf);
      if (accepts
          && answer.verdict() == Verdict.FAIL
          && (one.check().isEmpty() || one.check().equals(check))) {
        return answer.accepted(evidence(one)).because(CheckReason.ACCEPTED);
      }
    }
    return answer;
  }

  private static CheckResult stated(Attestation one) {
    boolean inherited = one.type() == Attestation.Type.INHERITED;
    Verdict verdict =
        switch (one.statedVerdict()) {
          case PASS -> Verdict.PASS;
          case FAIL -> Verdict.FAIL;
          case NOT_APPLICABLE -> Verdict.NOT_APPLICABLE;
        };
    return CheckResult.of(
            verdict,
            List.of(inherited ? CheckReason.INHERITED_PROVIDER : CheckReason.ATTESTED),
            evidence(one))
        .on(inherited ? CheckResult.Basis.INHERITED : CheckResult.Basis.ATTESTED);
  }

  private static List<Evidence> evidence(Attestation one) {
    return List.of(
        new Evidence("statement", one.evidenceRef()),
        new Evidence("stated_by", one.attestedBy()),
        new Evidence("holds_until", one.expiresOn().toString()));
  }

  private static int order(Attestation one) {
    return switch (one.statedVerdict()) {
      case FAIL -> 2;
      case PASS -> 1;
      case NOT_APPLICABLE -> 0;
    };
  }
}
