package ecsadvisor.models.cost;

import ecsadvisor.models.finding.Evidence;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as evidence prints them. */
final class Figures {
  private Figures() {}

  /** An amount of money with two decimals. */
  static Evidence money(String name, double value, String currency) {
    return new Evidence(name, plain(value, 2) + " " + currency);
  }

  /** An hourly amount with three decimals, the steps in which commitments are sold. */
  static Evidence hourly(String name, double value, String currency) {
    return new Evidence(name, plain(value, 3) + " " + currency + " an hour");
  }

  /** A share as percent with one decimal. */
  static Evidence percent(String name, double share) {
    return new Evidence(name, plain(share * 100, 1) + " %");
  }

  /** A count of something. */
  static Evidence count(String name, long value, String unit) {
    return new Evidence(name, value + " " + unit);
  }

  /** A number with so many decimals. */
  static String plain(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}
