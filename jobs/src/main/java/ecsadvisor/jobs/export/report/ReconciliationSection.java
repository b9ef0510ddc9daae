package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.ReconciliationRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the bill's money went, by period.
 *
 * @param lines one per period, payer and currency
 * @param balanced whether every row adds up
 * @param rows number of rows behind the lines
 */
public record ReconciliationSection(List<Line> lines, boolean balanced, int rows) {

  /** One period of one payer. */
  public record Line(
      String period,
      String payer,
      String currency,
      String billed,
      String services,
      String clusters,
      String otherEcs,
      String notEcs,
      String difference) {}

  static ReconciliationSection of(ReportModel model) {
    Map<String, List<ReconciliationRow>> groups = new TreeMap<>();
    for (ReconciliationRow row : model.reconciliation()) {
      String group = row.billingPeriod() + '\n' + row.payerAccountId() + '\n' + row.currency();
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(row);
    }
    return new ReconciliationSection(
        groups.values().stream().map(ReconciliationSection::line).toList(),
        model.reconciliation().stream().allMatch(row -> row.difference().signum() == 0),
        model.reconciliation().size());
  }

  private static Line line(List<ReconciliationRow> rows) {
    BigDecimal billed = BigDecimal.ZERO;
    BigDecimal services = BigDecimal.ZERO;
    BigDecimal clusters = BigDecimal.ZERO;
    BigDecimal otherEcs = BigDecimal.ZERO;
    BigDecimal notEcs = BigDecimal.ZERO;
    BigDecimal difference = BigDecimal.ZERO;
    for (ReconciliationRow row : rows) {
      billed = billed.add(row.billedTotal());
      services = services.add(row.allocatedToServices());
      clusters = clusters.add(row.allocatedToClusters());
      otherEcs = otherEcs.add(row.otherEcs());
      notEcs = notEcs.add(row.notEcs());
      // Differences of opposite sign must not hide each other.
      difference = difference.add(row.difference().abs());
    }
    ReconciliationRow first = rows.get(0);
    return new Line(
        first.billingPeriod(),
        first.payerAccountId(),
        first.currency(),
        Figures.amount(billed),
        Figures.amount(services),
        Figures.amount(clusters),
        Figures.amount(otherEcs),
        Figures.amount(notEcs),
        Figures.amount(difference));
  }
}
