package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.ControlRow;
import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.models.catalogue.Control;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.ControlVerdict;
import ecsadvisor.models.security.fix.FixTotal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of controls.csv that say what the security controls found. */
public final class SecurityControlRows {
  private final Map<String, String> remedies = new HashMap<>();
  private final SecurityFixes fixes;
  private final PatchPaths patches;

  /** Where the patches of failing checks of a service lie; an empty text for nowhere. */
  @FunctionalInterface
  public interface PatchPaths {
    /** No check has a patch. */
    PatchPaths NONE = (service, checks) -> "";

    /** The folders, with semicolons between them. */
    String of(ServiceKey service, List<String> checks);
  }

  public SecurityControlRows(List<Check> checks, SecurityFixes fixes, PatchPaths patches) {
    checks.forEach(check -> remedies.put(check.id(), check.remedy()));
    this.fixes = fixes;
    this.patches = patches;
  }

  /** The row of a control's answer for a service. */
  ControlRow row(ServiceRow service, SecurityFinding finding, ControlVerdict answer) {
    Control control = answer.control();
    ServiceKey key = finding.verdicts().key();
    boolean toFix = answer.verdict() == Verdict.FAIL && !answer.suppressed();
    Map<String, FixTotal> totals = toFix ? fixes.totals(key, answer.failed()) : Map.of();
    // Sums of several currencies have no place in one row.
    @Nullable FixTotal total = totals.size() == 1 ? totals.values().iterator().next() : null;
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
        answer.verdict().name(),
        answer.basis().name(),
        answer.suppressed(),
        Texts.reasons(answer.reasons()),
        Texts.evidence(answer.because()),
        Texts.missing(answer.missing()),
        answer.failed().stream()
            .map(id -> remedies.getOrDefault(id, ""))
            .filter(text -> !text.isEmpty())
            .distinct()
            .collect(Collectors.joining(" ")),
        total == null ? null : Double.valueOf(total.monthly().low()),
        total == null ? null : Double.valueOf(total.monthly().expected()),
        total == null || !total.bounded() ? null : Double.valueOf(total.monthly().high()),
        total == null ? null : Double.valueOf(total.savesMonthly()),
        total != null && total.shared(),
        total == null ? "" : String.join("; ", total.formulas()),
        String.join(";", answer.failed()),
        toFix ? patches.of(key, answer.failed()) : "",
        total == null ? "" : total.currency(),
        total == null ? "" : Texts.evidence(List.copyOf(total.inputs())),
        total == null ? "" : String.join("; ", total.priceSources()),
        total == null ? "" : total.effort().name());
  }
}
