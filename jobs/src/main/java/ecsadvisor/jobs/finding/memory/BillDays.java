package ecsadvisor.jobs.finding.memory;

import ecsadvisor.jobs.finding.ServiceDay;
import ecsadvisor.jobs.finding.ServiceFinding;
import ecsadvisor.models.ledger.LedgerEntry;
import ecsadvisor.models.ledger.Measured;
import ecsadvisor.models.ledger.ResourceDay;
import ecsadvisor.models.ledger.Setup;
import ecsadvisor.models.ledger.Verifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bill by service and day, as far as savings can be measured on it.
 *
 * <p>Where tasks were not counted, their hours follow from the vCPU-hours and the task's size: the
 * present one back to the last change that the memory knows, before it the former one.
 */
final class BillDays {
  private final Map<String, ServiceFinding> services = new HashMap<>();
  private final Map<String, List<LedgerEntry>> resized = new HashMap<>();
  private final Map<String, List<ResourceDay>> made = new HashMap<>();
  private final @Nullable LocalDate first;

  BillDays(Collection<ServiceFinding> findings, Collection<LedgerEntry> entries) {
    LocalDate earliest = null;
    for (ServiceFinding finding : findings) {
      if (!finding.days().isEmpty()) {
        services.put(finding.service().serviceArn(), finding);
        LocalDate day = finding.days().get(0).day();
        earliest = earliest == null || day.isBefore(earliest) ? day : earliest;
      }
    }
    first = earliest;
    for (LedgerEntry entry : entries) {
      if (entry.implementedOn() != null && formerCpuUnits(entry) != null) {
        resized.computeIfAbsent(entry.subject().resourceArn(), arn -> new ArrayList<>()).add(entry);
      }
    }
  }

  /** The first day of any service's bill; null without a bill. */
  @Nullable LocalDate first() {
    return first;
  }

  /** Whether the bill shows the resource by day. */
  boolean has(String arn) {
    return services.containsKey(arn);
  }

  /** The days of a resource. */
  List<ResourceDay> days(String arn) {
    return made.computeIfAbsent(arn, this::make);
  }

  private List<ResourceDay> make(String arn) {
    ServiceFinding service = services.get(arn);
    if (service == null) {
      return List.of();
    }
    List<LedgerEntry> changes = resized.getOrDefault(arn, List.of());
    List<ResourceDay> days = new ArrayList<>();
    for (ServiceDay day : service.days()) {
      days.add(day.toResourceDay(cpuUnits(service, changes, day.day())));
    }
    return days;
  }

  /** What the last whole weeks of a resource cost; null where the bill does not show them. */
  @Nullable Measured baseline(String arn, Verifier verifier, LocalDate asOf) {
    return first == null || !has(arn) ? null : verifier.baseline(days(arn), first, asOf);
  }

  private static @Nullable Integer cpuUnits(
      ServiceFinding service, List<LedgerEntry> changes, LocalDate day) {
    return changes.stream()
        .filter(change -> change.implementedOn() != null && day.isBefore(change.implementedOn()))
        .min(Comparator.comparing(BillDays::changedOn))
        .map(BillDays::formerCpuUnits)
        .orElse(service.service().taskCpuUnits());
  }

  private static LocalDate changedOn(LedgerEntry entry) {
    LocalDate day = entry.implementedOn();
    return day == null ? LocalDate.MAX : day;
  }

  private static @Nullable Integer formerCpuUnits(LedgerEntry entry) {
    String text = Setup.parse(entry.formerSetup()).get("cpu_units");
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
