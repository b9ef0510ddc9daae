package ecsadvisor.models.cost.anomaly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MonthEndTest {
  // Made-up costs begin on 1 September 2026; 12 October is day 41.
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final int FIRST = 30;
  private static final int KNOWN = 42;

  @Test
  void intervalHoldsFourMonthsInFiveAndBeatsTheStraightLine() {
    int inside = 0;
    int months = 400;
    double error = 0;
    double straightError = 0;
    for (int seed = 0; seed < months; seed++) {
      CostSeries whole = InjectedCosts.of(9_000_000L + seed, 61, null).series();
      double[] costs = new double[61];
      double month = 0;
      for (int i = 0; i < costs.length; i++) {
        costs[i] = Double.isNaN(whole.cost(i)) ? whole.cost((i + 7) % 56) : whole.cost(i);
        month += i >= FIRST ? costs[i] : 0;
      }
      MonthEnd end = of(Arrays.copyOf(costs, KNOWN));
      inside += end.low() <= month && month <= end.high() ? 1 : 0;
      error += Math.abs(end.expected() / month - 1) / months;
      straightError += Math.abs(end.straightLine() / month - 1) / months;
    }
    double share = (double) inside / months;
    assertTrue(share >= 0.75 && share <= 0.95, "inside: " + share);
    assertTrue(error < straightError, error + " against " + straightError);
  }

  @Test
  void feeOnTheFirstGoesInOnce() {
    double[] costs = new double[KNOWN];
    Arrays.fill(costs, 100);
    costs[FIRST] = 1100;
    assertEquals(31 * 100 + 1000, of(costs).expected(), 10);
  }

  @Test
  void stepIsTheNewLevelAndSpikeIsNot() {
    double[] costs = new double[KNOWN];
    Arrays.fill(costs, 100);
    Arrays.fill(costs, 36, KNOWN, 150);
    costs[33] = 300;
    assertEquals(5 * 100 + 300 + 25 * 150, of(costs).expected(), 15);
  }

  @Test
  void fewDaysSayNothing() {
    assertNull(
        MonthEnd.of(
            new CostSeries(LocalDate.of(2026, 10, 1), new double[] {1, 2}), OCTOBER, 4, 3, 0.1));
  }

  private static MonthEnd of(double[] costs) {
    MonthEnd end = MonthEnd.of(new CostSeries(LocalDate.of(2026, 9, 1), costs), OCTOBER, 4, 3, 0.1);
    assertNotNull(end);
    return end;
  }
}
