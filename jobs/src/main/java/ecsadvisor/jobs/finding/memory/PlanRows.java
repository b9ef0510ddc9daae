package ecsadvisor.jobs.finding.memory;

import ecsadvisor.jobs.table.PlanRow;
import ecsadvisor.models.ledger.Calibration;
import ecsadvisor.models.ledger.Candidate;
import ecsadvisor.models.ledger.LedgerEntry;
import ecsadvisor.models.ledger.PlannedChange;
import ecsadvisor.models.ledger.Status;
import ecsadvisor.models.ledger.WeeklyPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** The decisions of the week as rows of plan.csv. */
final class PlanRows {
  private PlanRows() {}

  /** The decisions among what this run gives and nobody has decided on. */
  static List<PlanRow> of(
      List<LedgerEntry> entries,
      SortedMap<String, Calibration> calibrations,
      LocalDate asOf,
      WeeklyPlan plan) {
    List<Candidate> open = new ArrayList<>();
    List<Candidate> inProgress = new ArrayList<>();
    Map<String, LedgerEntry> byId = new HashMap<>();
    for (LedgerEntry entry : entries) {
      byId.put(entry.recommendationId(), entry);
      String control = entry.subject().controlId();
      double expected =
          Memory.calibration(calibrations, control).calibrated(entry.estimatedMonthlyLast());
      Candidate candidate = Candidate.of(entry, expected);
      if (entry.status() == Status.IN_PROGRESS) {
        inProgress.add(candidate);
      } else if (isOpen(entry) && entry.lastSeen().equals(asOf)) {
        open.add(candidate);
      }
    }
    List<PlanRow> rows = new ArrayList<>();
    for (PlannedChange change : plan.of(open, inProgress)) {
      LedgerEntry entry = byId.get(change.recommendationId());
      if (entry != null) {
        rows.add(row(change, entry));
      }
    }
    return rows;
  }

  private static boolean isOpen(LedgerEntry entry) {
    return entry.status() == Status.OPEN || entry.status() == Status.REGRESSED;
  }

  private static PlanRow row(PlannedChange change, LedgerEntry entry) {
    return new PlanRow(
        change.rank(),
        change.recommendationId(),
        change.owner(),
        change.currency(),
        entry.estimatedMonthlyLast(),
        change.monthlySaving(),
        change.disruption().name(),
        change.disruptionPoints(),
        change.budgetUsed(),
        change.budget(),
        change.window(),
        change.score(),
        String.format(
            Locale.ROOT,
            "its share of all savings is %.2f times its share of all disruption; %s takes %d of %d"
                + " points this week; %s",
            change.score(),
            change.owner().isEmpty() ? "what has no owner" : "its owner",
            change.budgetUsed(),
            change.budget(),
            age(entry.weeksOpen())));
  }

  private static String age(int weeks) {
    if (weeks == 0) {
      return "new this week";
    }
    return "open for " + weeks + (weeks == 1 ? " week" : " weeks");
  }
}
