package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.CheckRow;
import ecsadvisor.models.catalogue.Control;
import ecsadvisor.models.catalogue.Framework;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.SecurityJudge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of checks.csv. */
public final class CheckRows {
  private final Map<String, String> statements = new HashMap<>();
  private final Map<String, String> requiredBy = new HashMap<>();

  /** What the rows say beside the answers: which controls require a check. */
  public CheckRows(List<Control> controls, List<Check> checks) {
    Map<String, List<String>> requiring = new HashMap<>();
    Map<String, String> ids = new HashMap<>();
    for (Check check : checks) {
      statements.put(check.id(), check.statement());
      ids.put(check.getClass().getSimpleName(), check.id());
    }
    for (Control control : controls) {
      if (control.framework() == Framework.ECS_COST_2024) {
        continue;
      }
      String name = control.framework() + "/" + control.identifier();
      for (String check : control.checks()) {
        requiring
            .computeIfAbsent(ids.getOrDefault(check, check), id -> new ArrayList<>())
            .add(name);
      }
      if (!control.attestation().isEmpty()) {
        String id = SecurityJudge.statementId(control);
        requiring.computeIfAbsent(id, own -> new ArrayList<>()).add(name);
        statements.put(id, "A person states it: " + control.title());
      }
    }
    requiring.forEach((id, names) -> requiredBy.put(id, String.join(";", names)));
  }

  /** The answers of all checks for a service. */
  public List<CheckRow> of(SecurityFinding finding) {
    ServiceKey key = finding.verdicts().key();
    List<CheckRow> rows = new ArrayList<>();
    finding
        .verdicts()
        .checks()
        .forEach((id, answer) -> rows.add(row(id, answer, key, finding.serviceArn())));
    return rows;
  }

  private CheckRow row(String id, CheckResult answer, ServiceKey key, String serviceArn) {
    return new CheckRow(
        id,
        key.accountId(),
        key.region(),
        key.clusterName(),
        key.serviceName(),
        answer.verdict().name(),
        requiredBy.getOrDefault(id, ""),
        Texts.reasons(answer.reasons()),
        Texts.evidence(answer.because()),
        Texts.missing(answer.missing()),
        answer.basis().name(),
        statements.getOrDefault(id, ""),
        serviceArn);
  }
}
