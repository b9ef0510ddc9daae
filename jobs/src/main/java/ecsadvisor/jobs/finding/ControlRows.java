package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.ControlRow;
import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.models.catalogue.Catalogue;
import ecsadvisor.models.catalogue.Control;
import ecsadvisor.models.catalogue.Framework;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of every row of the catalogue for a service. A row that no code answers is {@code
 * NO_DATA} with {@code NOT_IMPLEMENTED}: never a pass.
 */
public final class ControlRows {
  private final Catalogue catalogue;

  public ControlRows(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * One row per control of the catalogue.
   *
   * @param service the service's row
   * @param outcomes what the controls said of it
   */
  public List<ControlRow> of(ServiceRow service, List<ControlOutcome> outcomes) {
    List<ControlRow> rows = new ArrayList<>();
    for (Control control : catalogue.controls()) {
      rows.add(row(control, service, outcome(control, outcomes)));
    }
    return rows;
  }

  /**
   * The service's row with what its advice saves and its verdicts over the whole catalogue counted.
   */
  public ServiceRow withCounts(ServiceRow service, List<ControlOutcome> outcomes, double savings) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Control control : catalogue.controls()) {
      ControlOutcome outcome = outcome(control, outcomes);
      Verdict verdict = outcome == null ? Verdict.NO_DATA : outcome.verdict();
      counts.merge(verdict, 1, Integer::sum);
    }
    return service.withFindings(
        savings,
        counts.getOrDefault(Verdict.PASS, 0),
        counts.getOrDefault(Verdict.FAIL, 0),
        counts.getOrDefault(Verdict.NO_DATA, 0),
        counts.getOrDefault(Verdict.NOT_APPLICABLE, 0));
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
        "");
  }
}
