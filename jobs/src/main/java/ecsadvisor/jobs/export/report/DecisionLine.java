package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.RecommendationRow;
import java.util.Comparator;
import java.util.List;

/**
 * One decision of the week.
 *
 * @param anchor where the page shows its evidence
 * @param service the service's name
 * @param place cluster, account and region
 * @param owner who is asked
 * @param change what to do
 * @param money what it saves in a month, with its currency
 * @param risk the performance risk
 * @param verdict what the held-out days said
 */
public record DecisionLine(
    String anchor,
    String service,
    String place,
    String owner,
    String change,
    String money,
    String risk,
    String verdict) {

  static final int COUNT = 5;

  /** The rows of the decisions: open advice that saves, largest first. */
  static List<RecommendationRow> rows(ReportModel model) {
    return model.recommendations().stream()
        .filter(Totals::isOpen)
        .filter(row -> Figures.cents(row.waterfallMonthlySavings()).signum() > 0)
        .sorted(
            Comparator.comparing(
                    (RecommendationRow row) -> Figures.cents(row.waterfallMonthlySavings()))
                .reversed()
                .thenComparing(Names::key)
                .thenComparing(RecommendationRow::recommendationId))
        .limit(COUNT)
        .toList();
  }

  static List<DecisionLine> of(SizingSection sizing, int count) {
    return sizing.savings().stream()
        .limit(count)
        .map(
            card ->
                new DecisionLine(
                    card.id(),
                    card.service(),
                    card.place(),
                    card.owner(),
                    card.now() + " → " + card.proposed(),
                    card.money(),
                    card.risk(),
                    card.verdict()))
        .toList();
  }
}
