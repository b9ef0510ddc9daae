package ecsadvisor.models.stats;

import ecsadvisor.models.fact.DayUsage;
import java.util.List;

/**
 * For what share of a day's minutes was the hottest task above a level?
 *
 * <p>Where the day has value buckets, their minutes answer, to the width of a bucket (1 % of the
 * level). Without them the day's exact median, 95th and 99th percentile and maximum are knots of
 * its distribution; between them the share is interpolated linearly, so the error is less than the
 * step between two knots: one point of share above the 99th percentile, four between the 95th and
 * 99th. An hour whose maximum is not above the level has no minute above it, which caps the result.
 */
public final class DayTail {
  private DayTail() {}

  /**
   * The share of minutes above the level, 0..1; 0 where the day's maximum is not above it.
   *
   * @param level in the unit of the day's values
   */
  public static double shareAbove(DayUsage day, double level) {
    if (day.max() <= level) {
      return 0;
    }
    if (!day.bucketIndexes().isEmpty() && level > 0) {
      return bucketed(day, level);
    }
    return Math.min(interpolated(day, level), shareOfHoursAbove(day.hourMaxima(), level));
  }

  private static double bucketed(DayUsage day, double level) {
    int bucket = LogBuckets.index(level);
    long minutes = 0;
    long above = 0;
    for (int i = 0; i < day.bucketIndexes().size(); i++) {
      minutes += day.bucketMinutes().get(i);
      above += day.bucketIndexes().get(i) > bucket ? day.bucketMinutes().get(i) : 0;
    }
    return minutes == 0 ? 0 : (double) above / minutes;
  }

  private static double interpolated(DayUsage day, double level) {
    if (level >= day.p99()) {
      return between(level, day.p99(), 0.01, day.max(), 0);
    }
    if (level >= day.p95()) {
      return between(level, day.p95(), 0.05, day.p99(), 0.01);
    }
    if (level >= day.p50()) {
      return between(level, day.p50(), 0.5, day.p95(), 0.05);
    }
    return between(Math.max(0, level), 0, 1, day.p50(), 0.5);
  }

  private static double between(
      double level, double low, double shareLow, double high, double shareHigh) {
    if (high <= low) {
      return shareHigh;
    }
    return shareLow + (level - low) / (high - low) * (shareHigh - shareLow);
  }

  private static double shareOfHoursAbove(List<Double> hourMaxima, double level) {
    int known = 0;
    int above = 0;
    for (double maximum : hourMaxima) {
      if (!Double.isNaN(maximum)) {
        known++;
        above += maximum > level ? 1 : 0;
      }
    }
    return known == 0 ? 1 : (double) above / known;
  }
}
