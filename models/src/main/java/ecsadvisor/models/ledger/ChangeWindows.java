package ecsadvisor.models.ledger;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The hours of the week in which changes are made, one window a day and line, in time order. */
final class ChangeWindows {
  private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

  private final List<String> windows;

  private ChangeWindows(List<String> windows) {
    this.windows = windows;
  }

  /**
   * The windows of some lines, such as {@code MON-THU 09:00-16:00}.
   *
   * @throws IllegalArgumentException where a line or the zone cannot be read, or there is no line
   */
  static ChangeWindows of(List<String> lines, String timezone) {
    try {
      ZoneId.of(timezone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("timezone must be an IANA name, not " + timezone, e);
    }
    record Window(int day, String hours) {}
    List<Window> found = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.strip().toUpperCase(Locale.ROOT).split(" +", -1);
      if (parts.length != 2 || !isHours(parts[1])) {
        throw wrong(line);
      }
      int dash = parts[0].indexOf('-');
      int first = DAYS.indexOf(dash < 0 ? parts[0] : parts[0].substring(0, dash));
      int last = dash < 0 ? first : DAYS.indexOf(parts[0].substring(dash + 1));
      if (first < 0 || last < first) {
        throw wrong(line);
      }
      for (int day = first; day <= last; day++) {
        found.add(new Window(day, parts[1]));
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("changeWindows must not be empty");
    }
    return new ChangeWindows(
        found.stream()
            .distinct()
            .sorted(
                (left, right) ->
                    left.day() == right.day()
                        ? left.hours().compareTo(right.hours())
                        : Integer.compare(left.day(), right.day()))
            .map(window -> DAYS.get(window.day()) + " " + window.hours() + " " + timezone)
            .toList());
  }

  int count() {
    return windows.size();
  }

  String get(int index) {
    return windows.get(index);
  }

  private static boolean isHours(String text) {
    int dash = text.indexOf('-');
    try {
      return dash > 0
          && LocalTime.parse(text.substring(0, dash))
              .isBefore(LocalTime.parse(text.substring(dash + 1)));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static IllegalArgumentException wrong(String line) {
    return new IllegalArgumentException(
        "changeWindows must be like MON-THU 09:00-16:00, not " + line);
  }
}
