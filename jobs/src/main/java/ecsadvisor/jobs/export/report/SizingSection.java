package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.DailyUtilizationRow;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Lever;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The advice on size, each with its evidence; that which costs money stands apart.
 *
 * @param savings what saves, largest first
 * @param moreSavings advice that saves and is not shown
 * @param upsizing what costs, dearest first
 * @param moreUpsizing advice that costs and is not shown
 * @param closed advice that somebody has already decided on
 */
public record SizingSection(
    List<SizingCard> savings,
    int moreSavings,
    List<SizingCard> upsizing,
    int moreUpsizing,
    int closed) {

  static final int SAVINGS_SHOWN = 30;
  static final int UPSIZING_SHOWN = 15;

  private static final Comparator<RecommendationRow> LARGEST =
      Comparator.comparing(
              (RecommendationRow row) -> Figures.cents(row.waterfallMonthlySavings()).abs())
          .reversed()
          .thenComparing(Names::key)
          .thenComparing(RecommendationRow::recommendationId);

  static SizingSection of(ReportModel model, Currencies currencies) {
    List<RecommendationRow> sizing =
        model.recommendations().stream().filter(SizingSection::isSizing).toList();
    List<RecommendationRow> open = sizing.stream().filter(Totals::isOpen).sorted(LARGEST).toList();
    List<RecommendationRow> savings = open.stream().filter(row -> !isUpsizing(row)).toList();
    List<RecommendationRow> upsizing = open.stream().filter(SizingSection::isUpsizing).toList();
    List<RecommendationRow> savingsShown = first(savings, SAVINGS_SHOWN);
    List<RecommendationRow> upsizingShown = first(upsizing, UPSIZING_SHOWN);
    Evidence evidence = Evidence.of(model, savingsShown, upsizingShown);
    return new SizingSection(
        cards("saving-", savingsShown, evidence, model, currencies),
        savings.size() - savingsShown.size(),
        cards("upsizing-", upsizingShown, evidence, model, currencies),
        upsizing.size() - upsizingShown.size(),
        sizing.size() - open.size());
  }

  /** Whether it is advice on the size of tasks. */
  static boolean isSizing(RecommendationRow row) {
    return Levers.of(row) == Lever.RIGHT_SIZE;
  }

  /** Anchors of the cards by recommendation. */
  Map<String, String> anchors() {
    Map<String, String> anchors = new HashMap<>();
    savings.forEach(card -> anchors.put(card.recommendationId(), card.id()));
    upsizing.forEach(card -> anchors.put(card.recommendationId(), card.id()));
    return anchors;
  }

  static boolean isUpsizing(RecommendationRow row) {
    return Figures.cents(row.waterfallMonthlySavings()).signum() < 0;
  }

  private static <T> List<T> first(List<T> rows, int count) {
    return rows.subList(0, Math.min(count, rows.size()));
  }

  private static List<SizingCard> cards(
      String idPrefix,
      List<RecommendationRow> rows,
      Evidence evidence,
      ReportModel model,
      Currencies currencies) {
    List<SizingCard> cards = new ArrayList<>();
    for (RecommendationRow row : rows) {
      String id = idPrefix + (cards.size() + 1);
      ServiceRow service = evidence.services.get(Names.key(row));
      SizingEvidence strips =
          service == null
              ? SizingEvidence.NONE
              : SizingEvidence.of(
                  id, row, service, evidence.days.getOrDefault(Names.key(row), List.of()), model);
      cards.add(SizingCard.of(id, row, strips, currencies));
    }
    return cards;
  }

  /** The rows of other tables that belong to the advice shown. */
  private record Evidence(
      Map<ServiceKey, ServiceRow> services, Map<ServiceKey, List<DailyUtilizationRow>> days) {

    static Evidence of(
        ReportModel model, List<RecommendationRow> savings, List<RecommendationRow> upsizing) {
      Map<ServiceKey, List<DailyUtilizationRow>> days = new HashMap<>();
      savings.forEach(row -> days.put(Names.key(row), new ArrayList<>()));
      upsizing.forEach(row -> days.put(Names.key(row), new ArrayList<>()));
      for (DailyUtilizationRow row : model.dailyUtilization()) {
        List<DailyUtilizationRow> ofService = days.get(Names.key(row));
        if (ofService != null) {
          ofService.add(row);
        }
      }
      Map<ServiceKey, ServiceRow> services = new HashMap<>();
      for (ServiceRow row : model.services()) {
        if (days.containsKey(Names.key(row))) {
          services.put(Names.key(row), row);
        }
      }
      return new Evidence(services, days);
    }
  }
}
