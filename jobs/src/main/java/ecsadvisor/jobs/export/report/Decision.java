package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.RecommendationRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One decision: the open changes of one service or shared resource that save money, in the order in
 * which their savings are counted.
 *
 * @param changes what to do, at least one
 * @param room changes of the same service that cost money, since it needs more
 * @param saving what the changes save together in a month
 */
record Decision(List<RecommendationRow> changes, List<RecommendationRow> room, BigDecimal saving) {

  private static final int COUNT = 5;
  private static final List<String> RISKS = List.of("VeryLow", "Low", "Medium", "High", "VeryHigh");

  private static final Comparator<List<String>> KEYS =
      Comparator.comparing((List<String> key) -> String.join("\u0000", key));

  private static final Comparator<RecommendationRow> ORDER =
      Comparator.comparingInt(Levers::order).thenComparing(RecommendationRow::recommendationId);

  /** The decisions of the week: at most five, largest saving first. */
  static List<Decision> ofWeek(ReportModel model) {
    Map<List<String>, List<RecommendationRow>> subjects = new TreeMap<>(KEYS);
    for (RecommendationRow row : model.recommendations()) {
      if (Totals.isOpen(row)) {
        subjects.computeIfAbsent(Subject.key(row), key -> new ArrayList<>()).add(row);
      }
    }
    return subjects.values().stream()
        .map(Decision::of)
        .filter(decision -> !decision.changes.isEmpty())
        // The sort is stable, so equal savings stay in the order of their subjects.
        .sorted(Comparator.comparing(Decision::saving).reversed())
        .limit(COUNT)
        .toList();
  }

  private static Decision of(List<RecommendationRow> rows) {
    List<RecommendationRow> changes = new ArrayList<>();
    List<RecommendationRow> room = new ArrayList<>();
    BigDecimal saving = BigDecimal.ZERO;
    for (RecommendationRow row : rows) {
      BigDecimal left = Figures.cents(row.waterfallMonthlySavings());
      if (left.signum() > 0) {
        changes.add(row);
        saving = saving.add(left);
      }
      if (left.signum() < 0) {
        room.add(row);
      }
    }
    changes.sort(ORDER);
    room.sort(ORDER);
    return new Decision(List.copyOf(changes), List.copyOf(room), saving);
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
