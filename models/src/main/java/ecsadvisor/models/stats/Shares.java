package ecsadvisor.models.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Whole amounts split in proportion to weights. */
public final class Shares {
  private Shares() {}

  /**
   * Splits a total so that the parts add up to it exactly (largest remainder, the earlier part
   * first on a tie).
   *
   * @param total at least 0
   * @param weights at least one, none negative; all zero means equal parts
   */
  public static int[] split(int total, double[] weights) {
    if (total < 0 || weights.length == 0) {
      throw new IllegalArgumentException("Cannot split " + total + " in " + weights.length);
    }
    double sum = Arrays.stream(weights).sum();
    int[] parts = new int[weights.length];
    double[] remainders = new double[weights.length];
    int left = total;
    for (int i = 0; i < weights.length; i++) {
      double exact = sum > 0 ? total * (weights[i] / sum) : (double) total / weights.length;
      parts[i] = (int) Math.floor(exact);
      remainders[i] = exact - parts[i];
      left -= parts[i];
    }
    List<Integer> byRemainder =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
            .toList();
    for (int next = 0; next < left; next++) {
      parts[byRemainder.get(next)]++;
    }
    return parts;
  }
}
