package ecsadvisor.models.cost.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import ecsadvisor.models.fact.ScheduledAction;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.fixture.WeeklyCron;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScheduleActionsTest {
  private static final Instant FROM = Instant.parse("2026-11-21T00:00:00Z");
  private static final LocalDate END = LocalDate.of(2038, 1, 1);
  private static final OffWeek.Limits LIMITS = new OffWeek.Limits(3, 4, 0, 1);

  /**
   * Zones whose clocks change at two, one, midnight, eleven at night, by half an hour, or never.
   */
  private static final List<String> ZONES =
      List.of(
          "America/New_York",
          "America/Sao_Paulo",
          "America/Nuuk",
          "America/Santiago",
          "Asia/Beirut",
          "Asia/Jerusalem",
          "Asia/Kolkata",
          "Africa/Cairo",
          "Australia/Lord_Howe",
          "Australia/Sydney",
          "Europe/Berlin",
          "Europe/Dublin",
          "Pacific/Auckland",
          "UTC");

  private static OffWeek week(SplittableRandom random, ZoneId zone) {
    boolean[] isIdle = new boolean[168];
    int from = random.nextInt(24);
    int length = 5 + random.nextInt(12);
    int days = 1 + random.nextInt(127);
    for (int hour = 0; hour < 168; hour++) {
      isIdle[hour] = ((days >> (hour / 24)) & 1) == 1 && Math.floorMod(hour - from, 24) < length;
    }
    return OffWeek.of(isIdle, LIMITS, new SafeHours(zone, FROM));
  }

  @Test
  void stopsAndStartsInTurnOnEveryDayOfTwelveYears() {
    SplittableRandom random = new SplittableRandom(7);
    int events = 0;
    for (String name : ZONES) {
      ZoneId zone = ZoneId.of(name);
      for (int round = 0; round < 3; round++) {
        OffWeek week = week(random, zone);
        if (!week.windows().isEmpty()) {
          int minute = name.equals("Asia/Kolkata") ? 30 : 0;
          events += simulate(new ScheduleActions(week, name, minute), week, zone);
        }
      }
    }
    assertTrue(events > 100_000, "events " + events);
  }

  private static int simulate(ScheduleActions actions, OffWeek week, ZoneId zone) {
    TreeMap<Instant, Boolean> events = new TreeMap<>();
    for (ScheduledAction action : actions.actions(new Step.Bounds(2, 5))) {
      WeeklyCron cron = WeeklyCron.parse(action.schedule());
      boolean isStop = Integer.valueOf(0).equals(action.maxCapacity());
      for (LocalDate day = LocalDate.of(2026, 11, 21); day.isBefore(END); day = day.plusDays(1)) {
        if (cron.days().contains(day.getDayOfWeek())) {
          LocalDateTime local = day.atTime(cron.time());
          assertEquals(1, zone.getRules().getValidOffsets(local).size(), zone + " " + local);
          assertEquals(null, events.put(local.atZone(zone).toInstant(), isStop), "one at a time");
        }
      }
    }
    List<Integer> lengths = new ArrayList<>(week.slots().stream().map(OffSlot::hours).toList());
    Map.Entry<Instant, Boolean> before = null;
    for (Map.Entry<Instant, Boolean> event : events.entrySet()) {
      if (before != null) {
        assertFalse(before.getValue().equals(event.getValue()), "in turn at " + event.getKey());
        if (before.getValue()) {
          long hours =
              Math.round(Duration.between(before.getKey(), event.getKey()).toMinutes() / 60.0);
          assertTrue(
              lengths.stream().anyMatch(length -> Math.abs(length - hours) <= 1),
              zone + " " + before.getKey() + " " + hours);
        }
      }
      before = event;
    }
    return events.size();
  }

  @Test
  void everyExpressionIsReadAsItIsMeantByAParserOfOthers() {
    CronDefinition aws =
        CronDefinitionBuilder.defineCron()
            .withMinutes()
            .and()
            .withHours()
            .and()
            .withDayOfMonth()
            .supportsL()
            .supportsW()
            .supportsQuestionMark()
            .and()
            .withMonth()
            .and()
            .withDayOfWeek()
            .withValidRange(1, 7)
            .withMondayDoWValue(2)
            .supportsL()
            .supportsHash()
            .supportsQuestionMark()
            .and()
            .withYear()
            .withValidRange(1970, 2199)
            .and()
            .instance();
    CronParser parser = new CronParser(aws);
    SplittableRandom random = new SplittableRandom(8);
    ZoneId zone = ZoneId.of("America/New_York");
    for (int round = 0; round < 40; round++) {
      OffWeek week = week(random, zone);
      for (ScheduledAction action :
          new ScheduleActions(week, zone.getId(), 0).actions(new Step.Bounds(1, 1))) {
        String body = action.schedule().substring(5, action.schedule().length() - 1);
        Cron cron = parser.parse(body);
        WeeklyCron own = WeeklyCron.parse(action.schedule());
        ExecutionTime times = ExecutionTime.forCron(cron);
        ZonedDateTime time = ZonedDateTime.of(2026, 11, 21, 0, 0, 0, 0, ZoneOffset.UTC);
        for (int next = 0; next < 8; next++) {
          time = times.nextExecution(time).orElseThrow();
          assertEquals(own.time(), time.toLocalTime(), action.schedule());
          assertTrue(own.days().contains(time.getDayOfWeek()), action.schedule() + " " + time);
        }
      }
    }
  }

  @Test
  void keepsAwayFromTheHoursInWhichClocksChange() {
    boolean[] isIdle = new boolean[168];
    Arrays.fill(isIdle, true);
    // Busy from 20 to 1: idle from 1 to 20, but nothing may happen before 4.
    for (int hour = 0; hour < 168; hour++) {
      isIdle[hour] = hour % 24 >= 1 && hour % 24 < 20;
    }

    OffWeek berlin = OffWeek.of(isIdle, LIMITS, new SafeHours(ZoneId.of("Europe/Berlin"), FROM));
    OffWeek kolkata = OffWeek.of(isIdle, LIMITS, new SafeHours(ZoneId.of("Asia/Kolkata"), FROM));

    assertEquals(new OffSlot(4, 15), berlin.slots().get(0));
    assertEquals(new OffSlot(1, 18), kolkata.slots().get(0));
    assertEquals(
        "cron(0 4 * * ? *)",
        new ScheduleActions(berlin, "Europe/Berlin", 0)
            .actions(new Step.Bounds(3, 3))
            .get(0)
            .schedule());
  }

  @Test
  void bringsManyShapesIntoThreeWindows() {
    boolean[] isIdle = new boolean[168];
    for (int day = 0; day < 7; day++) {
      for (int hour = 0; hour < 24; hour++) {
        // Idle from 10 + day on, to eleven at night: seven different times.
        isIdle[day * 24 + hour] = hour >= 10 + day && hour < 23;
      }
    }

    OffWeek week = OffWeek.of(isIdle, LIMITS, new SafeHours(ZoneId.of("UTC"), FROM));

    assertEquals(3, week.windows().size());
    for (OffSlot slot : week.slots()) {
      for (int hour = 0; hour < slot.hours(); hour++) {
        assertTrue(isIdle[(slot.start() + hour) % 168]);
      }
    }
    // The best way to bring 12, 11, 10, 9, 8, 7 and 6 hours into three lengths.
    int best = 0;
    for (int first = 1; first < 6; first++) {
      for (int second = first + 1; second < 7; second++) {
        int hours = first * (13 - first) + (second - first) * (13 - second) + (7 - second) * 6;
        best = Math.max(best, hours);
      }
    }
    assertEquals(best, week.hours());
  }
}
