package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.models.finding.RateSource;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One piece of advice on size.
 *
 * @param id its anchor in the page
 * @param recommendationId the recommendation
 * @param service the service's name
 * @param place cluster, account and region
 * @param owner the owner, or that there is none
 * @param now the size now
 * @param proposed the size proposed
 * @param money what it saves or costs in a month, with its currency
 * @param moneyNote the cost afterwards and the figure at list price
 * @param risk the performance risk
 * @param confidence how much history stands behind it
 * @param effort effort, restart and way back
 * @param verdict what the held-out days said
 * @param verdictTone {@code holds}, {@code fails} or {@code none}
 * @param rates where the rates come from
 * @param reasons why
 * @param evidence the numbers
 * @param containers limits of the containers; empty where there is one
 * @param status where the decision stands; empty where it is open
 * @param strips the days behind it
 */
public record SizingCard(
    String id,
    String recommendationId,
    String service,
    String place,
    String owner,
    String now,
    String proposed,
    String money,
    String moneyNote,
    String risk,
    String confidence,
    String effort,
    String verdict,
    String verdictTone,
    String rates,
    List<ReasonWords> reasons,
    List<String> evidence,
    List<String> containers,
    String status,
    SizingEvidence strips) {

  static SizingCard of(
      String id, RecommendationRow row, SizingEvidence strips, Currencies currencies) {
    BigDecimal saving = Figures.cents(row.waterfallMonthlySavings());
    BigDecimal list = Figures.cents(row.estimatedMonthlySavingsBeforeDiscount());
    Integer tasks = row.recommendedDesiredCount();
    return new SizingCard(
        id,
        row.recommendationId(),
        row.serviceName(),
        Names.place(Names.key(row)),
        Names.owner(row.owner()),
        Figures.size(row.currentResourceSummary()),
        Figures.size(row.recommendedResourceSummary())
            + (tasks == null ? "" : " × " + Figures.count(tasks, "task")),
        Currencies.say(saving.abs(), row.currencyCode()),
        "%s a month afterwards; at list price %s %s"
            .formatted(
                Figures.amount(Figures.cents(row.recommendedMonthlyCost())),
                list.signum() < 0 ? "it costs" : "it saves",
                Figures.amount(list.abs())),
        riskWords(row.performanceRisk()),
        "%s (%s, %s of their minutes)"
            .formatted(
                Figures.decimal(row.confidence(), 2),
                Figures.count(row.evidenceDays(), "day"),
                Figures.percent(row.evidenceCoverage())),
        effort(row),
        Backtest.sentence(row),
        Backtest.tone(row),
        rates(row.rateSource()),
        ReasonWords.of(row.findingReasonCodes()),
        parts(row.evidence()),
        parts(row.containerRecommendations()),
        row.status().equals("Open") ? "" : row.status(),
        strips);
  }

  /** VeryLow becomes very low. */
  static String riskWords(String risk) {
    return risk.equals("VeryLow") ? "very low" : risk.toLowerCase(Locale.ROOT);
  }

  private static String effort(RecommendationRow row) {
    return "%s effort, %s, %s"
        .formatted(
            riskWords(row.implementationEffort()),
            row.restartNeeded() ? "tasks are replaced" : "no restart",
            row.rollbackPossible() ? "can be undone" : "cannot be undone");
  }

  private static String rates(String source) {
    for (RateSource known : RateSource.values()) {
      if (known.name().equals(source)) {
        return switch (known) {
          case SERVICE_BILL -> "this service's own lines of the bill";
          case ACCOUNT_BILL -> "the account's lines of the bill";
          case PRICE_FILE -> "the price list: no line of the bill fits";
        };
      }
    }
    return source.isEmpty() ? "not stated" : source;
  }

  /** The parts of a cell with several. */
  static List<String> parts(String cell) {
    return Arrays.stream(cell.split(";", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
