package ecsadvisor.models.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fixture.DayBuilder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayScalingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  @Test
  void multipliesEveryValue() {
    DayUsage day = DayScaling.times(DayBuilder.shaped(DAY, 60, 1, 2, 3, 4, 5), 2);

    assertEquals(DayBuilder.shaped(DAY, 60, 2, 4, 6, 8, 10), day);
  }

  @Test
  void movesBucketsByTheirGrowth() {
    DayUsage day = DayScaling.times(DayBuilder.constant(DAY, 0.4), 2);

    // ln 2 / ln 1.01 = 69.66.
    assertEquals(
        DayBuilder.constant(DAY, 0.4).bucketIndexes().get(0) + 70, day.bucketIndexes().get(0));
    assertEquals(List.of(1440), day.bucketMinutes());
  }

  @Test
  void refusesToScaleToNothing() {
    assertThrows(
        IllegalArgumentException.class, () -> DayScaling.times(DayBuilder.constant(DAY, 0.4), 0));
  }
}
