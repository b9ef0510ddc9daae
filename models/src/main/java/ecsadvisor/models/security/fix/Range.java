package ecsadvisor.models.security.fix;

import java.io.Serializable;

/**
 * An amount of a month that is not known exactly.
 *
 * @param low the least that it may be
 * @param expected the likeliest
 * @param high the most
 */
public record Range(double low, double expected, double high) implements Serializable {
  /** Nothing. */
  public static final Range ZERO = new Range(0, 0, 0);

  public Range {
    if (!(low <= expected && expected <= high)) {
      throw new IllegalArgumentException(
          "a range ascends: %s, %s, %s".formatted(low, expected, high));
    }
  }

  /** An amount that is known. */
  public static Range of(double amount) {
    return new Range(amount, amount, amount);
  }

  /** A range of figures that rounding may have brought out of order. */
  static Range ascending(double low, double expected, double high) {
    double most = Math.max(expected, high);
    return new Range(Math.min(low, expected), expected, most);
  }

  /** The sum. */
  public Range plus(Range other) {
    return new Range(low + other.low, expected + other.expected, high + other.high);
  }

  /** The same times something that is at least 0. */
  public Range times(double factor) {
    return new Range(low * factor, expected * factor, high * factor);
  }

  /** The product of two ranges of which neither is negative. */
  public Range times(Range other) {
    return new Range(low * other.low, expected * other.expected, high * other.high);
  }

  /** The larger figure of both, each for itself. */
  public Range max(Range other) {
    return new Range(
        Math.max(low, other.low), Math.max(expected, other.expected), Math.max(high, other.high));
  }
}
