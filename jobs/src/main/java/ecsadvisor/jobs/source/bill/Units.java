package ecsadvisor.jobs.source.bill;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.when;

import ecsadvisor.models.fact.MoneyUnits;
import org.apache.spark.sql.Column;

/** Doubles of the bill as the whole numbers that are summed ({@link MoneyUnits}). */
final class Units {
  /** A line beyond this many currency units is taken for damage: its sum would not fit. */
  private static final double MONEY_LIMIT = 900e6;

  private static final double USAGE_LIMIT = 9e9;

  private Units() {}

  /** Money units of an amount; zero where it is null, not a number or out of range. */
  static Column money(Column amount) {
    return whole(amount, MONEY_LIMIT, MoneyUnits.PER_CURRENCY_UNIT);
  }

  /** Usage units of an amount, likewise. */
  static Column usage(Column amount) {
    return whole(amount, USAGE_LIMIT, MoneyUnits.PER_USAGE_UNIT);
  }

  /** Coarser units of an amount that may count events, likewise. */
  static Column evidence(Column amount) {
    return whole(amount, USAGE_LIMIT, UsageTypes.PER_EVIDENCE_UNIT);
  }

  /** Whether {@link #money} had to give zero for want of an amount. */
  static Column unreadable(Column amount) {
    return coalesce(abs(amount).leq(MONEY_LIMIT), lit(false)).equalTo(false);
  }

  /** Halves go to the even neighbour, so an amount and its negation cancel out. */
  private static Column whole(Column amount, double limit, double perUnit) {
    Column rounded = floor(rint(amount.multiply(perUnit)));
    return when(abs(amount).leq(limit), rounded).otherwise(0L);
  }
}
