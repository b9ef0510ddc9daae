package ecsadvisor.models.fact;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The days that the run looks at.
 *
 * @param asOf the last day, included
 * @param lookbackDays number of days up to and with {@code asOf}
 */
public record Window(LocalDate asOf, int lookbackDays) implements Serializable {
  public Window {
    if (lookbackDays < 1) {
      throw new IllegalArgumentException("Look-back must be at least 1 day, not " + lookbackDays);
    }
  }

  /** The first day of the window. */
  public LocalDate firstDay() {
    return asOf.minusDays(lookbackDays - 1L);
  }

  /** Whether the day is in the window. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(firstDay()) && !day.isAfter(asOf);
  }
}
