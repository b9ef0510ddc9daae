package ecsadvisor.models.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fixture.DayBuilder;
import ecsadvisor.models.stats.LogBuckets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MinuteShapeTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  /** The day of 1440 minutes of the mean of all tasks, the hottest of which is so much hotter. */
  private static DayUsage day(double[] minutes, double hottest) {
    List<Double> means = new ArrayList<>();
    List<Double> maxima = new ArrayList<>();
    TreeMap<Integer, Integer> buckets = new TreeMap<>();
    for (int hour = 0; hour < 24; hour++) {
      double[] values = Arrays.copyOfRange(minutes, hour * 60, hour * 60 + 60);
      means.add(Arrays.stream(values).average().orElseThrow());
      maxima.add(Arrays.stream(values).max().orElseThrow() * hottest);
      for (double value : values) {
        buckets.merge(LogBuckets.index(value * hottest), 1, Integer::sum);
      }
    }
    double[] sorted = minutes.clone();
    Arrays.sort(sorted);
    return new DayUsage(
        DAY,
        1440,
        1440,
        Arrays.stream(minutes).average().orElseThrow(),
        sorted[1439] * hottest,
        sorted[719] * hottest,
        sorted[1367] * hottest,
        sorted[1425] * hottest,
        List.copyOf(buckets.keySet()),
        List.copyOf(buckets.values()),
        means,
        maxima);
  }

  private static double[] bursty(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] minutes = new double[1440];
    double level = 0.2;
    for (int minute = 0; minute < 1440; minute++) {
      level = random.nextInt(40) == 0 ? 0.1 + 0.8 * random.nextDouble() : level;
      minutes[minute] = level * (0.9 + 0.2 * random.nextDouble());
    }
    return minutes;
  }

  @Test
  void keepsTheMeanAndTheMaximumOfEveryHour() {
    for (long seed = 0; seed < 20; seed++) {
      double[] truth = bursty(seed);
      DayUsage day = day(truth, 1.1);
      double ratio = MinuteShape.hottestOverMean(day);
      double[] made = MinuteShape.minutes(day);
      assertEquals(1.1, ratio, 0.01);
      for (int hour = 0; hour < 24; hour++) {
        double[] values = Arrays.copyOfRange(made, hour * 60, hour * 60 + 60);
        assertEquals(
            day.hourMeans().get(hour), Arrays.stream(values).average().orElseThrow(), 1e-9);
        assertEquals(
            day.hourMaxima().get(hour) / ratio, Arrays.stream(values).max().orElseThrow(), 1e-9);
      }
    }
  }

  @Test
  void tellsBroadWavesFromShortPeaksByTheBuckets() {
    double[] broad = new double[1440];
    double[] peaks = new double[1440];
    for (int minute = 0; minute < 1440; minute++) {
      broad[minute] = minute % 60 < 30 ? 0.8 : 0.1;
      peaks[minute] = minute % 60 < 5 ? 0.8 : 0.1;
    }

    assertEquals(720, above(MinuteShape.minutes(day(broad, 1)), 0.45), 72);
    assertEquals(120, above(MinuteShape.minutes(day(peaks, 1)), 0.45), 48);
  }

  private static double above(double[] minutes, double level) {
    return Arrays.stream(minutes).filter(value -> value > level).count();
  }

  @Test
  void saysNothingOfHoursWithoutData() {
    double[] hours = new double[24];
    Arrays.fill(hours, 0.5);
    hours[7] = Double.NaN;

    double[] minutes = MinuteShape.minutes(DayBuilder.hourly(DAY, hours));

    assertTrue(Double.isNaN(minutes[7 * 60 + 30]));
    assertEquals(0.5, minutes[8 * 60], 1e-9);
  }

  @Test
  void replaysToTheTaskHoursOfTheTrueMinutes() {
    double error = 0;
    int days = 20;
    TrackingRule rule = TrackingRule.classic(0.6, 2, 30, 5);
    for (long seed = 0; seed < days; seed++) {
      double[] truth = Arrays.stream(bursty(seed)).map(value -> value * 10).toArray();
      DayUsage day = day(Arrays.stream(truth).map(value -> value / 10).toArray(), 1);
      double[] made = Arrays.stream(MinuteShape.minutes(day)).map(value -> value * 10).toArray();
      double expected = new ScalingReplay(truth, 1, 1, 3, 0).withTracking(rule).meanTasks();
      double replayed = new ScalingReplay(made, 1, 1, 3, 0).withTracking(rule).meanTasks();
      error += Math.abs(replayed / expected - 1) / days;
    }
    assertTrue(error < 0.08, "error " + error);
  }
}
