package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.SavingsRow;
import gg.jte.Content;
import java.math.BigDecimal;
import java.util.List;

/** Horizontal bars from the cost now, over each lever's part, to the cost afterwards. */
final class WaterfallFigure {
  private static final double WIDTH = 360;
  private static final double ROW = 38;
  private static final double BAR = 14;

  private WaterfallFigure() {}

  static Content of(String id, String currency, List<SavingsRow> all) {
    BigDecimal before = Figures.cents(all.get(0).costBefore());
    BigDecimal after = Figures.cents(all.get(all.size() - 1).costAfter());
    List<SavingsRow> steps =
        all.stream()
            .filter(row -> Figures.cents(row.waterfallMonthlySavings()).signum() != 0)
            .toList();
    double scale = scale(all);
    Svg svg =
        new Svg(
            "waterfall",
            WIDTH,
            ROW * (steps.size() + 2),
            id,
            "Savings waterfall, monthly cost",
            "From %s to %s a month."
                .formatted(Currencies.say(before, currency), Currencies.say(after, currency)));
    bar(svg, 0, "bar-cost", 0, before.doubleValue() * scale, "Cost now", before);
    double y = ROW;
    for (SavingsRow step : steps) {
      BigDecimal saving = Figures.cents(step.waterfallMonthlySavings());
      double low = Math.min(step.costBefore(), step.costAfter()) * scale;
      double high = Math.max(step.costBefore(), step.costAfter()) * scale;
      String cssClass = saving.signum() < 0 ? "bar-more" : "bar-saving";
      bar(svg, y, cssClass, low, high, step.lever(), saving.negate());
      drawLocked(svg, y, low, high, step, scale);
      y += ROW;
    }
    bar(svg, y, "bar-cost", 0, after.doubleValue() * scale, "Cost after", after);
    return svg.content();
  }

  /** The part of the saving that commitments keep paid until they end, at its low end. */
  private static void drawLocked(
      Svg svg, double y, double low, double high, SavingsRow step, double scale) {
    BigDecimal locked = Figures.cents(step.lockedByCommitmentMonthly());
    if (locked.signum() > 0) {
      double width = Math.min(high - low, locked.doubleValue() * scale);
      svg.rect("bar-locked", low, y + 17, Math.max(1, width), BAR);
    }
  }

  private static double scale(List<SavingsRow> steps) {
    double highest = 0;
    for (SavingsRow step : steps) {
      highest = Math.max(highest, Math.max(step.costBefore(), step.costAfter()));
    }
    return highest <= 0 ? 0 : WIDTH / highest;
  }

  private static void bar(
      Svg svg, double y, String cssClass, double from, double to, String label, BigDecimal amount) {
    svg.text("figure-label", 0, y + 12, label)
        .text("figure-value", WIDTH, y + 12, Figures.briefAmount(amount))
        .rect("bar-back", 0, y + 17, WIDTH, BAR)
        .rect(cssClass, from, y + 17, Math.max(1, to - from), BAR);
  }
}
