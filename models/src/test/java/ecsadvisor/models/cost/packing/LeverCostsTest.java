package ecsadvisor.models.cost.packing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LeverCostsTest {
  private static final boolean[] BOTH = {false, true};

  @Test
  void smallerTasksAloneFreeNothing() {
    LeverCosts costs = LeverCosts.of(100, 80, 50, LeverCosts.SpotPart.NONE);
    assertEquals(100, costs.with(true, false, false));
    assertEquals(80, costs.with(false, false, true));
    assertEquals(50, costs.with(true, false, true));
  }

  @Test
  void spotSavesNothingOfWhatReservationsCover() {
    LeverCosts costs = LeverCosts.of(100, 60, 60, new LeverCosts.SpotPart(0.5, 1, 1, 40, 0, 0));
    assertEquals(100 - 0.5 * 40, costs.with(false, true, false));
    assertEquals(60, costs.with(false, true, true));
  }

  @Property(tries = 300)
  void aFurtherLeverNeverCosts(
      @ForAll @DoubleRange(min = 0, max = 1e6) double now,
      @ForAll @DoubleRange(min = 0, max = 2e6) double packed,
      @ForAll @DoubleRange(min = 0, max = 2e6) double after,
      @ForAll @DoubleRange(min = 0, max = 1) double spotNow,
      @ForAll @DoubleRange(min = 0, max = 1) double spotAfter,
      @ForAll @DoubleRange(min = 0, max = 1) double onDemand) {
    LeverCosts costs =
        LeverCosts.of(
            now,
            packed,
            after,
            new LeverCosts.SpotPart(
                0.6, spotNow, spotAfter, now * onDemand, packed * onDemand, after * onDemand));
    for (boolean one : BOTH) {
      for (boolean other : BOTH) {
        assertTrue(costs.with(true, one, other) <= costs.with(false, one, other) + 1e-9);
        assertTrue(costs.with(one, true, other) <= costs.with(one, false, other) + 1e-9);
        assertTrue(costs.with(one, other, true) <= costs.with(one, other, false) + 1e-9);
        assertTrue(costs.with(one, other, true) >= 0);
      }
    }
  }
}
