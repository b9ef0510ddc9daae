package ecsadvisor.models.cost;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.ScheduledAction;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.fixture.DayBuilder;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.fixture.WeeklyCron;
import ecsadvisor.models.price.PriceBook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How much of what can be stopped is found, and is anything stopped that is needed? Loads with
 * planted weeks, noise, gaps, holidays and a change of the clocks inside the history; judged on
 * four weeks of the year after it: in winter, while only America's clocks have changed, at a month
 * end, and while only Australia's have. Measured with 120 services: precision 1.000, recall 0.906.
 */
class OffHoursYardstickTest {
  private static final int SERVICES = 120;
  private static final StopOffHours CONTROL =
      new StopOffHours(StopOffHours.Settings.defaults(), PriceBook.shipped());
  private static final List<LocalDate> JUDGED =
      List.of(
          LocalDate.of(2027, 1, 11),
          LocalDate.of(2027, 3, 22),
          LocalDate.of(2027, 6, 28),
          LocalDate.of(2027, 10, 4));

  /** A week as it is planned: which local hours are needed. */
  private record Plan(Kind kind, ZoneId zone, int from, int to, int workdays) {
    boolean isNeeded(ZonedDateTime time) {
      boolean isWorkday = time.getDayOfWeek().getValue() <= workdays;
      boolean isOpen =
          from < to
              ? time.getHour() >= from && time.getHour() < to
              : time.getHour() >= from || time.getHour() < to;
      return switch (kind) {
        case OFFICE -> isWorkday && isOpen;
        case BATCH -> isOpen;
        case ALWAYS, QUIET_NIGHTS -> true;
        case EVERY_OTHER_WEEK ->
            (isWorkday && isOpen) || time.toLocalDate().toEpochDay() / 7 % 2 == 0;
        case MONTH_END -> (isWorkday && isOpen) || time.getDayOfMonth() >= 30;
      };
    }
  }

  private enum Kind {
    OFFICE,
    BATCH,
    ALWAYS,
    QUIET_NIGHTS,
    EVERY_OTHER_WEEK,
    MONTH_END
  }

  private static Plan plan(SplittableRandom random, int number, ZoneId zone) {
    Kind[] kinds = {
      Kind.OFFICE,
      Kind.OFFICE,
      Kind.OFFICE,
      Kind.BATCH,
      Kind.OFFICE,
      Kind.MONTH_END,
      Kind.ALWAYS,
      Kind.QUIET_NIGHTS,
      Kind.BATCH,
      Kind.EVERY_OTHER_WEEK
    };
    Kind kind = kinds[number % kinds.length];
    if (kind == Kind.BATCH) {
      int from = random.nextInt(24);
      return new Plan(kind, zone, from, (from + 3 + random.nextInt(4)) % 24, 7);
    }
    return new Plan(
        kind, zone, 7 + random.nextInt(3), 16 + random.nextInt(5), 5 + random.nextInt(2));
  }

  private static double share(Plan plan, SplittableRandom random, ZonedDateTime time, int holiday) {
    if (random.nextInt(200) == 0) {
      return Double.NaN;
    }
    boolean isHoliday = plan.kind() == Kind.OFFICE && time.toLocalDate().toEpochDay() == holiday;
    boolean isNeeded = plan.isNeeded(time) && !isHoliday;
    double noise = 0.7 + 0.6 * random.nextDouble();
    if (plan.kind() == Kind.QUIET_NIGHTS && (time.getHour() < 6 || time.getHour() >= 20)) {
      return 0.09 * noise;
    }
    return isNeeded ? 0.45 * noise : 0.012 * noise;
  }

  private static ServiceBuilder service(Plan plan, int number, SplittableRandom random) {
    String[][] regions = {
      {"us-east-1", "America/New_York"},
      {"eu-central-1", "Europe/Berlin"},
      {"ap-southeast-2", "Australia/Sydney"},
      {"ap-northeast-1", "Asia/Tokyo"}
    };
    int region = List.of(regions).stream().map(row -> row[1]).toList().indexOf(plan.zone().getId());
    ServiceBuilder service =
        ServiceBuilder.service()
            .profile(Profile.DEV)
            .tasks(4)
            .in(region < 0 ? "us-east-1" : regions[region][0]);
    if (number % 2 == 0) {
      service.tagged("schedule:timezone", plan.zone().getId());
    }
    int holiday = (int) ServiceBuilder.AS_OF.minusDays(random.nextInt(28)).toEpochDay();
    service.metric(
        Metric.CPU_SHARE,
        32,
        day ->
            DayBuilder.hourly(
                day,
                WeekBuilder.hours(day, plan.zone(), time -> share(plan, random, time, holiday))));
    return service;
  }

  @Test
  void findsPlantedWindowsAndNoOthers() {
    String[] zones = {
      "America/New_York",
      "Europe/Berlin",
      "Australia/Sydney",
      "Asia/Tokyo",
      "America/New_York",
      // Lives by another clock than its region.
      "Europe/London"
    };
    double stopped = 0;
    double rightly = 0;
    double found = 0;
    double stoppable = 0;
    for (int number = 0; number < SERVICES; number++) {
      SplittableRandom random = new SplittableRandom(1000 + number);
      Plan plan = plan(random, number, ZoneId.of(zones[number % zones.length]));
      Advice advice = CONTROL.advise(service(plan, number, random).facts());
      for (LocalDate monday : JUDGED) {
        boolean[] isOff = isOff(advice, monday);
        for (int hour = 0; hour < 168; hour++) {
          ZonedDateTime time = monday.atStartOfDay(ZoneOffset.UTC).plusHours(hour);
          boolean isNeeded = plan.isNeeded(time.withZoneSameInstant(plan.zone()));
          boolean isStoppable = plan.kind() == Kind.OFFICE || plan.kind() == Kind.BATCH;
          stopped += isOff[hour] ? 1 : 0;
          rightly += isOff[hour] && !isNeeded ? 1 : 0;
          found += isOff[hour] && !isNeeded && isStoppable ? 1 : 0;
          stoppable += isStoppable && !isNeeded ? 1 : 0;
        }
      }
    }
    double precision = rightly / stopped;
    double recall = found / stoppable;
    String figures = String.format(Locale.ROOT, "precision %.4f recall %.4f", precision, recall);
    assertTrue(precision >= 0.98 && recall >= 0.85, figures);
  }

  private static boolean[] isOff(Advice advice, LocalDate monday) {
    boolean[] isOff = new boolean[168];
    if (!(advice instanceof Advice.Change change)) {
      return isOff;
    }
    Step.Schedule schedule = (Step.Schedule) change.proposal().steps().get(0);
    TreeMap<Instant, Boolean> events = new TreeMap<>();
    for (ScheduledAction action : schedule.actions()) {
      WeeklyCron cron = WeeklyCron.parse(action.schedule());
      ZoneId zone = ZoneId.of(action.timezone());
      for (LocalDate day = monday.minusDays(8); day.isBefore(monday.plusDays(9)); ) {
        if (cron.days().contains(day.getDayOfWeek())) {
          events.put(
              day.atTime(cron.time()).atZone(zone).toInstant(),
              Integer.valueOf(0).equals(action.maxCapacity()));
        }
        day = day.plusDays(1);
      }
    }
    Instant start = monday.atStartOfDay(ZoneOffset.UTC).toInstant();
    for (int hour = 0; hour < 168; hour++) {
      isOff[hour] = events.floorEntry(start.plusSeconds(hour * 3600L)).getValue();
    }
    return isOff;
  }
}
