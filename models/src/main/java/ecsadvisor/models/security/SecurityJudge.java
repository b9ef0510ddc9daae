package ecsadvisor.models.security;

import ecsadvisor.models.catalogue.Catalogue;
import ecsadvisor.models.catalogue.Control;
import ecsadvisor.models.catalogue.Framework;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.security.Attestations;
import ecsadvisor.models.fact.security.SecurityFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Asks every check once for a service and composes the rows of all security frameworks. */
public final class SecurityJudge {
  private final List<Control> controls;
  private final Map<String, Check> checks = new LinkedHashMap<>();
  private final Map<String, String> ids = new HashMap<>();

  public SecurityJudge(Catalogue catalogue, List<Check> checks) {
    this.controls =
        catalogue.controls().stream()
            .filter(control -> control.framework() != Framework.ECS_COST_2024)
            .toList();
    for (Check check : checks) {
      String id = check.id();
      this.checks.put(id, check);
      ids.put(check.getClass().getSimpleName(), id);
    }
  }

  /** Judges a service of the inventory. */
  public SecurityVerdicts judge(SecurityFacts service) {
    Map<String, CheckResult> answers = new LinkedHashMap<>();
    checks.forEach((id, check) -> answers.put(id, check.judge(service)));
    return composed(service.key(), answers, service.attestations(), service.asOf());
  }

  /** What can be said of a service that the inventory lacks. */
  public SecurityVerdicts unknown(ServiceKey key, Attestations attestations, LocalDate asOf) {
    CheckResult missing =
        CheckResult.noData(
            CheckReason.INVENTORY_MISSING,
            "ecs-service",
            "Add aws ecs describe-services --include TAGS of this account and region.");
    Map<String, CheckResult> answers = new LinkedHashMap<>();
    checks.keySet().forEach(id -> answers.put(id, missing));
    return composed(key, answers, attestations, asOf);
  }

  private SecurityVerdicts composed(
      ServiceKey key, Map<String, CheckResult> answers, Attestations all, LocalDate asOf) {
    Attestations attestations = all.of(key);
    List<ControlVerdict> verdicts = new ArrayList<>();
    for (Control control : controls) {
      if (!control.checks().isEmpty()) {
        verdicts.add(Composition.of(control, answers, ids, attestations, asOf));
      }
    }
    Map<String, CheckResult> shown = new LinkedHashMap<>(answers);
    for (Control control : controls) {
      if (!control.attestation().isEmpty()) {
        shown.put(statementId(control), new Statements(control, attestations, asOf).demanded());
      }
    }
    return new SecurityVerdicts(key, shown, verdicts);
  }

  /** The id under which a row's demand for a statement stands in checks.csv. */
  public static String statementId(Control control) {
    return "attested-" + control.identifier().toLowerCase(Locale.ROOT);
  }
}
