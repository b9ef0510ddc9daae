package ecsadvisor.models.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fixture.DayBuilder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayTailTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  @Test
  void isNothingAboveTheMaximum() {
    DayUsage day = DayBuilder.shaped(DAY, 1440, 0.2, 0.2, 0.5, 0.6, 0.9);

    assertEquals(0, DayTail.shareAbove(day, 0.9));
    assertEquals(0, DayTail.shareAbove(day, 2));
  }

  @Test
  void interpolatesBetweenKnownPercentiles() {
    DayUsage day = DayBuilder.shaped(DAY, 1440, 0.2, 0.2, 0.5, 0.6, 0.8);

    assertEquals(0.05, DayTail.shareAbove(day, 0.5), 1e-12);
    assertEquals(0.03, DayTail.shareAbove(day, 0.55), 1e-12);
    assertEquals(0.005, DayTail.shareAbove(day, 0.7), 1e-12);
    assertEquals(0.75, DayTail.shareAbove(day, 0.1), 1e-12);
  }

  @Test
  void countsTheMinutesOfBucketsAboveTheLevel() {
    // Bucket 600 begins at 0.001 x 1.01^600 = 0.39, bucket 650 at 0.64.
    DayUsage day =
        new DayUsage(
            DAY,
            1000,
            1000,
            0.4,
            0.645,
            0.4,
            0.4,
            0.645,
            List.of(600, 650),
            List.of(980, 20),
            Collections.nCopies(24, 0.4),
            Collections.nCopies(24, 0.645));

    assertEquals(0.02, DayTail.shareAbove(day, 0.5));
    assertEquals(1, DayTail.shareAbove(day, 0.3));
  }

  @Test
  void isAtMostTheHoursThatReachTheLevel() {
    double[] hours = new double[24];
    Arrays.fill(hours, 0.1);
    hours[3] = 0.9;

    assertEquals(1 / 24.0, DayTail.shareAbove(DayBuilder.hourly(DAY, hours), 0.05 + 0.5), 0.02);
  }
}
