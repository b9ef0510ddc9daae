package ecsadvisor.models.cost.spot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.finding.Spread;
import org.junit.jupiter.api.Test;

class InterruptionRiskTest {
  private static final SpotDiscount DISCOUNT =
      new SpotDiscount(0.5, 0.65, 0.7, RateSource.PRICE_FILE, "plan");

  @Test
  void theMeanTimeToAnInterruptionFollowsFromTheBand() {
    // The midpoint of the lowest band gives 28,800 hours, that of the highest 2,050.
    assertEquals(28_834, 1 / new InterruptionRisk(0.025, 0, 0).perHour(), 1);
    assertEquals(2_047, 1 / new InterruptionRisk(0.30, 0, 0).perHour(), 1);
  }

  @Test
  void withoutInterruptionsTheDiscountIsTheSaving() {
    Spread spread = new InterruptionRisk(0, 1, 100).saving(1000, 4, 0, DISCOUNT);
    assertEquals(new Spread(500, 650, 700).p50(), spread.p50(), 1e-9);
    assertEquals(500, spread.p10(), 1e-9);
    assertEquals(700, spread.p90(), 1e-9);
  }

  @Test
  void lostTimeAndIncidentsAreTakenOff() {
    InterruptionRisk risk = new InterruptionRisk(0.1, 0.5, 3);
    double expected = 650 - 1000 * risk.perHour() * 0.5 - risk.perMonth(4) * 3;
    assertEquals(expected, risk.saving(1000, 4, 0, DISCOUNT).p50(), 1e-9);
    assertTrue(expected < 650);
  }

  @Test
  void sparesArePaidAtTheSpotPrice() {
    Spread spread = new InterruptionRisk(0, 0, 0).saving(1000, 4, 500, DISCOUNT);
    assertEquals(1000 - 1500 * 0.35, spread.p50(), 1e-9);
  }
}
