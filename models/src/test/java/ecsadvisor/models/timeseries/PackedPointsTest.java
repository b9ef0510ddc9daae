package ecsadvisor.models.timeseries;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PackedPointsTest {

  private record Point(int minute, int period, double average, double maximum, int samples) {}

  private static DayPoints day(List<Point> points) {
    DayPoints day = new DayPoints();
    points.forEach(p -> day.add(p.minute, p.period, p.average, p.maximum, p.samples));
    return day;
  }

  private static List<Point> points(DayPoints day) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < day.size(); i++) {
      points.add(
          new Point(
              day.minute(i),
              day.periodMinutes(i),
              day.average(i),
              day.maximum(i),
              day.sampleCount(i)));
    }
    return points;
  }

  private static List<Point> random(Random random, int count) {
    List<Point> points = new ArrayList<>();
    int[] periods = {1, 1, 5, 60};
    for (int i = 0; i < count; i++) {
      double average = random.nextInt(4) / 8.0;
      points.add(
          new Point(
              random.nextInt(DayPoints.MINUTES_PER_DAY),
              periods[random.nextInt(4)],
              average,
              average + random.nextInt(3),
              random.nextInt(4)));
    }
    return points;
  }

  /** The plainest implementation of the rule: a sorted map, the best point of each key. */
  private static List<Point> reference(List<Point> points) {
    Comparator<Point> better =
        Comparator.comparingInt(Point::samples)
            .thenComparingDouble(Point::maximum)
            .thenComparingDouble(Point::average);
    Map<Integer, Point> best = new TreeMap<>();
    for (Point point : points) {
      best.merge(
          point.minute * 100 + point.period, point, (a, b) -> better.compare(a, b) >= 0 ? a : b);
    }
    return List.copyOf(best.values());
  }

  @Test
  void pointsSurvivePacking() {
    List<Point> points =
        List.of(
            new Point(0, 1, 0.25, 0.25, 1),
            new Point(1, 1, 0.1, 0.30000000000000004, 3),
            new Point(7, 5, 0, 0, 0),
            new Point(1439, 60, 1e300, 1e300, Integer.MAX_VALUE));
    assertEquals(points, points(PackedPoints.unpack(PackedPoints.pack(day(points)))));
  }

  @Test
  void noPointsArePackedToo() {
    assertEquals(0, PackedPoints.unpack(PackedPoints.pack(new DayPoints())).size());
  }

  @Test
  void regularPointsTakeSeventeenBytes() {
    DayPoints day = new DayPoints();
    for (int minute = 0; minute < 1440; minute++) {
      day.add(minute, 1, 0.1, 0.2, 2);
    }
    assertEquals(3 + 1 + 1440 * 17, PackedPoints.pack(day).length);
  }

  @Test
  void mergeIsTheReferenceWhateverTheSplitAndOrder() {
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      List<Point> points = random(random, random.nextInt(4_000));
      List<Point> expected = reference(points);
      Collections.shuffle(points, random);
      List<byte[]> parts = new ArrayList<>();
      for (int from = 0; from < points.size(); ) {
        int to = Math.min(points.size(), from + 1 + random.nextInt(900));
        parts.add(PackedPoints.pack(day(points.subList(from, to))));
        from = to;
      }
      byte[] merged = PackedPoints.merge(parts);
      assertEquals(expected, points(PackedPoints.unpack(merged)));
      assertArrayEquals(PackedPoints.pack(day(expected)), merged);
    }
  }

  @Test
  void mergingTwiceChangesNothing() {
    byte[] packed = PackedPoints.pack(day(random(new Random(5), 500)));
    assertArrayEquals(packed, PackedPoints.merge(List.of(packed, packed)));
  }

  @Test
  void duplicatesTakeNoMemory() {
    DayPoints day = new DayPoints();
    for (int i = 0; i < 1_000_000; i++) {
      day.add(i % 1440, 1, 0.5, 0.5, 1);
    }
    assertEquals(1440, day.size());
  }

  @Test
  void pointWithMoreSamplesStays() {
    Point few = new Point(3, 5, 0.9, 0.9, 1);
    Point many = new Point(3, 5, 0.1, 0.2, 5);
    assertEquals(List.of(many), points(day(List.of(few, many))));
    assertEquals(List.of(many), points(day(List.of(many, few))));
  }

  @Test
  void valuesThatAreNoPointAreRefused() {
    DayPoints day = new DayPoints();
    assertThrows(IllegalArgumentException.class, () -> day.add(1440, 1, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> day.add(0, 61, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> day.add(0, 1, Double.NaN, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> day.add(0, 1, 0, -1, 0));
    assertThrows(
        IllegalArgumentException.class, () -> day.add(0, 1, 0, Double.POSITIVE_INFINITY, 0));
  }

  @Test
  void damagedBytesAreRefused() {
    byte[] packed = PackedPoints.pack(day(List.of(new Point(3, 5, 0.9, 1.0, 1))));
    for (int length = 0; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThrows(IllegalArgumentException.class, () -> PackedPoints.unpack(cut));
    }
    byte[] longer = Arrays.copyOf(packed, packed.length + 1);
    assertThrows(IllegalArgumentException.class, () -> PackedPoints.unpack(longer));
    byte[] other = packed.clone();
    other[0] = 9;
    assertThrows(IllegalArgumentException.class, () -> PackedPoints.unpack(other));
  }
}
