package ecsadvisor.jobs.export.patch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/**
 * A text as one word of bash that means exactly that text: nothing in it is expanded.
 *
 * <p>Plain text is written between single quotes, in which bash knows no special character but the
 * quote itself. Text with control or format characters is written as {@code $'…'} with these as
 * bytes, so that the script shows them.
 */
final class ShellWord {
  private ShellWord() {}

  /**
   * The word for a text.
   *
   * @throws IllegalArgumentException for a NUL, which no argument of a command can hold
   */
  static String of(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("A NUL cannot be passed to a command");
    }
    if (PlainText.isPlain(text)) {
      return "'" + text.replace("'", "'\\''") + "'";
    }
    String quotable = text.replace("\\", "\\\\").replace("'", "\\'");
    return "$'" + PlainText.escaped(quotable, ShellWord::bytes) + "'";
  }

  private static String bytes(int codePoint) {
    StringBuilder escapes = new StringBuilder();
    // A lone half of a surrogate pair has no bytes in UTF-8.
    int encodable = Character.getType(codePoint) == Character.SURROGATE ? 0xFFFD : codePoint;
    for (byte unit : Character.toString(encodable).getBytes(UTF_8)) {
      escapes.append(String.format(Locale.ROOT, "\\x%02x", unit & 0xFF));
    }
    return escapes.toString();
  }
}
