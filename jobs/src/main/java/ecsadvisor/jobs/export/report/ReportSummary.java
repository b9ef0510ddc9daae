package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.export.Summary;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.TableColumns;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The run in a few figures: the same as the page's. */
public final class ReportSummary {
  private ReportSummary() {}

  /** The summary of a run. */
  public static Summary of(ReportModel model) {
    Totals totals = Totals.of(model);
    Currencies currencies = Currencies.of(model);
    return new Summary(
        model.facts().runDate(),
        model.facts().windowStart(),
        model.facts().windowEnd(),
        Headline.sentences(model, totals, currencies).replace(Figures.JOIN, ' '),
        currencies.codes().stream().map(code -> money(code, totals)).toList(),
        model.services().size(),
        totals.advised,
        totals.optimal,
        totals.withheld,
        share(totals.ownerCoverage()),
        share(totals.dataCoverage()),
        model.reconciliation().isEmpty() ? null : totals.unbalancedRows == 0,
        controls(model),
        Decision.ofWeek(model).stream().map(ReportSummary::decision).toList());
  }

  private static Summary.Money money(String currency, Totals totals) {
    return new Summary.Money(
        currency,
        sum(totals.windowCost, currency),
        sum(totals.monthlyCost, currency),
        sum(totals.savings, currency),
        sum(totals.settled, currency),
        sum(totals.upsizing, currency),
        sum(totals.billed, currency),
        sum(totals.ecsBilled, currency),
        share(totals.attributionCoverage(currency)));
  }

  private static BigDecimal sum(Map<String, BigDecimal> sums, String currency) {
    return sums.getOrDefault(currency, BigDecimal.ZERO.setScale(2));
  }

  private static @Nullable BigDecimal share(@Nullable Double share) {
    return share == null ? null : TableColumns.rounded(share, 4);
  }

  private static List<Summary.Controls> controls(ReportModel model) {
    Map<String, Summary.Controls> frameworks = new TreeMap<>();
    for (ControlCount count : model.controls()) {
      frameworks.merge(
          count.framework(),
          new Summary.Controls(
              count.framework(), count.pass(), count.fail(), count.notApplicable(), count.noData()),
          ReportSummary::plus);
    }
    return List.copyOf(frameworks.values());
  }

  private static Summary.Controls plus(Summary.Controls left, Summary.Controls right) {
    return new Summary.Controls(
        left.framework(),
        left.pass() + right.pass(),
        left.fail() + right.fail(),
        left.notApplicable() + right.notApplicable(),
        left.noData() + right.noData());
  }

  private static Summary.Decision decision(Decision decision) {
    RecommendationRow first = decision.first();
    return new Summary.Decision(
        decision.changes().stream().map(RecommendationRow::recommendationId).toList(),
        first.accountId(),
        first.region(),
        first.clusterName(),
        first.serviceName(),
        first.currentResourceType(),
        Subject.of(first).name(),
        first.owner(),
        decision.words().stream().map(words -> words.replace(Figures.JOIN, ' ')).toList(),
        ChangeWords.inOneLine(decision.words()).replace(Figures.JOIN, ' '),
        first.currencyCode(),
        decision.saving(),
        decision.risk(),
        decision.plan().window(),
        decision.plan().why());
  }
}
