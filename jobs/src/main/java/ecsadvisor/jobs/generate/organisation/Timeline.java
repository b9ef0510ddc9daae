package ecsadvisor.jobs.generate.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The days that the organisation's files cover. Hours are counted from the epoch, in UTC.
 *
 * @param lastDay the last day, included
 * @param days number of days
 */
public record Timeline(LocalDate lastDay, int days) {
  public Timeline {
    if (days < 1) {
      throw new IllegalArgumentException("Days must be at least 1, not " + days);
    }
  }

  /** The first day. */
  public LocalDate firstDay() {
    return lastDay.minusDays(days - 1L);
  }

  /** The first hour. */
  public int firstHour() {
    return Math.toIntExact(firstDay().toEpochDay() * 24);
  }

  /** The hour after the last one. */
  public int endHour() {
    return firstHour() + hours();
  }

  /** Number of hours. */
  public int hours() {
    return days * 24;
  }

  /** The day with that index, 0 being the first. */
  public LocalDate day(int index) {
    return firstDay().plusDays(index);
  }

  /** The calendar months touched, in order: the billing periods. */
  public List<YearMonth> months() {
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth month = YearMonth.from(firstDay());
        !month.isAfter(YearMonth.from(lastDay));
        month = month.plusMonths(1)) {
      months.add(month);
    }
    return months;
  }

  /** The instant at which an hour begins. */
  public static Instant instant(int hour) {
    return Instant.ofEpochSecond(hour * 3600L);
  }

  /** The first hour of a month. */
  public static int firstHour(YearMonth month) {
    return Math.toIntExact(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond() / 3600);
  }

  /** When the inventory is collected: the midnight after the last day. */
  public Instant collectedAt() {
    return instant(endHour());
  }
}
