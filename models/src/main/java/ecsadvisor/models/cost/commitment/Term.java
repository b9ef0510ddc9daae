package ecsadvisor.models.cost.commitment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long a commitment binds. */
public enum Term {
  ONE_YEAR(1),
  THREE_YEARS(3);

  private final int years;

  Term(int years) {
    this.years = years;
  }

  /** Its length in years. */
  public int years() {
    return years;
  }

  /** The term of a bill's word such as {@code 1yr}, or null where it is none. */
  static @Nullable Term of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.startsWith("1y") || lower.equals("one_year")) {
      return ONE_YEAR;
    }
    return lower.startsWith("3y") || lower.equals("three_years") ? THREE_YEARS : null;
  }
}
