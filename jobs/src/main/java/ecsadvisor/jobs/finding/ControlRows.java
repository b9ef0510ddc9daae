package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.ControlRow;
import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.models.catalogue.Catalogue;
import ecsadvisor.models.catalogue.Control;
import ecsadvisor.models.catalogue.Framework;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.ControlVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of every row of the catalogue for a service. A row that no code answers is {@code
 * NO_DATA} with {@code NOT_IMPLEMENTED}: never a pass.
 */
public final class ControlRows {
  private final Catalogue catalogue;
  private final SecurityControlRows security;

  public ControlRows(Catalogue catalogue, SecurityControlRows security) {
    this.catalogue = catalogue;
    this.security = security;
  }

  /**
   * One row per control of the catalogue.
   *
   * @param service the service's row
   * @param outcomes what the cost controls said of it
   * @param verdicts what the security controls said of it, or null where none was asked
   */
  public List<ControlRow> of(
      ServiceRow service, List<ControlOutcome> outcomes, @Nullable SecurityFinding verdicts) {
    Map<Control, ControlVerdict> answers = new HashMap<>();
    if (verdicts != null) {
      verdicts.verdicts().controls().forEach(answer -> answers.put(answer.control(), answer));
    }
    List<ControlRow> rows = new ArrayList<>();
    for (Control control : catalogue.controls()) {
      ControlVerdict answer = answers.get(control);
      rows.add(
          verdicts != null && answer != null
              ? security.row(service, verdicts, answer)
              : row(control, service, outcome(control, outcomes)));
    }
    return rows;
  }

  /**
   * The service's row with what its advice saves and its verdicts counted. A failure that is
   * accepted for a while is not counted.
   */
  public static ServiceRow withCounts(ServiceRow service, List<ControlRow> rows, double savings) {
    return service.withFindings(
        savings,
        count(rows, Verdict.PASS),
        count(rows, Verdict.FAIL),
        count(rows, Verdict.NO_DATA),
        count(rows, Verdict.NOT_APPLICABLE));
  }

  private static int count(List<ControlRow> rows, Verdict verdict) {
    return (int)
        rows.stream()
            .filter(row -> row.verdict().equals(verdict.name()) && !row.suppressed())
            .count();
  }

  private static @Nullable ControlOutcome outcome(Control control, List<ControlOutcome> outcomes) {
    if (control.framework() != Framework.ECS_COST_2024 || !control.implemented()) {
      return null;
    }
    for (ControlOutcome outcome : outcomes) {
      if (outcome.controlId().equals(control.identifier())) {
        return outcome;
      }
    }
    return null;
  }

  private static ControlRow row(
      Control control, ServiceRow service, @Nullable ControlOutcome outcome) {
    return new ControlRow(
        control.framework().name(),
        control.identifier(),
        control.title(),
        control.severity().name(),
        control.awsSeverity() == null ? "" : control.awsSeverity().name(),
        service.accountId(),
        service.region(),
        service.clusterName(),
        service.serviceName(),
        service.serviceArn(),
        outcome == null ? Verdict.NO_DATA.name() : outcome.verdict().name(),
        outcome == null ? "" : "CONFIG",
        false,
        outcome == null ? ReasonCode.NOT_IMPLEMENTED.code() : outcome.reasonCodes(),
        outcome == null ? "" : outcome.evidence(),
        outcome == null ? "" : outcome.missing(),
        outcome == null ? "" : outcome.remediation(),
        null,
        null,
        null,
        outcome == null ? null : outcome.savesMonthly(),
        false,
        "",
        "",
        "",
        outcome == null ? "" : service.currency(),
        "",
        "",
        "");
  }
}
