package ecsadvisor.models.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SharesTest {
  @Test
  void splitsInProportion() {
    assertArrayEquals(new int[] {768, 256}, Shares.split(1024, new double[] {3, 1}));
  }

  @Test
  void givesTheRestToTheLargestRemainder() {
    assertArrayEquals(new int[] {4, 3, 3}, Shares.split(10, new double[] {1, 1, 1}));
  }

  @Test
  void splitsEquallyWithoutWeights() {
    assertArrayEquals(new int[] {5, 5}, Shares.split(10, new double[] {0, 0}));
  }

  @Test
  void refusesToSplitAmongNobody() {
    assertThrows(IllegalArgumentException.class, () -> Shares.split(10, new double[0]));
  }

  @Property(tries = 200, seed = "20261124")
  void alwaysAddsUp(
      @ForAll @IntRange(max = 1_000_000) int total,
      @ForAll @Size(min = 1, max = 9) double @DoubleRange(max = 1e6) [] weights) {
    assertEquals(total, Arrays.stream(Shares.split(total, weights)).sum());
  }
}
