package ecsadvisor.models.cost.schedule;

/**
 * Hours of the week in which nothing is needed: from {@code start} on, for {@code hours}.
 *
 * @param start hour of the local week, 0 for Monday midnight to 167
 * @param hours length, 1..168; may run over the end of the week
 */
public record OffSlot(int start, int hours) {
  /** Hours of a week. */
  public static final int WEEK = 168;

  public OffSlot {
    if (start < 0 || start >= WEEK || hours < 1 || hours > WEEK) {
      throw new IllegalArgumentException("No hours of a week: " + start + " + " + hours);
    }
  }

  /** The hour of the week at which it ends. */
  int end() {
    return (start + hours) % WEEK;
  }

  /** The weekday on which it starts, 0 for Monday. */
  int day() {
    return start / 24;
  }

  /** The hour of the day at which it starts. */
  int offHour() {
    return start % 24;
  }

  /** The hour of the day at which it ends. */
  int onHour() {
    return end() % 24;
  }

  /** Midnights that it runs over. */
  int midnights() {
    return (offHour() + hours) / 24;
  }

  /** Whether the hour of the week lies in it. */
  public boolean contains(int hourOfWeek) {
    return Math.floorMod(hourOfWeek - start, WEEK) < hours;
  }
}
