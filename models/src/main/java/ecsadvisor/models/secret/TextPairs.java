package ecsadvisor.models.secret;

/**
 * The pairs of names and values in a text: {@code password=x; user=y}, {@code --password=x}, {@code
 * -Dpassword="x"}, {@code password: x} at a line's end. One pass over the text.
 */
final class TextPairs {
  private static final int LONGEST_NAME = 64;
  private static final int MOST_PAIRS = 1000;

  private TextPairs() {}

  /** Takes a pair. */
  interface Taker {
    void pair(String name, String value);
  }

  /** Hands over the pairs of a text, and returns whether these are all. */
  static boolean each(String text, Taker taker) {
    int pairs = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean colon = c == ':' && i + 1 < text.length() && text.charAt(i + 1) == ' ';
      if (c != '=' && !colon) {
        i++;
        continue;
      }
      String name = nameBefore(text, i);
      int start = i + (colon ? 2 : 1);
      if (name.isEmpty() || start >= text.length() || text.charAt(start) == '=') {
        i++;
        continue;
      }
      if (pairs++ == MOST_PAIRS) {
        return false;
      }
      char quote = text.charAt(start);
      boolean quoted = quote == '"' || quote == '\'';
      int from = quoted ? start + 1 : start;
      int to = end(text, from, quoted ? quote : 0, colon);
      taker.pair(name, text.substring(from, to));
      // What stands in a quoted value may be pairs again.
      i = quoted || colon ? from : Math.max(to, i + 1);
    }
    return true;
  }

  private static String nameBefore(String text, int end) {
    int to = end;
    if (to > 0 && (text.charAt(to - 1) == '"' || text.charAt(to - 1) == '\'')) {
      to--;
    }
    int from = to;
    while (from > 0 && to - from <= LONGEST_NAME && isNameCharacter(text.charAt(from - 1))) {
      from--;
    }
    if (text.startsWith("-D", from)) {
      from += 2;
    }
    while (from < to && text.charAt(from) == '-') {
      from++;
    }
    return to - from > LONGEST_NAME ? "" : text.substring(from, to);
  }

  private static int end(String text, int from, int quote, boolean line) {
    int to = from;
    while (to < text.length()) {
      char c = text.charAt(to);
      boolean ends =
          quote != 0
              ? c == quote
              : c == '\n'
                  || c == '\r'
                  || (!line && (c <= ' ' || c == ';' || c == '&' || c == '"' || c == '\''));
      if (ends) {
        break;
      }
      to++;
    }
    return to;
  }

  private static boolean isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '.'
        || c == '-';
  }
}
