package ecsadvisor.jobs.export.report;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small line of daily cost, from zero to its highest day, with gaps where a day has no cost. */
final class Sparkline {
  private static final double WIDTH = 120;
  private static final double HEIGHT = 28;
  private static final double MARGIN = 3;

  private Sparkline() {}

  /**
   * The line.
   *
   * @param id unique in the page
   * @param name whose cost it is
   * @param days one value per day of the window; null where there is none
   */
  static Content of(String id, String name, List<@Nullable Double> days) {
    double max = 0;
    Double last = null;
    for (Double value : days) {
      if (value != null) {
        max = Math.max(max, value);
        last = value;
      }
    }
    String description =
        "Highest day %s, last day %s."
            .formatted(Figures.decimal(max, 2), last == null ? "none" : Figures.decimal(last, 2));
    Svg svg = new Svg("spark", WIDTH, HEIGHT, id, "Daily cost of " + name, description);
    svg.line("axis", 0, HEIGHT - 0.5, WIDTH, HEIGHT - 0.5);
    if (last == null) {
      return svg.content();
    }
    return drawn(svg, days, max == 0 ? 1 : max).content();
  }

  private static Svg drawn(Svg svg, List<@Nullable Double> days, double max) {
    StringBuilder path = new StringBuilder();
    double step = (WIDTH - 2 * MARGIN) / Math.max(1, days.size() - 1);
    boolean isOpen = false;
    double lastX = 0;
    double lastY = 0;
    for (int i = 0; i < days.size(); i++) {
      Double value = days.get(i);
      if (value != null) {
        lastX = MARGIN + i * step;
        lastY = HEIGHT - MARGIN - Math.max(0, value) / max * (HEIGHT - 2 * MARGIN);
        path.append(isOpen ? 'L' : 'M').append(Svg.number(lastX)).append(' ');
        path.append(Svg.number(lastY));
      }
      isOpen = value != null;
    }
    return svg.path("spark-line", path.toString()).circle("spark-end", lastX, lastY, 2.2);
  }
}
