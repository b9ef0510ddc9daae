package ecsadvisor.models.cost.anomaly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostWatcherTest {
  private static final CostWatcher WATCHER = new CostWatcher(4, 3, 0.1, 0.005, 14);
  private static final int DAYS = 60;

  @Test
  void findsWhatIsInjected() {
    int hits = 0;
    int misses = 0;
    int wrong = 0;
    for (AnomalyKind kind : List.of(AnomalyKind.SPIKE, AnomalyKind.STEP, AnomalyKind.DRIFT)) {
      for (int seed = 0; seed < 150; seed++) {
        InjectedCosts.Case made = InjectedCosts.of(31L * seed + kind.name().length(), DAYS, kind);
        boolean hit = false;
        for (Excess found : WATCHER.watch(made.series())) {
          boolean same = found.from() < made.to() + 2 && found.to() > made.from() - 2;
          hit |= same;
          wrong += same ? 0 : 1;
        }
        hits += hit ? 1 : 0;
        misses += hit ? 0 : 1;
      }
    }
    double f1 = 2.0 * hits / (2.0 * hits + misses + wrong);
    assertTrue(f1 >= 0.95, "F1 " + f1);
  }

  @Test
  void staysSilentOnNoise() {
    int series = 600;
    int alarms = 0;
    for (int seed = 0; seed < series; seed++) {
      alarms += WATCHER.watch(InjectedCosts.of(1_000_000L + seed, DAYS, null).series()).size();
    }
    double per100Weeks = 100.0 * alarms / (series * DAYS / 7.0);
    assertTrue(per100Weeks <= 1, "false alarms in 100 series-weeks: " + per100Weeks);
  }

  @Test
  void stepIsFoundWithinAWeek() {
    int late = 0;
    for (int seed = 0; seed < 100; seed++) {
      InjectedCosts.Case made = InjectedCosts.of(77L * seed, DAYS, AnomalyKind.STEP);
      CostSeries week = made.series().part(0, made.from() + 7);
      boolean found = WATCHER.watch(week).stream().anyMatch(each -> each.to() > made.from() - 2);
      late += found ? 0 : 1;
    }
    assertTrue(late <= 10, "found later: " + late + " of 100");
  }

  @Test
  void stepIsMeasuredAgainstTheLevelBefore() {
    double[] costs = new double[40];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = i < 30 ? 100 : 150;
    }
    List<Excess> found = WATCHER.watch(series(costs));
    assertEquals(1, found.size());
    assertEquals(AnomalyKind.STEP, found.get(0).kind());
    assertEquals(30, found.get(0).from());
    assertEquals(10 * 50, found.get(0).impact(), 1e-6);
    assertTrue(found.get(0).open());
  }

  @Test
  void newLevelIsExpectedAfterTwoWeeks() {
    double[] costs = new double[60];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = i < 20 ? 100 : 150;
    }
    Excess step = WATCHER.watch(series(costs)).get(0);
    assertEquals(34, step.to());
    assertTrue(!step.open());
  }

  @Test
  void lowerCostsAndTheirEndAreNoAlarm() {
    double[] costs = new double[50];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = i >= 30 && i < 37 ? 20 : 100;
    }
    assertEquals(List.of(), WATCHER.watch(series(costs)));
  }

  @Test
  void weekendsOffAreNoAlarm() {
    double[] costs = new double[42];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = i % 7 < 5 ? 80 : 0;
    }
    assertEquals(List.of(), WATCHER.watch(series(costs)));
  }

  @Test
  void missingDaysAreNoDrop() {
    double[] costs = new double[42];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = i == 12 || i == 13 || i == 30 ? Double.NaN : 80;
    }
    assertEquals(List.of(), WATCHER.watch(series(costs)));
  }

  @Test
  void tooFewDaysSayNothing() {
    assertEquals(List.of(), WATCHER.watch(series(new double[] {1, 1, 1, 90})));
  }

  private static CostSeries series(double[] costs) {
    // A Monday.
    return new CostSeries(LocalDate.of(2026, 9, 7), costs);
  }
}
