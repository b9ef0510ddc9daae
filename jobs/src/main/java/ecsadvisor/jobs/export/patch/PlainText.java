package ecsadvisor.jobs.export.patch;

import java.util.Locale;

/**
 * Which characters a reviewer sees as they are. Everything else is written as an escape, so that no
 * name can hide text, reverse its direction, end a line or drive a terminal.
 */
final class PlainText {
  /** How one character that is not plain is written. */
  @FunctionalInterface
  interface Escape {
    String of(int codePoint);
  }

  private PlainText() {}

  /** Letters, digits, marks, punctuation, symbols and blanks; no control, format or line sign. */
  static boolean isPlain(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** Whether all of a text is plain. */
  static boolean isPlain(String text) {
    return text.codePoints().allMatch(PlainText::isPlain);
  }

  /** The text with every character that is not plain written by {@code escape}. */
  static String escaped(String text, Escape escape) {
    StringBuilder result = new StringBuilder();
    text.codePoints()
        .forEach(
            codePoint -> {
              if (isPlain(codePoint)) {
                result.appendCodePoint(codePoint);
              } else {
                result.append(escape.of(codePoint));
              }
            });
    return result.toString();
  }

  /** The text on one line for people, such as in a comment: {@code U+000A} for a line feed. */
  static String line(String text) {
    return escaped(text, codePoint -> String.format(Locale.ROOT, "<U+%04X>", codePoint));
  }
}
