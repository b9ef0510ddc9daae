package ecsadvisor.models.timeseries;

import java.util.Arrays;

/**
 * The points of one series on one UTC day, in growable arrays.
 *
 * <p>Points may be added in any order and more than once. Seen from outside they are sorted by
 * (minute, period), each pair at most once: of two points that disagree, the one with more samples
 * stays, then the one with the larger maximum, then the larger average, so the result is the same
 * in whatever order they came.
 */
public final class DayPoints {
  /** Minutes of a day. */
  public static final int MINUTES_PER_DAY = 1440;

  /** The longest period of a point; longer ones say nothing about the hours inside. */
  public static final int LONGEST_PERIOD_MINUTES = 60;

  private static final int PERIOD_BITS = 6;
  private static final int PERIOD_MASK = (1 << PERIOD_BITS) - 1;

  private int[] slots;
  private double[] averages;
  private double[] maxima;
  private int[] sampleCounts;
  private int size;
  private boolean sorted = true;
  private int compactAt = 2 * MINUTES_PER_DAY;

  public DayPoints() {
    this(8);
  }

  DayPoints(int capacity) {
    slots = new int[capacity];
    averages = new double[capacity];
    maxima = new double[capacity];
    sampleCounts = new int[capacity];
  }

  /**
   * Adds a point.
   *
   * @param minute minute of the day at which the period begins, 0..1439
   * @param periodMinutes length of the period, 1..60
   * @param average average over tasks and period
   * @param maximum highest value of any task in the period
   * @param sampleCount number of values behind the point, at least 0
   * @throws IllegalArgumentException when a figure is out of its range; the readers check before
   */
  public void add(int minute, int periodMinutes, double average, double maximum, int sampleCount) {
    if (minute < 0
        || minute >= MINUTES_PER_DAY
        || periodMinutes < 1
        || periodMinutes > LONGEST_PERIOD_MINUTES
        || !(average >= 0 && average <= Double.MAX_VALUE)
        || !(maximum >= 0 && maximum <= Double.MAX_VALUE)
        || sampleCount < 0) {
      throw new IllegalArgumentException(
          "Not a point of a day: minute %d, period %d, average %s, maximum %s, samples %d"
              .formatted(minute, periodMinutes, average, maximum, sampleCount));
    }
    if (size == slots.length) {
      makeRoom();
    }
    int slot = (minute << PERIOD_BITS) | periodMinutes;
    sorted = sorted && (size == 0 || slot > slots[size - 1]);
    slots[size] = slot;
    // Adding zero makes the negative zero a plain one.
    averages[size] = average + 0.0;
    maxima[size] = maximum + 0.0;
    sampleCounts[size] = sampleCount;
    size++;
  }

  /** Adds all points of another day. */
  public void addAll(DayPoints other) {
    for (int i = 0; i < other.size(); i++) {
      add(
          other.minute(i),
          other.periodMinutes(i),
          other.average(i),
          other.maximum(i),
          other.sampleCount(i));
    }
  }

  /** Number of different points. */
  public int size() {
    sort();
    return size;
  }

  /** Minute of the day at which point {@code i} begins. */
  public int minute(int i) {
    sort();
    return slots[i] >>> PERIOD_BITS;
  }

  /** Length of point {@code i}'s period. */
  public int periodMinutes(int i) {
    sort();
    return slots[i] & PERIOD_MASK;
  }

  /** Average of point {@code i}. */
  public double average(int i) {
    sort();
    return averages[i];
  }

  /** Maximum of point {@code i}. */
  public double maximum(int i) {
    sort();
    return maxima[i];
  }

  /** Number of values behind point {@code i}. */
  public int sampleCount(int i) {
    sort();
    return sampleCounts[i];
  }

  /** Duplicates are dropped before the arrays grow, so that repeats cost no memory. */
  private void makeRoom() {
    if (size >= compactAt) {
      sort();
      compactAt = Math.max(compactAt, 2 * size);
      if (size < slots.length) {
        return;
      }
    }
    int capacity = slots.length * 2;
    slots = Arrays.copyOf(slots, capacity);
    averages = Arrays.copyOf(averages, capacity);
    maxima = Arrays.copyOf(maxima, capacity);
    sampleCounts = Arrays.copyOf(sampleCounts, capacity);
  }

  private void sort() {
    if (sorted) {
      return;
    }
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      order[i] = ((long) slots[i] << 32) | i;
    }
    Arrays.sort(order);
    int[] sortedSlots = new int[slots.length];
    double[] sortedAverages = new double[slots.length];
    double[] sortedMaxima = new double[slots.length];
    int[] sortedCounts = new int[slots.length];
    int next = 0;
    for (int best = 0, i = 0; i < size; i++) {
      int candidate = (int) order[i];
      int slot = slots[candidate];
      if (next > 0 && sortedSlots[next - 1] == slot) {
        if (!better(candidate, best)) {
          continue;
        }
        next--;
      }
      best = candidate;
      sortedSlots[next] = slot;
      sortedAverages[next] = averages[candidate];
      sortedMaxima[next] = maxima[candidate];
      sortedCounts[next] = sampleCounts[candidate];
      next++;
    }
    slots = sortedSlots;
    averages = sortedAverages;
    maxima = sortedMaxima;
    sampleCounts = sortedCounts;
    size = next;
    sorted = true;
  }

  private boolean better(int candidate, int best) {
    if (sampleCounts[candidate] != sampleCounts[best]) {
      return sampleCounts[candidate] > sampleCounts[best];
    }
    if (maxima[candidate] != maxima[best]) {
      return maxima[candidate] > maxima[best];
    }
    return averages[candidate] > averages[best];
  }
}
