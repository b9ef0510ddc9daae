package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.ScheduleRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a week in which a schedule keeps a service stopped, worked out from the expressions
 * that will run: from each stop to the next start.
 *
 * @param parts in order, none over midnight
 */
record OffHours(List<Part> parts) {
  static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;
  private static final Pattern CRON =
      Pattern.compile("cron\\((\\d{1,2}) (\\d{1,2}) [*?] \\* ([*?]|[A-Z,-]{3,40}) \\*\\)");

  /**
   * A part of one day.
   *
   * @param day 0 is Monday
   * @param from minute of the day at which it begins
   * @param to minute of the day at which it ends, at most 1440
   */
  record Part(int day, int from, int to) {}

  /** The off hours, or null where an expression is of another form. */
  static @Nullable OffHours of(List<ScheduleRow> rows) {
    TreeMap<Integer, Boolean> stops = new TreeMap<>();
    for (ScheduleRow row : rows) {
      if (!add(stops, row.stopExpression(), true) || !add(stops, row.startExpression(), false)) {
        return null;
      }
    }
    if (stops.isEmpty()) {
      return null;
    }
    List<Part> parts = new ArrayList<>();
    boolean isOff = stops.lastEntry().getValue();
    int from = 0;
    for (Map.Entry<Integer, Boolean> event : stops.entrySet()) {
      addParts(parts, isOff, from, event.getKey());
      from = event.getKey();
      isOff = event.getValue();
    }
    addParts(parts, isOff, from, WEEK);
    return new OffHours(List.copyOf(parts));
  }

  /** Hours a week. */
  double hours() {
    return parts.stream().mapToInt(part -> part.to - part.from).sum() / 60.0;
  }

  private static void addParts(List<Part> parts, boolean isOff, int from, int to) {
    for (int start = from; isOff && start < to; ) {
      int day = start / DAY;
      int end = Math.min(to, (day + 1) * DAY);
      parts.add(new Part(day, start - day * DAY, end - day * DAY));
      start = end;
    }
  }

  private static boolean add(Map<Integer, Boolean> stops, String expression, boolean isStop) {
    Matcher matcher = CRON.matcher(expression);
    if (!matcher.matches()) {
      return false;
    }
    int minute = Integer.parseInt(matcher.group(1));
    int hour = Integer.parseInt(matcher.group(2));
    List<Integer> days = days(matcher.group(3));
    if (minute > 59 || hour > 23 || days.isEmpty()) {
      return false;
    }
    days.forEach(day -> stops.put(day * DAY + hour * 60 + minute, isStop));
    return true;
  }

  /** Days of {@code MON-THU,SAT}; empty where it is none of that form. */
  private static List<Integer> days(String words) {
    if (words.equals("*") || words.equals("?")) {
      return List.of(0, 1, 2, 3, 4, 5, 6);
    }
    List<Integer> days = new ArrayList<>();
    for (String word : words.split(",", -1)) {
      String[] ends = word.split("-", -1);
      int first = DAYS.indexOf(ends[0]);
      int last = DAYS.indexOf(ends[ends.length - 1]);
      if (ends.length > 2 || first < 0 || last < first) {
        return List.of();
      }
      for (int day = first; day <= last; day++) {
        days.add(day);
      }
    }
    return days;
  }
}
