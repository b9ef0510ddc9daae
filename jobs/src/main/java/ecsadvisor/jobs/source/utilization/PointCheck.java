package ecsadvisor.jobs.source.utilization;

import ecsadvisor.models.timeseries.DayPoints;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether figures can be a point of a series. */
final class PointCheck {
  private static final long EARLIEST = Instant.parse("2014-01-01T00:00:00Z").toEpochMilli();
  private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

  /** The average is a quotient of rounded figures and may exceed the maximum by this share. */
  private static final double TOLERANCE = 1e-6;

  private PointCheck() {}

  /** Why the figures are no point; null when they are one. */
  static @Nullable String problem(
      long epochMillis, long periodMinutes, double average, double maximum) {
    if (epochMillis < EARLIEST || epochMillis >= LATEST) {
      return "time outside 2014 to 2100";
    }
    if (periodMinutes < 1 || periodMinutes > DayPoints.LONGEST_PERIOD_MINUTES) {
      return "period is not 1 to 60 whole minutes";
    }
    if (!(average >= 0 && average <= Double.MAX_VALUE && maximum <= Double.MAX_VALUE)) {
      return "value is negative or not a finite number";
    }
    if (!(maximum >= average * (1 - TOLERANCE))) {
      return "maximum is below the average";
    }
    return null;
  }

  /** A sample count as a whole number. */
  static int samples(double count) {
    return count > 0 ? (int) Math.min(Integer.MAX_VALUE, Math.round(count)) : 0;
  }
}
