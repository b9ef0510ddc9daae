package ecsadvisor.models.cost;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.RequestDay;
import ecsadvisor.models.fixture.DayBuilder;
import ecsadvisor.models.fixture.ServiceBuilder;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Loads of a service by its local hour. */
final class WeekBuilder {
  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private WeekBuilder() {}

  /** 32 days of CPU, as shares, each hour made from its local time. */
  static ServiceBuilder cpu(
      ServiceBuilder service, ZoneId zone, ToDoubleFunction<ZonedDateTime> share) {
    return service.metric(
        Metric.CPU_SHARE, 32, day -> DayBuilder.hourly(day, hours(day, zone, share)));
  }

  /** 32 days of requests. */
  static ServiceBuilder requests(
      ServiceBuilder service, ZoneId zone, ToDoubleFunction<ZonedDateTime> count) {
    for (int back = 31; back >= 0; back--) {
      LocalDate day = ServiceBuilder.AS_OF.minusDays(back);
      List<Double> hours = new ArrayList<>();
      Arrays.stream(hours(day, zone, count)).forEach(hours::add);
      service.requests(new RequestDay(day, hours));
    }
    return service;
  }

  static double[] hours(LocalDate day, ZoneId zone, ToDoubleFunction<ZonedDateTime> value) {
    double[] hours = new double[24];
    for (int hour = 0; hour < 24; hour++) {
      hours[hour] =
          value.applyAsDouble(day.atTime(hour, 0).atOffset(ZoneOffset.UTC).atZoneSameInstant(zone));
    }
    return hours;
  }

  /** From nine to eighteen on working days. */
  static boolean isOffice(ZonedDateTime time) {
    return time.getDayOfWeek().getValue() <= 5 && time.getHour() >= 9 && time.getHour() < 18;
  }

  static double value(DayUsage day, int hour) {
    return day.hourMeans().get(hour);
  }
}
