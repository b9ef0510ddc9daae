package ecsadvisor.jobs.table;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a CSV: how a value is printed, and how text is kept from running as a formula.
 *
 * <p>Whoever may tag a resource writes into these files, and spreadsheets run text that starts with
 * {@code =}, {@code +}, {@code -}, {@code @} or their full-width forms, also behind leading blanks
 * (OWASP, "CSV Injection"). Such text gets an apostrophe in front; line breaks, tabs and other
 * control characters inside text become blanks. Numbers, dates and booleans are never touched: a
 * negative saving stays a number.
 */
final class Cell {
  private static final String TRIGGERS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private Cell() {}

  /** The cell's text; null where the value is absent. */
  static @Nullable String text(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof String text) {
      return neutralised(text);
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value.toString();
  }

  /** The text as a spreadsheet shows it and does not run it. */
  static String neutralised(String text) {
    String oneLine = oneLine(text);
    return isFormula(text) ? "'" + oneLine : oneLine;
  }

  /** The order of two values of one column; absent first. */
  static int compare(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return Boolean.compare(left != null, right != null);
    }
    if (left instanceof String text) {
      return text.compareTo((String) right);
    }
    if (left instanceof BigDecimal number) {
      return number.compareTo((BigDecimal) right);
    }
    return compareSame(left, right);
  }

  @SuppressWarnings("unchecked")
  private static int compareSame(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }

  private static boolean isFormula(String text) {
    if (!text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (TRIGGERS.indexOf(character) >= 0) {
        return true;
      }
      if (!isInvisible(character)) {
        return false;
      }
    }
    return false;
  }

  private static String oneLine(String text) {
    StringBuilder changed = null;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean breaks =
          Character.isISOControl(character) || character == '\u2028' || character == '\u2029';
      if (breaks && changed == null) {
        changed = new StringBuilder(text.length()).append(text, 0, i);
      }
      boolean lineFeedOfPair = character == '\n' && i > 0 && text.charAt(i - 1) == '\r';
      if (changed != null && !lineFeedOfPair) {
        changed.append(breaks ? ' ' : character);
      }
    }
    return changed == null ? text : changed.toString();
  }

  private static boolean isInvisible(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT;
  }
}
