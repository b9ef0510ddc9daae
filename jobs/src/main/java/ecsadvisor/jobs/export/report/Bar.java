package ecsadvisor.jobs.export.report;

import gg.jte.Content;

/** A horizontal bar that repeats a share standing beside it. */
final class Bar {
  private static final double WIDTH = 72;
  private static final double HEIGHT = 8;

  private Bar() {}

  static Content of(double share) {
    double width = Math.max(0, Math.min(1, share)) * WIDTH;
    return new Svg("bar", WIDTH, HEIGHT)
        .rect("bar-back", 0, 0, WIDTH, HEIGHT)
        .rect("bar-cost", 0, 0, width, HEIGHT)
        .content();
  }

  /** Parts of a whole next to each other, in the order of the classes. */
  static Content stacked(String[] cssClasses, long[] parts) {
    double total = 0;
    for (long part : parts) {
      total += part;
    }
    double width = 2 * WIDTH;
    Svg svg = new Svg("bar", width, HEIGHT).rect("bar-back", 0, 0, width, HEIGHT);
    double x = 0;
    for (int i = 0; i < parts.length; i++) {
      double partWidth = total == 0 ? 0 : parts[i] / total * width;
      svg.rect(cssClasses[i], x, 0, partWidth, HEIGHT);
      x += partWidth;
    }
    return svg.content();
  }
}
