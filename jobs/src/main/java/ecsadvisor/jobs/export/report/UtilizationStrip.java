package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.DailyUtilizationRow;
import gg.jte.Content;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Draws a service's days of one metric against its size now and the size proposed: per day a band
 * from the median to the 95th percentile, a lighter one up to the 99th, and a tick at the maximum,
 * all in the unit of the size. The days that the proposal was judged on are shaded.
 */
final class UtilizationStrip {
  private static final double WIDTH = 360;
  private static final double HEIGHT = 124;
  private static final double PLOT_WIDTH = 252;
  private static final double TOP = 8;
  private static final double BOTTOM = 106;
  private static final double LABEL_X = PLOT_WIDTH + 6;
  private static final double LABEL_GAP = 28;

  /**
   * What to draw.
   *
   * @param id unique in the page
   * @param title what it shows, such as {@code CPU of checkout}
   * @param rows days of the metric, in order, as shares of the size now
   * @param current the size now, in the metric's unit
   * @param proposed the size proposed
   * @param unit prints a value with its unit
   * @param firstDay first day of the window
   * @param lastDay last day of the window
   * @param judgedDays number of last days that the proposal was judged on
   */
  record Strip(
      String id,
      String title,
      List<DailyUtilizationRow> rows,
      double current,
      double proposed,
      DoubleFunction<String> unit,
      LocalDate firstDay,
      LocalDate lastDay,
      int judgedDays) {}

  private final Strip strip;
  private final double top;
  private final long dayCount;

  private UtilizationStrip(Strip strip) {
    this.strip = strip;
    double highest = Math.max(strip.current, strip.proposed);
    for (DailyUtilizationRow row : strip.rows) {
      highest = Math.max(highest, row.max() * strip.current);
    }
    this.top = highest * 1.04;
    this.dayCount = ChronoUnit.DAYS.between(strip.firstDay, strip.lastDay) + 1;
  }

  static Content of(Strip strip) {
    return new UtilizationStrip(strip).draw();
  }

  private Content draw() {
    Svg svg =
        new Svg("strip", WIDTH, HEIGHT, strip.id, strip.title, description())
            .line("axis", 0, BOTTOM, PLOT_WIDTH, BOTTOM);
    shadeJudgedDays(svg);
    strip.rows.forEach(row -> drawDay(svg, row));
    drawSizes(svg);
    return svg.text("strip-note", 0, HEIGHT - 4, strip.firstDay.toString())
        .text("strip-note strip-end", PLOT_WIDTH, HEIGHT - 4, strip.lastDay.toString())
        .content();
  }

  private void shadeJudgedDays(Svg svg) {
    if (strip.judgedDays == 0) {
      return;
    }
    double x = x(strip.lastDay.minusDays(strip.judgedDays - 1L));
    svg.rect("strip-judged", x, TOP - 6, PLOT_WIDTH - x, BOTTOM - TOP + 6);
  }

  private void drawDay(Svg svg, DailyUtilizationRow row) {
    double slot = PLOT_WIDTH / dayCount;
    double x = x(row.day()) + slot * 0.14;
    double width = slot * 0.72;
    band(svg, "strip-99", x, width, row.p95(), row.p99());
    band(svg, "strip-95", x, width, row.p50(), row.p95());
    svg.rect("strip-max", x, y(row.max() * strip.current) - 0.75, width, 1.5);
  }

  private void band(Svg svg, String cssClass, double x, double width, double low, double high) {
    double top = y(high * strip.current);
    svg.rect(cssClass, x, top, width, Math.max(1, y(low * strip.current) - top));
  }

  private void drawSizes(Svg svg) {
    double nowY = y(strip.current);
    svg.line("strip-now", 0, nowY, PLOT_WIDTH + 2, nowY);
    if (strip.current == strip.proposed) {
      label(svg, "strip-now-label", "stays", strip.current, labelY(nowY));
      return;
    }
    double proposedY = y(strip.proposed);
    svg.line("strip-proposed", 0, proposedY, PLOT_WIDTH + 2, proposedY);
    double upper = labelY(Math.min(nowY, proposedY));
    double lower = labelY(Math.max(nowY, proposedY));
    if (lower - upper < LABEL_GAP) {
      lower = Math.min(labelY(BOTTOM), upper + LABEL_GAP);
      upper = lower - LABEL_GAP;
    }
    boolean shrinks = nowY < proposedY;
    label(svg, "strip-now-label", "now", strip.current, shrinks ? upper : lower);
    label(svg, "strip-proposed-label", "proposed", strip.proposed, shrinks ? lower : upper);
  }

  private void label(Svg svg, String cssClass, String word, double value, double y) {
    svg.text(cssClass, LABEL_X, y, word).text(cssClass, LABEL_X, y + 13, strip.unit.apply(value));
  }

  private static double labelY(double lineY) {
    return Math.max(TOP + 6, Math.min(lineY + 4, BOTTOM - 10));
  }

  private double x(LocalDate day) {
    return PLOT_WIDTH * ChronoUnit.DAYS.between(strip.firstDay, day) / dayCount;
  }

  private double y(double value) {
    return BOTTOM - value / top * (BOTTOM - TOP);
  }

  private String description() {
    double max = strip.rows.stream().mapToDouble(DailyUtilizationRow::max).max().orElse(0);
    double p95 = strip.rows.stream().mapToDouble(DailyUtilizationRow::p95).max().orElse(0);
    return "%s: now %s, proposed %s; highest daily 95th percentile %s, maximum %s."
        .formatted(
            Figures.count(strip.rows.size(), "day"),
            strip.unit.apply(strip.current),
            strip.unit.apply(strip.proposed),
            strip.unit.apply(p95 * strip.current),
            strip.unit.apply(max * strip.current));
  }
}
