package ecsadvisor.models.cost.spot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.cost.spot.SpotMix.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SpotMixTest {
  private static final Terms TERMS = new Terms(3, 0.8, 0.75, 1, 0, false);

  private static TaskHours hours(TaskHour... hours) {
    return new TaskHours(List.of(hours), 1);
  }

  @Test
  void theHourThatNeedsTheHighestBaseDecides() {
    // 8 tasks at 60 % need 6 at 80 %, so a base of 3 x 6 - 2 x 8 = 2; 4 at 10 % need 1.
    SpotMix mix = SpotMix.of(hours(new TaskHour(8, 0.6), new TaskHour(4, 0.1)), TERMS, 0);
    assertEquals(2, mix.base());
    assertEquals(6, mix.needed());
    assertEquals(6, mix.survivors());
    assertEquals((6 + 2) / 2.0, mix.spotTasks(), 1e-12);
  }

  @Test
  void unknownCpuNeedsTheSetShare() {
    SpotMix mix = SpotMix.of(hours(new TaskHour(8, Double.NaN)), TERMS, 0);
    assertEquals(6, mix.needed());
  }

  @Test
  void anHourThatTelemetryMissedSaysNothingBesideADayThatItHas() {
    List<TaskHour> list = new ArrayList<>(Collections.nCopies(24, new TaskHour(8, 0.1)));
    list.add(new TaskHour(8, Double.NaN));
    assertEquals(1, SpotMix.of(new TaskHours(list, 2), TERMS, 0).base());
  }

  @Test
  void tasksThatAPlanPaysStayOnDemand() {
    Terms terms = new Terms(3, 0.8, 0.75, 1, 0.4, false);
    assertEquals(4, SpotMix.of(hours(new TaskHour(10, 0.1)), terms, 0).base());
  }

  @Test
  void aServiceThatMayWaitRunsOnSpotAltogether() {
    Terms terms = new Terms(1, 0.8, 0.75, 0, 0, true);
    SpotMix mix = SpotMix.of(hours(new TaskHour(1, 0.9)), terms, 0);
    assertEquals(0, mix.base());
    assertEquals(1, mix.spotShare(), 1e-12);
  }

  @Test
  void aSpareTaskMakesRoomWhereAllAreNeeded() {
    TaskHours busy = hours(new TaskHour(2, 0.6));
    assertEquals(0, SpotMix.of(busy, TERMS, 0).spotTasks());
    SpotMix spared = SpotMix.of(busy, TERMS, 1);
    assertEquals(1, spared.base());
    assertEquals(2, spared.spotTasks());
    assertEquals(2, spared.survivors());
  }

  @Property(tries = 300)
  void everyHourKeepsWhatItNeedsWhicheverPoolIsLost(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 60) Integer> counts,
      @ForAll @DoubleRange(max = 1.2) double cpuShare,
      @ForAll @IntRange(min = 1, max = 9) int pools,
      @ForAll @IntRange(max = 5) int spares) {
    List<TaskHour> list = counts.stream().map(count -> new TaskHour(count, cpuShare)).toList();
    Terms terms = new Terms(pools, 0.8, 0.75, 1, 0, false);
    SpotMix mix = SpotMix.of(new TaskHours(list, 1), terms, spares);
    for (int count : counts) {
      int needed = SpotMix.needed(count, cpuShare, terms);
      int left = SurvivableBase.survivors(count + spares, mix.base(), pools);
      assertTrue(left >= needed, left + " left of " + needed);
    }
    assertTrue(mix.spotShare() >= 0 && mix.spotShare() <= 1);
  }
}
