package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.ForecastRow;
import gg.jte.Content;

/** A month as a bar: what is spent, what is expected on top, and the interval of its end. */
final class ForecastBar {
  private static final double WIDTH = 180;
  private static final double HEIGHT = 14;

  private ForecastBar() {}

  /** The bar beside its figures; {@code highest} is the longest bar's end. */
  static Content of(ForecastRow row, double highest) {
    double scale = highest <= 0 ? 0 : WIDTH / highest;
    double toDate = Math.max(0, row.monthToDate()) * scale;
    double expected = Math.max(0, row.expected()) * scale;
    double low = Math.max(0, row.low()) * scale;
    double high = Math.max(0, row.high()) * scale;
    return new Svg("bar", WIDTH, HEIGHT)
        .rect("bar-bound", 0, 3, expected, HEIGHT - 6)
        .rect("bar-cost", 0, 3, toDate, HEIGHT - 6)
        .line("whisker", low, HEIGHT / 2, high, HEIGHT / 2)
        .line("whisker", low, 1, low, HEIGHT - 1)
        .line("whisker", high, 1, high, HEIGHT - 1)
        .content();
  }
}
