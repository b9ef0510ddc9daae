package ecsadvisor.models.timeseries;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.stats.LogBuckets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DayFoldTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  private static DayUsage fold(DayPoints... sources) {
    return requireNonNull(DayFold.fold(DAY, List.of(sources)));
  }

  @Test
  void withoutPointsThereIsNoUsage() {
    assertNull(DayFold.fold(DAY, List.of()));
    assertNull(DayFold.fold(DAY, List.of(new DayPoints())));
  }

  @Test
  void percentilesAreNearestRankOverTheHottestTask() {
    DayPoints points = new DayPoints();
    for (int minute = 0; minute < 100; minute++) {
      points.add(minute, 1, 0.001, minute + 1, 1);
    }
    DayUsage usage = fold(points);
    assertEquals(50, usage.p50());
    assertEquals(95, usage.p95());
    assertEquals(99, usage.p99());
    assertEquals(100, usage.max());
    assertEquals(100, usage.minutes());
    assertEquals(100, usage.points());
    assertEquals(0.001, usage.mean(), 1e-15);
  }

  @Test
  void pointsWeighAsManyMinutesAsTheirPeriod() {
    DayPoints points = new DayPoints();
    points.add(0, 60, 0.2, 0.4, 60);
    points.add(60, 60, 0.4, 0.8, 60);
    DayUsage usage = fold(points);
    assertEquals(120, usage.minutes());
    assertEquals(0.3, usage.mean(), 1e-12);
    assertEquals(0.4, usage.p50());
    assertEquals(List.of(LogBuckets.index(0.4), LogBuckets.index(0.8)), usage.bucketIndexes());
    assertEquals(List.of(60, 60), usage.bucketMinutes());
  }

  @Test
  void theSourceAndPeriodWithMostMinutesIsUsedAlone() {
    DayPoints mixed = new DayPoints();
    for (int minute = 0; minute < 30; minute++) {
      mixed.add(minute, 1, 0.9, 0.9, 1);
    }
    for (int minute = 0; minute < 60; minute += 5) {
      mixed.add(minute, 5, 0.1, 0.2, 5);
    }
    DayUsage usage = fold(mixed);
    assertEquals(60, usage.minutes());
    assertEquals(0.2, usage.max());
  }

  @Test
  void ofEqualCoverageTheShortestPeriodThenTheFirstSourceIsUsed() {
    DayPoints fives = new DayPoints();
    fives.add(0, 5, 0.1, 0.1, 1);
    DayPoints ones = new DayPoints();
    DayPoints others = new DayPoints();
    for (int minute = 0; minute < 5; minute++) {
      ones.add(minute, 1, 0.2, 0.2, 1);
      others.add(minute, 1, 0.3, 0.3, 1);
    }
    assertEquals(0.2, fold(fives, ones, others).max());
    assertEquals(0.3, fold(others, ones, fives).max());
  }

  @Test
  void overlappingPeriodsCountEachMinuteOnce() {
    DayPoints points = new DayPoints();
    points.add(0, 5, 0.1, 0.1, 1);
    points.add(3, 5, 0.9, 0.9, 1);
    points.add(5, 5, 0.2, 0.2, 1);
    DayUsage usage = fold(points);
    assertEquals(10, usage.minutes());
    assertEquals(0.2, usage.max());
  }

  @Test
  void hoursWithoutDataAreNotZero() {
    DayPoints points = new DayPoints();
    points.add(60, 5, 0.1, 0.3, 5);
    points.add(65, 5, 0.3, 0.5, 5);
    DayUsage usage = fold(points);
    assertTrue(usage.hourMeans().get(0).isNaN());
    assertTrue(usage.hourMaxima().get(23).isNaN());
    assertEquals(0.2, usage.hourMeans().get(1), 1e-12);
    assertEquals(0.5, usage.hourMaxima().get(1));
    assertEquals(24, usage.hourMeans().size());
  }

  @Test
  void pointAcrossTwoHoursCountsInBoth() {
    DayPoints points = new DayPoints();
    points.add(630, 60, 0.5, 0.7, 60);
    DayUsage usage = fold(points);
    assertEquals(0.5, usage.hourMeans().get(10));
    assertEquals(0.7, usage.hourMaxima().get(11));
  }

  @Test
  void pointAcrossMidnightEndsWithItsDay() {
    DayPoints points = new DayPoints();
    points.add(1410, 60, 0.5, 0.7, 60);
    assertEquals(30, fold(points).minutes());
  }

  @Test
  void bucketMinutesAddUpToTheMinutesWithAscendingIndexes() {
    Random random = new Random(1);
    List<Integer> minutes = new ArrayList<>();
    for (int minute = 0; minute < 1440; minute++) {
      minutes.add(minute);
    }
    Collections.shuffle(minutes, random);
    DayPoints points = new DayPoints();
    for (int minute : minutes.subList(0, 1000)) {
      double maximum = random.nextDouble();
      points.add(minute, 1, maximum / 2, maximum, 1);
    }
    DayUsage usage = fold(points);
    assertEquals(1000, usage.bucketMinutes().stream().mapToInt(Integer::intValue).sum());
    assertEquals(
        usage.bucketIndexes().stream().sorted().distinct().toList(), usage.bucketIndexes());
    double bucketed = LogBuckets.percentile(usage.bucketIndexes(), usage.bucketMinutes(), 0.95);
    assertTrue(bucketed > usage.p95() && bucketed <= usage.p95() * 1.0101);
  }
}
