package ecsadvisor.models.secret;

/**
 * The pairs of names and texts in a JSON document at any depth, in one pass, be the document whole
 * or not.
 */
final class JsonPairs {
  private static final int LONGEST_NAME = 64;
  private static final int MOST_PAIRS = 1000;

  private final String json;
  private int at;

  private JsonPairs(String json) {
    this.json = json;
  }

  /** Whether a text looks like a JSON object or list. */
  static boolean isDocument(String text) {
    String stripped = text.strip();
    return (stripped.startsWith("{") || stripped.startsWith("[")) && stripped.indexOf('"') > 0;
  }

  /** Hands over the pairs of a document, and returns whether these are all. */
  static boolean each(String json, TextPairs.Taker taker) {
    return new JsonPairs(json).read(taker);
  }

  private boolean read(TextPairs.Taker taker) {
    int pairs = 0;
    String name = "";
    while (at < json.length()) {
      if (json.charAt(at) != '"') {
        if (",{}[]".indexOf(json.charAt(at)) >= 0) {
          name = "";
        }
        at++;
        continue;
      }
      String text = text();
      skipSpace();
      if (at < json.length() && json.charAt(at) == ':') {
        name = text;
        at++;
        continue;
      }
      if (pairs++ == MOST_PAIRS) {
        return false;
      }
      taker.pair(name.length() > LONGEST_NAME ? "" : name, text);
      name = "";
    }
    return true;
  }

  /** The text that begins here, without what its escapes stand for beyond one character. */
  private String text() {
    StringBuilder text = new StringBuilder();
    at++;
    while (at < json.length() && json.charAt(at) != '"') {
      char c = json.charAt(at++);
      if (c != '\\' || at >= json.length()) {
        text.append(c);
        continue;
      }
      char escaped = json.charAt(at++);
      switch (escaped) {
        case 'n', 'r', 't', 'b', 'f' -> text.append('\n');
        case 'u' -> unicode(text);
        default -> text.append(escaped);
      }
    }
    at++;
    return text.toString();
  }

  private void unicode(StringBuilder text) {
    int end = Math.min(at + 4, json.length());
    int code = 0;
    while (at < end) {
      int digit = Character.digit(json.charAt(at), 16);
      if (digit < 0) {
        return;
      }
      code = code * 16 + digit;
      at++;
    }
    text.append((char) code);
  }

  private void skipSpace() {
    while (at < json.length() && json.charAt(at) <= ' ') {
      at++;
    }
  }
}
