package ecsadvisor.models.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class QuantilesTest {
  @Test
  void interpolatesBetweenOrderStatistics() {
    assertEquals(2.5, Quantiles.linear(new double[] {4, 1, 3, 2}, 0.5), 1e-12);
    assertEquals(4, Quantiles.linear(new double[] {4, 1, 3, 2}, 1));
    assertEquals(7, Quantiles.linear(new double[] {7}, 0.95));
  }

  @Test
  void leavesTheFiguresAsTheyAre() {
    double[] values = {3, 1, 2};
    Quantiles.linear(values, 0.5);
    assertArrayEquals(new double[] {3, 1, 2}, values);
  }

  @Test
  void takesTheThirdHighestOf288AsThe99thPercentile() {
    float[] day = new float[288];
    for (int i = 0; i < day.length; i++) {
      day[i] = i + 1;
    }
    assertEquals(286, Quantiles.nearestRankOfSorted(day, 0.99));
    assertEquals(288, Quantiles.nearestRankOfSorted(day, 1));
    assertEquals(1, Quantiles.nearestRankOfSorted(day, 0));
  }

  @Test
  void refusesNoFigures() {
    assertThrows(IllegalArgumentException.class, () -> Quantiles.linear(new double[0], 0.5));
  }

  @Test
  void refusesAShareAboveOne() {
    assertThrows(IllegalArgumentException.class, () -> Quantiles.linear(new double[] {1}, 1.1));
  }
}
