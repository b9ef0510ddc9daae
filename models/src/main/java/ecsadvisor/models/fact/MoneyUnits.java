package ecsadvisor.models.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Money as whole numbers of 10<sup>-10</sup> of a currency unit, and usage as whole numbers of
 * 10<sup>-9</sup> of its unit.
 *
 * <p>AWS writes the bill's costs as doubles with at most ten decimals that matter. Whole numbers
 * add up the same in any order, on any number of cores, which doubles do not; the error of a line
 * is at most half a unit, so 20 million lines are off by at most 0.001 currency units, and a 64-bit
 * sum holds 922 million of them.
 */
public final class MoneyUnits {
  /** Decimals of a money unit. */
  public static final int SCALE = 10;

  /** Money units in one unit of the currency. */
  public static final long PER_CURRENCY_UNIT = 10_000_000_000L;

  /** Usage units in one unit of usage. */
  public static final long PER_USAGE_UNIT = 1_000_000_000L;

  private MoneyUnits() {}

  /** The amount in currency units. */
  public static double toCurrency(long units) {
    return (double) units / PER_CURRENCY_UNIT;
  }

  /** The exact amount in currency units. */
  public static BigDecimal toDecimal(long units) {
    return BigDecimal.valueOf(units, SCALE);
  }

  /** The amount rounded to whole cents, halves to even. */
  public static long toCents(long units) {
    return toDecimal(units).movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }

  /** Usage in its own unit, such as vCPU-hours. */
  public static double toUsage(long units) {
    return (double) units / PER_USAGE_UNIT;
  }
}
