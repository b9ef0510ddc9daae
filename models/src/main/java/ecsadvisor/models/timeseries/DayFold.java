package ecsadvisor.models.timeseries;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.stats.LogBuckets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Folds the points of one day of one metric into its {@link DayUsage}.
 *
 * <p>A day can be covered more than once: by a stream of 1-minute points and a query with 5-minute
 * ones, or by two sources of the same metric. Exactly one (source, period) is used, the one that
 * covers most minutes; of equals the shortest period, then the source that is named first. Points
 * of one period that overlap (queries with different starts) are taken from the earliest on, each
 * minute once. A point counts for the minutes of its period, up to the end of the day, and its
 * values stand for each of them; one that spans two hours counts in both for its part.
 */
public final class DayFold {
  private static final int MINUTES_PER_HOUR = 60;
  private static final int HOURS = 24;

  private DayFold() {}

  /**
   * The usage of a day.
   *
   * @param day which day
   * @param sources the points that each source has of it, preferred sources first
   * @return null when no source has a point
   */
  public static @Nullable DayUsage fold(LocalDate day, List<DayPoints> sources) {
    Chosen best = null;
    for (DayPoints points : sources) {
      for (int period : periods(points)) {
        Chosen candidate = Chosen.of(points, period);
        if (best == null
            || candidate.minutes > best.minutes
            || (candidate.minutes == best.minutes && period < best.period)) {
          best = candidate;
        }
      }
    }
    return best == null ? null : best.fold(day);
  }

  private static int[] periods(DayPoints points) {
    return IntStream.range(0, points.size())
        .map(points::periodMinutes)
        .distinct()
        .sorted()
        .toArray();
  }

  /** The points of one source with one period. */
  private static final class Chosen {
    private final DayPoints points;
    private final int period;
    private final List<Integer> indexes = new ArrayList<>();
    private int minutes;

    private Chosen(DayPoints points, int period) {
      this.points = points;
      this.period = period;
    }

    static Chosen of(DayPoints points, int period) {
      Chosen chosen = new Chosen(points, period);
      int end = 0;
      for (int i = 0; i < points.size(); i++) {
        if (points.periodMinutes(i) == period && points.minute(i) >= end) {
          chosen.indexes.add(i);
          chosen.minutes += chosen.minutesOf(i);
          end = points.minute(i) + period;
        }
      }
      return chosen;
    }

    private int minutesOf(int i) {
      return Math.min(period, DayPoints.MINUTES_PER_DAY - points.minute(i));
    }

    DayUsage fold(LocalDate day) {
      double sum = 0;
      double[] hourSums = new double[HOURS];
      int[] hourMinutes = new int[HOURS];
      Double[] hourMaxima = new Double[HOURS];
      Arrays.fill(hourMaxima, Double.NaN);
      for (int i : indexes) {
        sum += points.average(i) * minutesOf(i);
        int end = points.minute(i) + minutesOf(i);
        for (int from = points.minute(i); from < end; ) {
          int hour = from / MINUTES_PER_HOUR;
          int to = Math.min(end, (hour + 1) * MINUTES_PER_HOUR);
          hourSums[hour] += points.average(i) * (to - from);
          hourMinutes[hour] += to - from;
          hourMaxima[hour] =
              hourMaxima[hour].isNaN()
                  ? points.maximum(i)
                  : Math.max(hourMaxima[hour], points.maximum(i));
          from = to;
        }
      }
      Double[] hourMeans = new Double[HOURS];
      Arrays.setAll(
          hourMeans, h -> hourMinutes[h] == 0 ? Double.NaN : hourSums[h] / hourMinutes[h]);

      List<Integer> byMaximum = new ArrayList<>(indexes);
      byMaximum.sort(Comparator.comparingDouble(points::maximum));
      List<Integer> bucketIndexes = new ArrayList<>();
      List<Integer> bucketMinutes = new ArrayList<>();
      for (int i : byMaximum) {
        int bucket = LogBuckets.index(points.maximum(i));
        int last = bucketIndexes.size() - 1;
        if (last >= 0 && bucketIndexes.get(last) == bucket) {
          bucketMinutes.set(last, bucketMinutes.get(last) + minutesOf(i));
          continue;
        }
        bucketIndexes.add(bucket);
        bucketMinutes.add(minutesOf(i));
      }
      return new DayUsage(
          day,
          minutes,
          indexes.size(),
          sum / minutes,
          points.maximum(byMaximum.get(byMaximum.size() - 1)),
          percentile(byMaximum, 500),
          percentile(byMaximum, 950),
          percentile(byMaximum, 990),
          bucketIndexes,
          bucketMinutes,
          List.of(hourMeans),
          List.of(hourMaxima));
    }

    /** The value of the minute with rank ceil(share * minutes), in whole numbers. */
    private double percentile(List<Integer> byMaximum, int perMille) {
      int rank = (minutes * perMille + 999) / 1000;
      int seen = 0;
      for (int i : byMaximum) {
        seen += minutesOf(i);
        if (seen >= rank) {
          return points.maximum(i);
        }
      }
      throw new AssertionError("Rank " + rank + " of " + minutes);
    }
  }
}
