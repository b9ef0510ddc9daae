package ecsadvisor.jobs.finding.memory;

import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.models.ledger.Calibration;
import ecsadvisor.models.ledger.Decision;
import ecsadvisor.models.ledger.Decisions;
import ecsadvisor.models.ledger.Ledger;
import ecsadvisor.models.ledger.LedgerEntry;
import ecsadvisor.models.ledger.LedgerSettings;
import ecsadvisor.models.ledger.Realized;
import ecsadvisor.models.ledger.ResourceDay;
import ecsadvisor.models.ledger.Sighting;
import ecsadvisor.models.ledger.VerifiedSaving;
import ecsadvisor.models.ledger.Verifier;
import ecsadvisor.models.ledger.WeeklyPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The memory of recommendations in a run: what earlier runs gave is looked for in what runs now,
 * what is done is measured on the bill, and what is open is put into a plan.
 */
public final class Memory {
  private final LedgerSettings settings;
  private final Verifier verifier;

  public Memory(LedgerSettings settings) {
    this.settings = settings;
    this.verifier = new Verifier(settings.verification());
  }

  /**
   * The run with its memory.
   *
   * @param past entries of an earlier run; empty for none
   * @param decisions the lines of the decisions file; null where no file was given
   */
  public Remembered remember(
      Collection<LedgerEntry> past, RunView run, @Nullable List<Decision> decisions) {
    Observations observations = new Observations(run);
    List<Sighting> sightings =
        new Sightings(run, new BillDays(run.services(), past), verifier).all();
    List<LedgerEntry> next =
        new Ledger(settings)
            .next(
                past,
                sightings,
                past.stream().map(observations::of).toList(),
                decisions,
                run.asOf());
    List<LedgerEntry> entries = verified(next, run);
    SortedMap<String, Calibration> calibrations =
        Calibration.byControl(entries, settings.calibration());
    Map<String, LedgerEntry> byId = new HashMap<>();
    entries.forEach(entry -> byId.put(entry.recommendationId(), entry));
    return new Remembered(
        entries,
        run.recommendations().stream().map(row -> row(row, byId)).toList(),
        entries.stream()
            .map(
                entry ->
                    LedgerRows.row(entry, calibration(calibrations, entry.subject().controlId())))
            .toList(),
        PlanRows.of(entries, calibrations, run.asOf(), new WeeklyPlan(settings.plan())),
        decisions == null
            ? List.of()
            : Decisions.problems(decisions, byId.keySet(), run.asOf(), settings.lifecycle()));
  }

  private List<LedgerEntry> verified(List<LedgerEntry> entries, RunView run) {
    BillDays bill = new BillDays(run.services(), entries);
    LocalDate first = bill.first();
    if (first == null) {
      return entries;
    }
    List<LedgerEntry> measurable = new ArrayList<>();
    Map<String, List<ResourceDay>> days = new HashMap<>();
    for (LedgerEntry entry : entries) {
      String arn = entry.subject().resourceArn();
      if (bill.has(arn)) {
        measurable.add(entry);
        days.computeIfAbsent(arn, bill::days);
      }
    }
    List<VerifiedSaving> savings = verifier.verify(measurable, days, first, run.asOf());
    return Ledger.withSavings(entries, savings);
  }

  /** What a control's estimates have proved worth. */
  static Calibration calibration(SortedMap<String, Calibration> calibrations, String controlId) {
    return calibrations.getOrDefault(controlId, Calibration.untested(controlId));
  }

  private static RecommendationRow row(RecommendationRow row, Map<String, LedgerEntry> byId) {
    LedgerEntry entry = byId.get(row.recommendationId());
    if (entry == null) {
      return row;
    }
    Realized realized = entry.realized();
    return row.withMemory(
        entry.status().label(),
        entry.standing().text(),
        entry.firstSeen(),
        entry.lastSeen(),
        entry.weeksOpen(),
        entry.implementedOn(),
        realized.monthly());
  }
}
