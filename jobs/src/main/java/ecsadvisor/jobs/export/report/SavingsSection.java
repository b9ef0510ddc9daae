package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.SavingsRow;
import ecsadvisor.models.finding.Lever;
import gg.jte.Content;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From the cost now to the cost after all advice, lever by lever.
 *
 * @param waterfalls one per currency
 * @param settled what of them is dismissed, put off or done; empty for nothing
 */
public record SavingsSection(List<Waterfall> waterfalls, String settled) {

  /**
   * The levers of one currency.
   *
   * @param currency its code
   * @param figure the waterfall drawn
   * @param steps the same in numbers
   * @param before the cost now
   * @param total what all levers together save
   * @param locked what of that commitments keep paid
   * @param after the cost after all of them
   */
  public record Waterfall(
      String currency,
      Content figure,
      List<Step> steps,
      String before,
      String total,
      String locked,
      String after) {}

  /** One lever. */
  public record Step(
      String lever,
      String controlId,
      String anchor,
      String alone,
      String saving,
      String interval,
      String locked,
      String after) {}

  static SavingsSection of(ReportModel model, Totals totals, Currencies currencies) {
    Map<String, List<SavingsRow>> byCurrency = new TreeMap<>();
    model.savings().stream()
        .filter(row -> row.scope().equals("TOTAL"))
        .sorted(Comparator.comparingInt(SavingsRow::step))
        .forEach(
            row -> byCurrency.computeIfAbsent(row.currency(), key -> new ArrayList<>()).add(row));
    List<Waterfall> waterfalls = new ArrayList<>();
    byCurrency.forEach(
        (currency, rows) ->
            waterfalls.add(waterfall("waterfall-" + (waterfalls.size() + 1), currency, rows)));
    return new SavingsSection(
        List.copyOf(waterfalls), totals.settled.isEmpty() ? "" : currencies.say(totals.settled));
  }

  private static Waterfall waterfall(String id, String currency, List<SavingsRow> rows) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal locked = BigDecimal.ZERO;
    for (SavingsRow row : rows) {
      total = total.add(Figures.cents(row.waterfallMonthlySavings()));
      locked = locked.add(Figures.cents(row.lockedByCommitmentMonthly()));
    }
    return new Waterfall(
        currency,
        WaterfallFigure.of(id, currency, rows),
        rows.stream().map(SavingsSection::step).toList(),
        Figures.amount(Figures.cents(rows.get(0).costBefore())),
        Figures.amount(total),
        Figures.amount(locked),
        Figures.amount(Figures.cents(rows.get(rows.size() - 1).costAfter())));
  }

  private static Step step(SavingsRow row) {
    String interval = Figures.interval(row.savingsP10(), row.savingsP90());
    return new Step(
        row.lever(),
        row.controlId(),
        section(row.lever()),
        Figures.amount(Figures.cents(row.standaloneMonthlySavings())),
        Figures.amount(Figures.cents(row.waterfallMonthlySavings())),
        interval.isEmpty() ? Figures.NOTHING : interval,
        row.lockedByCommitmentMonthly() == null
            ? Figures.NOTHING
            : Figures.amount(Figures.cents(row.lockedByCommitmentMonthly())),
        Figures.amount(Figures.cents(row.costAfter())));
  }

  private static String section(String label) {
    return Arrays.stream(Lever.values())
        .filter(lever -> lever.label().equals(label))
        .map(Levers::section)
        .findFirst()
        .orElse("advice");
  }
}
