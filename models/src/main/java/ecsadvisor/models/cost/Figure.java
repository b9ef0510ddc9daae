package ecsadvisor.models.cost;

import ecsadvisor.models.finding.Evidence;
import java.util.Locale;

/** Figures as evidence shows them. */
final class Figure {
  private Figure() {}

  static Evidence share(String name, double share) {
    return new Evidence(name, String.format(Locale.ROOT, "%.1f %%", 100 * share));
  }

  static Evidence number(String name, double value) {
    return new Evidence(name, String.format(Locale.ROOT, "%.2f", value));
  }

  static Evidence count(String name, long value) {
    return new Evidence(name, Long.toString(value));
  }

  static Evidence money(String name, double value, String currency) {
    return new Evidence(name, String.format(Locale.ROOT, "%.2f %s", value, currency));
  }

  /** An hourly amount with three decimals, the steps in which commitments are sold. */
  static Evidence hourly(String name, double value, String currency) {
    return new Evidence(name, String.format(Locale.ROOT, "%.3f %s an hour", value, currency));
  }

  static Evidence count(String name, long value, String unit) {
    return new Evidence(name, value + " " + unit);
  }

  static Evidence text(String name, String value) {
    return new Evidence(name, value);
  }
}
