package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.PlanRow;
import ecsadvisor.jobs.table.RecommendationRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One decision of the week's plan.
 *
 * @param plan its row
 * @param changes what to do, in order, at least one
 * @param room changes of the same service that cost money, since it needs more
 * @param saving what the changes save together in a month
 */
record Decision(
    PlanRow plan,
    List<RecommendationRow> changes,
    List<RecommendationRow> room,
    BigDecimal saving) {
  private static final List<String> RISKS = List.of("VeryLow", "Low", "Medium", "High", "VeryHigh");

  private static final Comparator<RecommendationRow> ORDER =
      Comparator.comparingInt(Levers::order).thenComparing(RecommendationRow::recommendationId);

  /** The decisions of the week in the order of their ranks. */
  static List<Decision> ofWeek(ReportModel model) {
    Map<String, RecommendationRow> byId = new HashMap<>();
    model.recommendations().forEach(row -> byId.put(row.recommendationId(), row));
    List<Decision> decisions = new ArrayList<>();
    model.plan().stream()
        .sorted(Comparator.comparingInt(PlanRow::rank))
        .forEach(
            plan -> {
              List<RecommendationRow> changes = new ArrayList<>();
              for (String id : plan.recommendationIds().split(";", -1)) {
                RecommendationRow row = byId.get(id);
                if (row != null) {
                  changes.add(row);
                }
              }
              if (!changes.isEmpty()) {
                decisions.add(of(plan, changes, model));
              }
            });
    return List.copyOf(decisions);
  }

  private static Decision of(PlanRow plan, List<RecommendationRow> changes, ReportModel model) {
    BigDecimal saving = BigDecimal.ZERO;
    for (RecommendationRow change : changes) {
      saving = saving.add(Figures.cents(change.waterfallMonthlySavings()));
    }
    List<String> subject = Subject.key(changes.get(0));
    return new Decision(
        plan,
        List.copyOf(changes),
        model.recommendations().stream()
            .filter(row -> Totals.isOpen(row) && row.waterfallMonthlySavings() < 0)
            .filter(row -> Subject.key(row).equals(subject))
            .sorted(ORDER)
            .toList(),
        saving);
  }

  /** The first change; all are of the same service or resource. */
  RecommendationRow first() {
    return changes.get(0);
  }

  /** The changes in words, in order. */
  List<String> words() {
    return changes.stream().map(ChangeWords::of).toList();
  }

  /** The highest performance risk among the changes. */
  String risk() {
    return changes.stream()
        .map(RecommendationRow::performanceRisk)
        .max(Comparator.comparingInt(RISKS::indexOf))
        .orElseThrow();
  }
}
