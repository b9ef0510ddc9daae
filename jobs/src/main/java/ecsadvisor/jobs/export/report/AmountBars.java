package ecsadvisor.jobs.export.report;

import gg.jte.Content;
import java.math.BigDecimal;
import java.util.List;

/** Horizontal bars of amounts on one scale, each with its name and figure above it. */
final class AmountBars {
  private static final double WIDTH = 360;
  private static final double ROW = 34;
  private static final double BAR = 11;

  /** One bar. */
  record Amount(String cssClass, String label, BigDecimal amount) {}

  private AmountBars() {}

  static Content of(String id, String title, List<Amount> amounts) {
    double highest = amounts.stream().mapToDouble(bar -> bar.amount.doubleValue()).max().orElse(0);
    double scale = highest <= 0 ? 0 : WIDTH / highest;
    StringBuilder description = new StringBuilder();
    for (Amount bar : amounts) {
      description
          .append(bar.label)
          .append(' ')
          .append(Figures.briefAmount(bar.amount))
          .append(". ");
    }
    Svg svg =
        new Svg("bars", WIDTH, ROW * amounts.size(), id, title, description.toString().strip());
    double y = 0;
    for (Amount bar : amounts) {
      svg.text("figure-label", 0, y + 12, bar.label)
          .text("figure-value", WIDTH, y + 12, Figures.briefAmount(bar.amount))
          .rect("bar-back", 0, y + 17, WIDTH, BAR)
          .rect(bar.cssClass, 0, y + 17, Math.max(1, bar.amount.doubleValue() * scale), BAR);
      y += ROW;
    }
    return svg.content();
  }
}
