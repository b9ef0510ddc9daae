package ecsadvisor.models.cost.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * At which full hours of the day may something happen every day of every year?
 *
 * <p>A local time that a change of the clocks skips or repeats is no time for a stop or a start:
 * schedulers leave it out, or act twice. Where a zone changes its clocks between midnight and four,
 * all of that stretch is avoided, elsewhere the hours that a change touches.
 */
final class SafeHours {
  private static final int NIGHT_END = 4;
  private static final int YEARS = 12;

  private final boolean[] isUnsafe = new boolean[24];

  /**
   * The safe hours of a zone.
   *
   * @param from from when on; changes of the twelve years after it count
   */
  SafeHours(ZoneId zone, Instant from) {
    for (ZoneOffsetTransition transition : transitions(zone.getRules(), from)) {
      LocalDateTime before = transition.getDateTimeBefore();
      LocalDateTime after = transition.getDateTimeAfter();
      LocalDateTime first = before.isBefore(after) ? before : after;
      LocalDateTime last = before.isBefore(after) ? after : before;
      for (LocalDateTime hour = first.withMinute(0);
          !hour.isAfter(last);
          hour = hour.plusHours(1)) {
        isUnsafe[hour.getHour()] = true;
      }
    }
    for (int hour = 0; hour < NIGHT_END; hour++) {
      if (isUnsafe[hour]) {
        Arrays.fill(isUnsafe, 0, NIGHT_END, true);
      }
    }
  }

  private static List<ZoneOffsetTransition> transitions(ZoneRules rules, Instant from) {
    Instant until = from.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
    List<ZoneOffsetTransition> transitions = new ArrayList<>();
    ZoneOffsetTransition next = rules.nextTransition(from);
    while (next != null && next.getInstant().isBefore(until)) {
      transitions.add(next);
      next = rules.nextTransition(next.getInstant());
    }
    return transitions;
  }

  /** The part of a slot that starts and ends at safe hours; null where nothing is left. */
  @org.jspecify.annotations.Nullable
  OffSlot within(OffSlot slot) {
    int start = slot.start();
    int hours = slot.hours();
    while (hours > 0 && isUnsafe[start % 24]) {
      start = (start + 1) % OffSlot.WEEK;
      hours--;
    }
    while (hours > 0 && isUnsafe[(start + hours) % 24]) {
      hours--;
    }
    return hours > 0 ? new OffSlot(start, hours) : null;
  }
}
