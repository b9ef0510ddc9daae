package ecsadvisor.models.stats;

import java.util.Arrays;

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
    for (; left > 0; left--) {
      int largest = 0;
      for (int i = 1; i < weights.length; i++) {
        largest = remainders[i] > remainders[largest] ? i : largest;
      }
      parts[largest]++;
      remainders[largest] -= 1;
    }
    return parts;
  }
}
