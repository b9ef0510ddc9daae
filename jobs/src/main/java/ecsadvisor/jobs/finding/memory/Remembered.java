package ecsadvisor.jobs.finding.memory;

import ecsadvisor.jobs.table.LedgerRow;
import ecsadvisor.jobs.table.PlanRow;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.models.ledger.Decisions;
import ecsadvisor.models.ledger.LedgerEntry;
import java.util.List;

/**
 * A run with its memory.
 *
 * @param entries one entry per recommendation that was ever given
 * @param recommendations this run's, with where each stands
 * @param ledger rows of ledger.csv
 * @param plan rows of plan.csv
 * @param problems decisions that are not heeded
 */
public record Remembered(
    List<LedgerEntry> entries,
    List<RecommendationRow> recommendations,
    List<LedgerRow> ledger,
    List<PlanRow> plan,
    List<Decisions.Problem> problems) {
  public Remembered {
    entries = List.copyOf(entries);
    recommendations = List.copyOf(recommendations);
    ledger = List.copyOf(ledger);
    plan = List.copyOf(plan);
    problems = List.copyOf(problems);
  }
}
