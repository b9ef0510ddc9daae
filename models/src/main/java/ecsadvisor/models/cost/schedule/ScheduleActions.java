package ecsadvisor.models.cost.schedule;

import ecsadvisor.models.fact.ScheduledAction;
import ecsadvisor.models.finding.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/**
 * The scheduled actions of Application Auto Scaling that make an {@link OffWeek}: one per hour of
 * the day at which something stops or starts.
 *
 * <p>Expressions are {@code cron(minute hour day-of-month month day-of-week year)} in the action's
 * own time zone; of the two days one is always {@code ?}. A stop sets both bounds to 0, a start
 * sets both to what was recorded.
 */
public final class ScheduleActions {
  private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
  private static final String PREFIX = "ecs-cost-advisor-";

  private final OffWeek week;
  private final String zone;
  private final int minute;
  private final TreeMap<Integer, Set<Integer>> stops = new TreeMap<>();
  private final TreeMap<Integer, Set<Integer>> starts = new TreeMap<>();

  /**
   * The actions of a week.
   *
   * @param zone IANA name of the zone whose week it is
   * @param minute minute of the hour at which its hours begin: 0, or 30 or 45 in some zones
   */
  public ScheduleActions(OffWeek week, String zone, int minute) {
    this.week = week;
    this.zone = zone;
    this.minute = minute;
    for (OffSlot slot : week.slots()) {
      stops.computeIfAbsent(slot.offHour(), ignored -> new TreeSet<>()).add(slot.day());
      starts.computeIfAbsent(slot.onHour(), ignored -> new TreeSet<>()).add(slot.end() / 24);
    }
  }

  /** The actions to put, stops first. */
  public List<ScheduledAction> actions(Step.Bounds recorded) {
    List<ScheduledAction> actions = new ArrayList<>();
    add(actions, "stop", stops, new Step.Bounds(0, 0));
    add(actions, "start", starts, recorded);
    return actions;
  }

  /** The windows for people. */
  public List<Step.OffWindow> windows(int evidenceWeeks) {
    List<Step.OffWindow> windows = new ArrayList<>();
    for (List<OffSlot> group : week.windows()) {
      OffSlot slot = group.get(0);
      windows.add(
          new Step.OffWindow(
              days(days(group, OffSlot::day)),
              time(slot.offHour()),
              time(slot.onHour()),
              zone,
              expression(slot.offHour(), days(stops, slot.offHour())),
              expression(slot.onHour(), days(starts, slot.onHour())),
              evidenceWeeks,
              0));
    }
    return windows;
  }

  private void add(
      List<ScheduledAction> actions,
      String verb,
      Map<Integer, Set<Integer>> times,
      Step.Bounds bounds) {
    times.forEach(
        (hour, days) ->
            actions.add(
                new ScheduledAction(
                    PREFIX + verb + "-" + time(hour).replace(":", ""),
                    expression(hour, days),
                    zone,
                    bounds.minimum(),
                    bounds.maximum())));
  }

  private static Set<Integer> days(Map<Integer, Set<Integer>> times, int hour) {
    return times.getOrDefault(hour, Set.of());
  }

  private static Set<Integer> days(List<OffSlot> slots, ToIntFunction<OffSlot> day) {
    TreeSet<Integer> days = new TreeSet<>();
    slots.forEach(slot -> days.add(day.applyAsInt(slot)));
    return days;
  }

  private String expression(int hour, Set<Integer> days) {
    return days.size() == DAYS.size()
        ? String.format(Locale.ROOT, "cron(%d %d * * ? *)", minute, hour)
        : String.format(Locale.ROOT, "cron(%d %d ? * %s *)", minute, hour, days(days));
  }

  /** Such as MON-THU,SAT: three and more days in a row as a range, Sunday never in one but all. */
  private static String days(Set<Integer> days) {
    if (days.size() == DAYS.size()) {
      return "MON-SUN";
    }
    List<String> parts = new ArrayList<>();
    int day = 0;
    while (day < DAYS.size()) {
      if (!days.contains(day)) {
        day++;
        continue;
      }
      int end = day;
      while (end + 1 < DAYS.size() - 1 && days.contains(end + 1)) {
        end++;
      }
      if (end - day >= 2) {
        parts.add(DAYS.get(day) + "-" + DAYS.get(end));
        day = end + 1;
      } else {
        parts.add(DAYS.get(day));
        day++;
      }
    }
    return String.join(",", parts);
  }

  private String time(int hour) {
    return String.format(Locale.ROOT, "%02d:%02d", hour, minute);
  }
}
