package ecsadvisor.jobs.export.report;

import gg.jte.Content;

/** Seven days by 24 hours with the hours in which a service is stopped. */
final class WeekGrid {
  private static final double LEFT = 34;
  private static final double HOUR = 11;
  private static final double ROW = 15;
  private static final double TOP = 14;

  private WeekGrid() {}

  static Content of(String id, String service, OffHours off) {
    double width = LEFT + 24 * HOUR;
    Svg svg =
        new Svg(
            "week",
            width,
            TOP + 7 * ROW,
            id,
            "Week of " + service,
            "Stopped %s of 168 hours.".formatted(Figures.decimal(off.hours(), 0)));
    for (int hour = 0; hour < 24; hour += 6) {
      svg.text("week-label", LEFT + hour * HOUR, 9, hour + ":00");
    }
    for (int day = 0; day < OffHours.DAYS.size(); day++) {
      double y = TOP + day * ROW;
      svg.text("week-label", 0, y + 10, OffHours.DAYS.get(day))
          .rect("week-on", LEFT, y, 24 * HOUR, ROW - 3);
    }
    for (OffHours.Part part : off.parts()) {
      double from = LEFT + part.from() / 60.0 * HOUR;
      double to = LEFT + part.to() / 60.0 * HOUR;
      svg.rect("week-off", from, TOP + part.day() * ROW, to - from, ROW - 3);
    }
    for (int hour = 1; hour < 24; hour++) {
      double x = LEFT + hour * HOUR;
      svg.line("week-hour", x, TOP, x, TOP + 7 * ROW - 3);
    }
    return svg.content();
  }
}
