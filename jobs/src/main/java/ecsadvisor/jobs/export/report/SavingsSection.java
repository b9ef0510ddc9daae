package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.SavingsRow;
import gg.jte.Content;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From the cost now to the cost after all advice, lever by lever.
 *
 * @param waterfalls one per currency
 */
public record SavingsSection(List<Waterfall> waterfalls) {

  /**
   * The levers of one currency.
   *
   * @param currency its code
   * @param figure the waterfall drawn
   * @param steps the same in numbers
   */
  public record Waterfall(String currency, Content figure, List<Step> steps) {}

  /** One lever. */
  public record Step(
      String lever, String before, String saving, String after, String alone, String locked) {}

  static SavingsSection of(ReportModel model) {
    Map<String, List<SavingsRow>> byCurrency = new TreeMap<>();
    model.savings().stream()
        .filter(row -> row.scope().equals("TOTAL"))
        .sorted(Comparator.comparingInt(SavingsRow::step))
        .forEach(
            row -> byCurrency.computeIfAbsent(row.currency(), key -> new ArrayList<>()).add(row));
    List<Waterfall> waterfalls = new ArrayList<>();
    byCurrency.forEach(
        (currency, rows) ->
            waterfalls.add(
                new Waterfall(
                    currency,
                    WaterfallFigure.of("waterfall-" + (waterfalls.size() + 1), currency, rows),
                    rows.stream().map(SavingsSection::step).toList())));
    return new SavingsSection(List.copyOf(waterfalls));
  }

  private static Step step(SavingsRow row) {
    BigDecimal locked = Figures.cents(row.lockedByCommitmentMonthly());
    return new Step(
        row.lever() + " (" + row.controlId() + ")",
        Figures.amount(Figures.cents(row.costBefore())),
        Figures.amount(Figures.cents(row.waterfallMonthlySavings())),
        Figures.amount(Figures.cents(row.costAfter())),
        Figures.amount(Figures.cents(row.standaloneMonthlySavings())),
        row.lockedByCommitmentMonthly() == null ? Figures.NOTHING : Figures.amount(locked));
  }
}
