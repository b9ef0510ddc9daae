package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.ScheduleRow;
import ecsadvisor.models.finding.Lever;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Services that can be stopped in off hours, each with its week.
 *
 * @param schedules largest saving first
 * @param more schedules that are not shown
 */
public record SchedulesSection(List<Schedule> schedules, int more) {

  private static final int SHOWN = 12;

  /**
   * One service.
   *
   * @param advice the recommendation
   * @param money what is left of its saving, with its currency
   * @param week the week drawn, or null where the expressions are of another form
   * @param offHours hours off a week; empty likewise
   * @param windows when it is off
   */
  public record Schedule(
      AdviceLine advice,
      String money,
      @Nullable Content week,
      String offHours,
      List<Window> windows) {}

  /** A window of the week. */
  public record Window(
      String days,
      String off,
      String on,
      String timezone,
      String stop,
      String start,
      String evidence) {}

  static SchedulesSection of(ReportModel model, Currencies currencies) {
    Map<String, List<ScheduleRow>> windows = new TreeMap<>();
    for (ScheduleRow row : model.schedules()) {
      windows.computeIfAbsent(row.recommendationId(), id -> new ArrayList<>()).add(row);
    }
    windows.values().forEach(rows -> rows.sort(SchedulesSection::compare));
    List<RecommendationRow> advice =
        model.recommendations().stream()
            .filter(Totals::isOpen)
            .filter(row -> Levers.of(row) == Lever.SCHEDULE)
            .sorted(AdviceLine.LARGEST)
            .toList();
    List<Schedule> schedules = new ArrayList<>();
    for (RecommendationRow row : advice.subList(0, Math.min(SHOWN, advice.size()))) {
      List<ScheduleRow> rows = windows.getOrDefault(row.recommendationId(), List.of());
      schedules.add(schedule("week-" + (schedules.size() + 1), row, rows, currencies));
    }
    return new SchedulesSection(List.copyOf(schedules), advice.size() - schedules.size());
  }

  private static int compare(ScheduleRow left, ScheduleRow right) {
    int day = Integer.compare(firstDay(left), firstDay(right));
    return day != 0 ? day : left.toString().compareTo(right.toString());
  }

  private static int firstDay(ScheduleRow row) {
    return OffHours.DAYS.indexOf(row.days().split("[-,]", -1)[0]);
  }

  private static Schedule schedule(
      String id, RecommendationRow row, List<ScheduleRow> rows, Currencies currencies) {
    OffHours off = OffHours.of(rows);
    return new Schedule(
        AdviceLine.of(row, currencies),
        Currencies.say(Figures.cents(row.waterfallMonthlySavings()), row.currencyCode()),
        off == null ? null : WeekGrid.of(id, row.serviceName(), off),
        off == null ? "" : "stopped %s of 168 h".formatted(Figures.decimal(off.hours(), 0)),
        rows.stream().map(SchedulesSection::window).toList());
  }

  private static Window window(ScheduleRow row) {
    return new Window(
        row.days(),
        row.offTime(),
        row.onTime(),
        row.timezone(),
        row.stopExpression(),
        row.startExpression(),
        "quiet in %d of %s"
            .formatted(
                row.evidenceWeeks() - row.violations(),
                Figures.count(row.evidenceWeeks(), "full week")));
  }
}
