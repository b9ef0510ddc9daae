package ecsadvisor.models.cost.spot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SurvivableBaseTest {
  @Test
  void eightTasksOfWhichSixAreNeededInThreeZonesKeepTwoOnDemand() {
    assertEquals(2, SurvivableBase.of(8, 6, 3));
    assertEquals(6, SurvivableBase.survivors(8, 2, 3));
  }

  @Test
  void oneZoneKeepsAllThatIsNeeded() {
    assertEquals(5, SurvivableBase.of(8, 5, 1));
  }

  @Test
  void nothingIsKeptWhereNothingIsNeeded() {
    assertEquals(0, SurvivableBase.of(8, 0, 3));
  }

  @Property
  void lossOfAnyOnePoolLeavesWhatIsNeeded(
      @ForAll @IntRange(max = 100_000) int tasks,
      @ForAll @IntRange(max = 100_000) int needed,
      @ForAll @IntRange(min = 1, max = 60) int pools) {
    int base = SurvivableBase.of(tasks, needed, pools);
    int onSpot = tasks - base;
    for (int pool = 0; pool < pools; pool++) {
      int inPool = onSpot / pools + (pool < onSpot % pools ? 1 : 0);
      assertTrue(tasks - inPool >= Math.min(needed, tasks));
    }
  }

  @Property
  void noSmallerBaseWouldDo(
      @ForAll @IntRange(max = 500) int tasks,
      @ForAll @IntRange(max = 500) int needed,
      @ForAll @IntRange(min = 1, max = 12) int pools) {
    int base = SurvivableBase.of(tasks, needed, pools);
    if (base > 0 && needed <= tasks) {
      assertTrue(SurvivableBase.survivors(tasks, base - 1, pools) < needed);
    }
  }
}
