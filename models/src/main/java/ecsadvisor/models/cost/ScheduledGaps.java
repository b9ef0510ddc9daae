package ecsadvisor.models.cost;

import ecsadvisor.models.fact.DayUsage;
import java.time.LocalDate;
import java.util.List;

/**
 * At which hours of the week does the service run no task by plan?
 *
 * <p>ECS publishes nothing while no task runs, so a service that is stopped every night has gaps
 * that are no loss of telemetry. An hour of the week that is empty on every day of that weekday
 * that has data, and on two or more of them, is taken as planned.
 */
final class ScheduledGaps {
  private static final int HOURS = 24;
  private static final int MINUTES_PER_HOUR = 60;

  private final int[] daysSeen = new int[8];
  private final int[][] hoursSeen = new int[8][HOURS];

  private ScheduledGaps() {}

  static ScheduledGaps of(List<SizedDay> days) {
    ScheduledGaps gaps = new ScheduledGaps();
    for (SizedDay day : days) {
      DayUsage usage = day.cpu() == null ? day.memory() : day.cpu();
      if (usage == null || usage.hourMeans().size() != HOURS) {
        continue;
      }
      int weekday = day.day().getDayOfWeek().getValue();
      gaps.daysSeen[weekday]++;
      for (int hour = 0; hour < HOURS; hour++) {
        gaps.hoursSeen[weekday][hour] += usage.hourMeans().get(hour).isNaN() ? 0 : 1;
      }
    }
    return gaps;
  }

  /** Minutes of the day at which telemetry is expected. */
  double expectedMinutes(LocalDate day) {
    int weekday = day.getDayOfWeek().getValue();
    int planned = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      planned += daysSeen[weekday] >= 2 && hoursSeen[weekday][hour] == 0 ? 1 : 0;
    }
    return (HOURS - planned) * MINUTES_PER_HOUR;
  }

  /**
   * Share of the week's days on which the service runs at all; 1 where less than two weeks are
   * known.
   */
  double shareOfWeekdays() {
    int days = 0;
    int weekdays = 0;
    for (int seen : daysSeen) {
      days += seen;
      weekdays += seen > 0 ? 1 : 0;
    }
    return days >= 2 * weekdays && weekdays > 0 ? weekdays / 7.0 : 1;
  }
}
